import { calendarYearOf } from '../../kernel/academic-year.ts';
import { addDays, type Day, dayWithin } from '../../kernel/day.ts';
import type { Window } from '../../kernel/period.ts';

/** Quarters of work: September joins the last of the calendar, July and August are holidays (roadmap, row 6.4). */
const months = [
  [9, 12],
  [1, 3],
  [4, 6],
] as const;

export const quartersOf = (year: number): readonly Window[] =>
  months.map(([first, last]) => ({
    from: dayWithin(calendarYearOf(year, first), first, 1),
    till: dayWithin(calendarYearOf(year, last), last, 31),
  }));

/** When the questionnaires of a quarter are open. */
export const askingWindow = (
  { till }: Window,
  { opensBefore, openDays }: { readonly opensBefore: number; readonly openDays: number },
): Window => {
  const from = addDays(till, -opensBefore);
  return { from, till: addDays(from, openDays - 1) };
};

/** The quarter whose questionnaires should be open today. */
export const quarterToAsk = (
  year: number,
  norms: { readonly opensBefore: number; readonly openDays: number },
  today: Day,
): { readonly number: 1 | 2 | 3; readonly window: Window } | undefined => {
  const index = quartersOf(year).findIndex((quarter) => {
    const { from, till } = askingWindow(quarter, norms);
    return from <= today && today <= till;
  });
  const quarter = quartersOf(year)[index];
  return quarter ? { number: (index + 1) as 1 | 2 | 3, window: askingWindow(quarter, norms) } : undefined;
};
