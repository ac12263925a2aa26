import type { Day } from '../../kernel/day.ts';
import { type NameOverrides, initials as nameWithInitials, type PersonName } from '../../kernel/russian/names.ts';
import { fixLookalikes } from '../../kernel/russian/search.ts';

export const personKinds = ['student', 'staff', 'specialist', 'graduate', 'representative'] as const;
export type PersonKind = (typeof personKinds)[number];

export type Gender = 'male' | 'female';

export interface FullName {
  readonly lastName: string;
  readonly firstName: string;
  /** '' when there is none. */
  readonly patronymic: string;
}

/** What is asked about a person; all that a form, an import or the demo may write. */
export interface PersonInput extends FullName {
  readonly kind: PersonKind;
  readonly gender: Gender | null;
  readonly birthDay: Day | null;
  /** '+79123456789', or as it was typed when it is not a Russian number. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly post: string;
  readonly groupId: string | null;
  readonly organisationId: string | null;
  readonly representativeName: string;
  readonly representativePhone: string | null;
  readonly representativeEmail: string | null;
}

export interface Person extends PersonInput {
  readonly id: string;
  readonly groupCode: string | null;
  readonly organisationName: string | null;
  /** Cases that somebody corrected by hand; the rules decide the rest. */
  readonly declension: NameOverrides;
  readonly importId: string | null;
  readonly leftOn: Day | null;
  readonly version: number;
}

/** A person about whom only the name is known; the rest is empty. */
export const personOf = (kind: PersonKind, name: FullName, rest: Partial<PersonInput> = {}): PersonInput => ({
  kind,
  ...name,
  gender: null,
  birthDay: null,
  phone: null,
  email: null,
  post: '',
  groupId: null,
  organisationId: null,
  representativeName: '',
  representativePhone: null,
  representativeEmail: null,
  ...rest,
});

/** «Иванова Мария Петровна» */
export const fullName = ({ lastName, firstName, patronymic }: FullName): string =>
  [lastName, firstName, patronymic].filter(Boolean).join(' ');

/** «Иванова М. П.» with no-break spaces. */
export const shortName = (name: FullName): string => nameWithInitials(spoken(name));

/** The name as kernel/russian declines it. */
export const spoken = (name: FullName & { readonly gender?: Gender | null }): PersonName => ({
  last: name.lastName,
  first: name.firstName,
  middle: name.patronymic,
  gender: name.gender,
});

/** «ИМ»: two letters for the circle beside a name. */
export const initials = ({ lastName, firstName }: FullName): string =>
  `${lastName.slice(0, 1)}${firstName.slice(0, 1)}`.toUpperCase();

/** As it is searched and compared: lower case, ё as е, Latin letters inside Russian words as Russian ones. */
export const plain = (text: string): string =>
  fixLookalikes(text).normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

const compact = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Ten digits of a number, without the code of the country; shorter ones as they are. */
export const phoneDigits = (phone: string | null): string => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
};

/**
 * What `persons.search` holds: surname, name, patronymic, group («эм-21» and «эм21»), digits of both phones.
 * Written by the use cases whenever one of these changes.
 */
export const searchTextOf = (
  person: FullName & Pick<PersonInput, 'phone' | 'representativePhone'>,
  groupCode: string | null,
): string =>
  [
    plain(fullName(person)),
    ...new Set([plain(groupCode ?? ''), compact(groupCode ?? '')]),
    phoneDigits(person.phone),
    phoneDigits(person.representativePhone),
  ]
    .filter(Boolean)
    .join(' ');

export const gaps = ['birth-day', 'phone', 'group', 'post', 'organisation', 'gender'] as const;
export type Gap = (typeof gaps)[number];

/** What the card lacks, by the kind of person. The register finds the same by SQL (`rows.ts`). */
export const gapsOf = (person: PersonInput): Gap[] => {
  const { kind } = person;
  const lacks: Record<Gap, boolean> = {
    'birth-day': kind === 'student' && person.birthDay === null,
    phone: !person.phone && !(kind === 'student' && person.representativePhone),
    group: kind === 'student' && person.groupId === null,
    post: (kind === 'staff' || kind === 'specialist') && person.post === '',
    organisation: kind === 'specialist' && person.organisationId === null,
    gender: kind !== 'representative' && person.gender === null,
  };
  return gaps.filter((gap) => lacks[gap]);
};
