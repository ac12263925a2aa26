import type { AcademicYear } from '../academic-year.ts';

/** A day of the year; the calendar year only where the text names it. */
export interface Stamp {
  readonly month: number;
  readonly date: number;
  readonly year?: number;
}

/** A month; the calendar year only where the text names it. */
export interface MonthStamp {
  readonly month: number;
  readonly year?: number;
}

/** One thing that a term says; a term may say several («Постоянно, ежемесячно»). */
export type TermPart =
  | { readonly kind: 'date'; readonly at: Stamp }
  | { readonly kind: 'until'; readonly till: Stamp }
  /** No `till`: to the end of the academic year. */
  | { readonly kind: 'range'; readonly from: Stamp; readonly till?: Stamp }
  | { readonly kind: 'months'; readonly from: MonthStamp; readonly till: MonthStamp }
  /** With `year`, «2026/27» was written. */
  | { readonly kind: 'year'; readonly year?: AcademicYear }
  | { readonly kind: 'half' | 'semester'; readonly number: number }
  /** `quarter` is a calendar quarter, `school-quarter` a «четверть»; `year` is the calendar year as written. */
  | { readonly kind: 'quarter' | 'school-quarter'; readonly number: number; readonly year?: number }
  /** Dates within the month, when only a part of it is meant: «до 15 числа каждого месяца». */
  | { readonly kind: 'monthly'; readonly times: number; readonly fromDate?: number; readonly tillDate?: number }
  | { readonly kind: 'quarterly'; readonly times: number }
  /** `weekday` 1 is Monday; `every` 2 means each second week. */
  | { readonly kind: 'weekly'; readonly times: number; readonly every: number; readonly weekday?: number }
  /** So many times a year, at equal distances; twice a year is once each half. */
  | { readonly kind: 'times'; readonly times: number }
  | { readonly kind: 'always' }
  | { readonly kind: 'on-request' }
  /** The college's own plan or timetable says when. */
  | { readonly kind: 'by-plan' };

/** `none`: nothing was written. `unknown`: something was, and a person must say what it means. */
export type TermKind = TermPart['kind'] | 'none' | 'unknown';

export interface Term {
  /** As written, spaces tidied and line-break hyphens joined. */
  readonly text: string;
  readonly kind: TermKind;
  /** «Ежегодно» was said: years that the text names do not bind. */
  readonly yearly: boolean;
  /** The academic year that the text names; without it the term repeats in every year. */
  readonly year?: AcademicYear;
  /** Empty for `none` and `unknown`. */
  readonly parts: readonly TermPart[];
  /** «…, далее ежемесячно»: the recurrence follows the dates. Otherwise it lies within them. */
  readonly follows: boolean;
}

const endless: readonly TermKind[] = ['always', 'on-request', 'by-plan'];
const recurring: readonly TermKind[] = ['monthly', 'quarterly', 'weekly', 'times'];

/** Never due: always, on request, by a plan of its own. */
export const isEndless = (kind: TermKind): boolean => endless.includes(kind);

/** Wanted again and again within a year. */
export const isRecurring = (kind: TermKind): boolean => recurring.includes(kind);
