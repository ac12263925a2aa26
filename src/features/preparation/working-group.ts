import type { FullName } from '../people/person.ts';

export const memberParts = ['chair', 'secretary', 'member'] as const;
export type MemberPart = (typeof memberParts)[number];

export interface GroupMember extends FullName {
  readonly id: string;
  readonly personId: string;
  readonly post: string;
  readonly organisationName: string | null;
  readonly part: MemberPart;
  readonly duty: string;
}

export interface FormCurator extends FullName {
  readonly form: string;
  readonly personId: string;
  readonly post: string;
}

/** Forms that nobody looks after, in the order of the forms. */
export const formsWithoutCurator = (
  forms: readonly string[],
  curators: readonly Pick<FormCurator, 'form'>[],
): string[] => forms.filter((form) => !curators.some((curator) => curator.form === form));

export const meanSides = ['inner', 'outer'] as const;
export type MeanSide = (typeof meanSides)[number];

export const meanKinds = ['audience', 'people', 'room', 'money', 'materials', 'other'] as const;
export type MeanKind = (typeof meanKinds)[number];

/** Where people are found and what with: an audience or a resource, inside the college or outside. */
export interface Mean {
  readonly id: string;
  readonly side: MeanSide;
  readonly kind: MeanKind;
  readonly name: string;
  readonly note: string;
}
