import type { Day } from '../../kernel/day.ts';
import type { Cell } from '../../platform/files/sheet.ts';
import { cellText } from '../../platform/files/sheet-table.ts';
import { emptyWords } from './value-texts.ts';

/** What a column of a list may hold. `closedNote` is the psychologist's: only a person may choose it. */
export const personFields = [
  'fullName',
  'lastName',
  'firstName',
  'patronymic',
  'group',
  'course',
  'birthDay',
  'phone',
  'parentPhone',
  'parentName',
  'email',
  'gender',
  'post',
  'organisation',
  'need',
  'closedNote',
] as const;

export type PersonField = (typeof personFields)[number];

/** A person as a list of a college gives them. null: the list does not say. */
export interface PersonValues {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly patronymic: string | null;
  readonly group: string | null;
  readonly course: number | null;
  readonly birthDay: Day | null;
  /** +7 and ten digits; numbers of other countries keep their own code. */
  readonly phone: string | null;
  readonly parentPhone: string | null;
  readonly parentName: string | null;
  readonly email: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly post: string | null;
  readonly organisation: string | null;
  readonly need: string | null;
  readonly closedNote: string | null;
}

/** Text of a cell with every kind of space made one, invisible signs and Excel's leading apostrophe taken off. */
export const tidyText = (cell: Cell | undefined): string => tidy(cellText(cell));

const untidy = /^[\s']|\s$|\s\s|[^\S ]|[\u00ad\u200b-\u200d\u2060\ufeff]/;

export const tidy = (text: string): string =>
  untidy.test(text)
    ? text
        .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'/, '')
    : text;

/** Longer than any word that says nothing: most texts are told by this alone. */
const longestEmpty = 20;

/** Nothing, or one of the ways to write nothing: a dash, a plus, «no». */
export function saysNothing(text: string): boolean {
  if (text.length > longestEmpty) return false;
  if (/^[-\u2010-\u2015\u2212+.,_/\\?*#\s]*$/.test(text)) return true;
  return emptyWords.has(text.toLowerCase());
}

/** The text of a cell, or null when it says nothing. */
export function meant(cell: Cell | undefined): string | null {
  const text = tidyText(cell);
  return saysNothing(text) ? null : text;
}

/** For comparing: small letters, yo as ye, one space. */
export const folded = (text: string): string => tidy(text).toLowerCase().replaceAll('\u0451', '\u0435');
