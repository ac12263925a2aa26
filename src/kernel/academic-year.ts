import { type Day, dayWithin, partsOf } from './day.ts';
import type { Window } from './period.ts';

/** From 1 September to 31 August, named by the calendar year it begins in: 2026 is «2026/27». */
export type AcademicYear = number;

/** The academic year that a day belongs to. */
export const yearOf = (value: Day): AcademicYear => {
  const { year, month } = partsOf(value);
  return month >= 9 ? year : year - 1;
};

/** All its days, 1 September – 31 August. */
export const academicYear = (start: AcademicYear): Window => ({
  from: dayWithin(start, 9, 1),
  till: dayWithin(start + 1, 8, 31),
});

/** «2026/27» */
export const yearLabel = (start: AcademicYear): string => `${start}/${String((start + 1) % 100).padStart(2, '0')}`;

/** The calendar year in which a month (1–12) of this academic year lies. */
export const calendarYearOf = (start: AcademicYear, month: number): number => (month >= 9 ? start : start + 1);
