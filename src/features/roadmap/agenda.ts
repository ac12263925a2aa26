import { addDays, type Day, dayWithin, partsOf, weekday } from '../../kernel/day.ts';
import type { LivingRow } from './living-roadmap.ts';

/** What is to be done, by when. */
export interface Agenda {
  readonly overdue: readonly LivingRow[];
  /** The coming Friday, today included. */
  readonly friday: Day;
  readonly week: readonly LivingRow[];
  readonly monthEnd: Day;
  readonly month: readonly LivingRow[];
  /** Begun, and due after this month: the nearest. */
  readonly later: readonly LivingRow[];
}

const friday = 5;

/** On Saturday and Sunday the week that comes is meant. */
const fridayFrom = (today: Day): Day => addDays(today, (friday - weekday(today) + 7) % 7);

const byDue = (one: LivingRow, other: LivingRow): number => (one.due ?? '').localeCompare(other.due ?? '');

/** Rows that ask for work, in the order in which they are due. What goes on all the time asks for nothing by a day. */
export function agendaOf(rows: readonly LivingRow[], today: Day): Agenda {
  const { year, month } = partsOf(today);
  const [weekEnd, monthEnd] = [fridayFrom(today), dayWithin(year, month, 31)];
  const dated = rows.filter(({ due }) => due !== null).toSorted(byDue);
  const running = dated.filter(({ state }) => state === 'open' || state === 'due-soon');
  const until = (row: LivingRow, till: Day): boolean => row.due !== null && row.due <= till;
  return {
    overdue: dated.filter(({ state }) => state === 'overdue'),
    friday: weekEnd,
    week: running.filter((row) => until(row, weekEnd)),
    monthEnd,
    month: running.filter((row) => !until(row, weekEnd) && until(row, monthEnd)),
    later: running.filter((row) => !until(row, weekEnd) && !until(row, monthEnd)).slice(0, 5),
  };
}
