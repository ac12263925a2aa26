import type { Cell } from '../../platform/files/sheet.ts';
import type { PersonField } from './person-values.ts';

/** What may be wrong or doubtful in a row. Words for each: import-texts.ts. */
export type ProblemKind =
  | 'name-missing'
  | 'name-one-word'
  | 'name-initials'
  | 'name-glued'
  | 'name-latin'
  | 'name-case'
  | 'name-order'
  | 'name-brackets'
  | 'name-odd'
  | 'birth-impossible'
  | 'birth-unreadable'
  | 'birth-future'
  | 'birth-serial'
  | 'age-odd'
  | 'phone-digits'
  | 'phone-rounded'
  | 'phone-second'
  | 'phone-shared'
  | 'email-odd'
  | 'email-other'
  | 'gender-odd'
  | 'course-odd'
  | 'group-missing'
  | 'group-similar'
  | 'group-notation'
  | 'group-closed'
  | 'formula-uncounted'
  | 'left'
  | 'away'
  | 'hidden-row';

/**
 * `stop`: the row is not written until someone mends it. `ask`: written as proposed, or with a gap, unless someone says
 * otherwise. `note`: mended by itself, only told.
 */
export type ProblemLevel = 'stop' | 'ask' | 'note';

export interface Problem {
  /** The number of the row as people see it in Excel, from 1. */
  readonly row: number;
  /** Index of the column from 0; null when the row as a whole is meant. */
  readonly column: number | null;
  readonly field: PersonField | null;
  readonly kind: ProblemKind;
  readonly level: ProblemLevel;
  /** What stands in the file. */
  readonly value: string;
  /** What to write instead. */
  readonly proposal?: string;
  /** Numbers that the sentence needs: digits counted, days in the month, age, course, year. */
  readonly detail?: Readonly<Record<string, number>>;
}

/** A problem before it is known where it stands. */
export type Finding = Omit<Problem, 'row' | 'column' | 'field' | 'value'> & { readonly value?: string };

export interface Reading<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export const found = <T>(value: T, ...findings: readonly Finding[]): Reading<T> => ({ value, findings });

/** A formula that no program has counted gives no value; copied values do. */
export const isUncounted = (cell: Cell | undefined): boolean =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;
