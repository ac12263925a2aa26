import type { Day } from '../../kernel/day.ts';

/** When a pair needs it. */
export const moments = ['start', 'plan', 'work', 'trouble', 'finish'] as const;
export type Moment = (typeof moments)[number];

/** For whom it is written; `staff` are curators, class teachers and others who run the programme. */
export const readers = ['mentor', 'mentee', 'staff'] as const;
export type Reader = (typeof readers)[number];

export interface MaterialInput {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly link: string;
  /** Codes of forms; empty: for every form. */
  readonly forms: readonly string[];
  readonly moment: Moment;
  readonly readers: readonly Reader[];
}

export interface Material extends MaterialInput {
  readonly id: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly addedOn: Day;
  readonly archivedOn: Day | null;
  readonly version: number;
}

export interface MaterialFilter {
  readonly form?: string | undefined;
  readonly moment?: Moment | undefined;
  readonly reader?: Reader | undefined;
}

/** Does a material answer a filter? One for every form answers each of them. */
export const suits = (material: MaterialInput, { form, moment, reader }: MaterialFilter): boolean =>
  (form === undefined || material.forms.length === 0 || material.forms.includes(form)) &&
  (moment === undefined || material.moment === moment) &&
  (reader === undefined || material.readers.includes(reader));

/** Forms of work that have nothing written for their mentors. */
export const uncoveredForms = (
  forms: readonly string[],
  materials: readonly Pick<Material, 'forms' | 'readers'>[],
): string[] =>
  forms.filter(
    (form) =>
      !materials.some((one) => one.readers.includes('mentor') && (one.forms.length === 0 || one.forms.includes(form))),
  );
