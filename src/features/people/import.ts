import type { Duplicate, Who } from './find-duplicates.ts';
import type { Problem, ProblemKind } from './import-problems.ts';
import type { Person, PersonInput, PersonKind } from './person.ts';
import { personOf, plain } from './person.ts';
import type { PersonField, PersonValues } from './person-values.ts';
import type { Corrections, UnderstoodRow } from './read-person-row.ts';
import type { ChosenColumns, Column } from './recognise-columns.ts';
import type { SkippedRow } from './sort-rows.ts';

export type ImportState = 'reading' | 'review' | 'writing' | 'written' | 'undone' | 'cancelled' | 'refused';

/** What is known of a file beside its rows. */
export interface ImportUnderstanding {
  /** Who is in the file: what new people become. */
  readonly kind: PersonKind;
  readonly chosen: ChosenColumns;
  readonly columns: readonly Column[];
  readonly skipped: readonly SkippedRow[];
  /** Codes of groups that the college does not have and that are not to be made: their people stay without a group. */
  readonly unwantedGroups: readonly string[];
  /** Things mended by themselves, by what they were. */
  readonly notes: Readonly<Partial<Record<ProblemKind, number>>>;
  /** For reading a row again: `usual` of GroupWorld as entries, and what kind of list it is. */
  readonly usual: readonly (readonly [string, string])[];
  readonly students: boolean;
  readonly places: Readonly<Partial<Record<PersonField, number>>>;
  /** Groups of study that the writing made. */
  readonly madeGroups: readonly string[];
  readonly undone?: UndoneReport;
}

export interface UndoneReport {
  readonly removed: number;
  readonly restored: number;
  readonly kept: readonly { readonly personId: string; readonly why: KeptWhy }[];
}

/** in-use: a consent, a pair or an account leans on the person; edited: somebody changed the card after the import. */
export type KeptWhy = 'in-use' | 'edited';

export interface Import {
  readonly id: string;
  readonly state: ImportState;
  readonly fileId: string | null;
  readonly fileName: string;
  readonly sheetName: string;
  readonly refusal: string | null;
  /** Who brought the file. */
  readonly accountName: string | null;
  readonly createdAt: Date;
  readonly writtenAt: Date | null;
  readonly understanding: ImportUnderstanding;
}

export const emptyUnderstanding = (kind: PersonKind): ImportUnderstanding => ({
  kind,
  chosen: {},
  columns: [],
  skipped: [],
  unwantedGroups: [],
  notes: {},
  usual: [],
  students: false,
  places: {},
  madeGroups: [],
});

/** stop: not written until mended; gap: written without what could not be read; ready: nothing left to ask. */
export type RowStatus = 'stop' | 'gap' | 'ready';

export type RowDecision = 'new' | 'update' | 'merge' | 'skip';

/** A possible twin as it is shown, with what a person answered. */
export interface Twin extends Pick<Duplicate, 'verdict' | 'evidence'> {
  readonly first: Who;
  readonly answer: 'merge' | 'different' | null;
}

export interface RowUnderstanding {
  readonly values: PersonValues;
  readonly corrections: Corrections;
  /** Kinds of problems that a person left as they are. */
  readonly accepted: readonly ProblemKind[];
  /** Problems that are still there after the corrections. */
  readonly left: readonly Problem[];
  readonly status: RowStatus;
}

export interface ImportRow {
  readonly row: number;
  readonly raw: Omit<UnderstoodRow['raw'], 'row'>;
  readonly understood: RowUnderstanding;
  /** What was wrong in the file, mended or not; what mends itself is only counted. */
  readonly problems: readonly Problem[];
  readonly twin: Twin | null;
  readonly decision: RowDecision;
  readonly personId: string | null;
}

/** A proposal that was taken is a mended problem; a person may still choose otherwise. */
export const isOpen = (problem: Problem): boolean =>
  problem.level === 'stop' || (problem.level === 'ask' && problem.proposal === undefined);

export const statusOf = (left: readonly Problem[]): RowStatus => {
  if (left.some(({ level }) => level === 'stop')) return 'stop';
  return left.some(isOpen) ? 'gap' : 'ready';
};

export const rowUnderstanding = (
  read: UnderstoodRow,
  corrections: Corrections = {},
  accepted: readonly ProblemKind[] = [],
): RowUnderstanding => {
  const left = read.problems.filter(({ level }) => level !== 'note');
  return { values: read.values, corrections, accepted, left, status: statusOf(left) };
};

export const understoodRow = ({ row, raw, understood, problems }: ImportRow): UnderstoodRow => ({
  row,
  raw: { ...raw, row },
  values: understood.values,
  problems,
});

/** A row of the file and an earlier one are one person: what the first lacks comes from the second. */
export const joinedValues = (first: PersonValues, second: PersonValues): PersonValues => {
  const names = Object.keys(first) as (keyof PersonValues)[];
  const joined = names.map((name) => [name, first[name] ?? second[name]]);
  return Object.fromEntries(joined) as unknown as PersonValues;
};

/** How codes of groups and names of organisations become ids. */
export interface Places {
  groupId(code: string): string | null;
  organisationId(name: string): string | null;
}

/** A new person out of a row. Whatever the list does not say stays empty. */
export const personOfRow = (kind: PersonKind, values: PersonValues, places: Places): PersonInput =>
  personOf(
    kind,
    {
      lastName: values.lastName ?? '',
      firstName: values.firstName ?? '',
      patronymic: values.patronymic ?? '',
    },
    {
      gender: values.gender,
      birthDay: values.birthDay,
      phone: values.phone,
      email: values.email,
      post: values.post ?? '',
      groupId: values.group === null ? null : places.groupId(values.group),
      organisationId: values.organisation === null ? null : places.organisationId(values.organisation),
      representativeName: values.parentName ?? '',
      representativePhone: values.parentPhone,
    },
  );

export type Changes = Readonly<Partial<Record<keyof PersonInput, readonly [unknown, unknown]>>>;

const same = (before: unknown, after: unknown): boolean =>
  typeof before === 'string' && typeof after === 'string' ? plain(before) === plain(after) : before === after;

/** What a row would change in a person of the college: what it says and the card does not. An empty cell takes nothing away. */
export const changesBy = (person: Person, row: PersonInput): Changes => {
  const names = (Object.keys(row) as (keyof PersonInput)[]).filter((name) => name !== 'kind');
  const changed = names.filter((name) => row[name] !== null && row[name] !== '' && !same(person[name], row[name]));
  return Object.fromEntries(changed.map((name) => [name, [person[name], row[name]]]));
};

export const withChanges = (person: Person, changes: Changes): PersonInput => {
  const after = Object.entries(changes).map(([name, pair]) => [name, pair[1]]);
  return { ...person, ...Object.fromEntries(after) };
};

/** The counts over the table and under it. */
export interface ImportCounts {
  readonly rows: number;
  readonly fresh: number;
  readonly updates: number;
  readonly merged: number;
  readonly stopped: number;
  readonly skipped: number;
  readonly wrong: number;
  readonly mended: number;
  readonly twins: number;
}

/** How long a whole import can be taken back. */
export const undoDays = 30;
