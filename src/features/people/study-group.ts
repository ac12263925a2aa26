import type { Day } from '../../kernel/day.ts';
import { plain } from './person.ts';

export interface StudyGroupInput {
  readonly code: string;
  readonly speciality: string;
  readonly course: number;
  readonly classTeacherId: string | null;
}

export interface StudyGroup extends StudyGroupInput {
  readonly id: string;
  readonly classTeacher: string | null;
  readonly graduatedOn: Day | null;
  /** Those who study in it now. */
  readonly people: number;
}

/** The same for «ЭМ-11», «эм 11» and «ЭМ11»: letters that look alike in Latin count as Cyrillic. */
export const groupKey = (code: string): string =>
  plain(code)
    .replace(/[abcehkmoptxy]/g, (letter) => alike[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, '');

const alike: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** Course by the first digit of the usual code: «ЭМ-21» is of the second; 1 where the code says nothing. */
export const courseOf = (code: string): number => {
  const digit = Number(/\d/.exec(code)?.[0] ?? 1);
  return digit >= 1 && digit <= 6 ? digit : 1;
};
