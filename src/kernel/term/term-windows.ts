import { type AcademicYear, academicYear, calendarYearOf, yearOf } from '../academic-year.ts';
import { addDays, type Day, daysInMonth, dayWithin, maxDay, weekday } from '../day.ts';
import { clip, contains, type Window } from '../period.ts';
import { isRecurring, type MonthStamp, type Stamp, type Term, type TermPart } from './term.ts';

/** Months of the academic year in its own order. */
const monthsInOrder = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** First and last month of each half of study and of each «четверть»; teaching ends on 30 June. */
const halves = [
  [9, 12],
  [1, 6],
] as const;
const schoolQuarters = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 6],
] as const;
/** Quarters end as calendar quarters do; September joins the fourth, so that a year has four. */
const quarters = [
  [9, 12],
  [1, 3],
  [4, 6],
  [7, 8],
] as const;

/**
 * When the work of a term is to be done, in order and without overlaps.
 *
 * A term that names its year (`term.year`) answers with its own dates whatever the year asked for; to roll it
 * over use `shiftTo`. Others lie within the academic year asked for: September–December in its first calendar
 * year, January–August in its second; «август – сентябрь» gives both ends of the year. Endless terms give the
 * whole year, `none` and `unknown` nothing.
 */
export function windowsOf(term: Term, year: AcademicYear): readonly Window[] {
  const base = term.year ?? year;
  const rhythm = term.parts.filter((part) => isRecurring(part.kind));
  const bounds = joined(
    term.parts.filter((part) => !isRecurring(part.kind)).flatMap((part) => windowsOfPart(part, base)),
    term,
  );
  if (rhythm.length === 0) return bounds;

  const beats = rhythm.flatMap((part) => windowsOfPart(part, base));
  const last = bounds.at(-1);
  if (!last) return beating(beats);
  if (term.follows) return [...bounds, ...beating(beats).filter((beat) => beat.from > last.till)];
  return beating(beats.flatMap((beat) => bounds.flatMap((bound) => clip(beat, bound) ?? [])));
}

/** The last day of the first window that is not over on `today`; null when none is left or the term is never due. */
export function nextDue(term: Term, year: AcademicYear, today: Day): Day | null {
  if (term.kind === 'always' || term.kind === 'on-request' || term.kind === 'by-plan') return null;
  return windowsOf(term, year).find((window) => window.till >= today)?.till ?? null;
}

const byStart = (one: Window, other: Window): number =>
  one.from < other.from ? -1 : one.from > other.from ? 1 : one.till < other.till ? -1 : 1;

/** Months that touch are one window («сентябрь, октябрь»); of two deadlines the second begins after the first. */
function joined(windows: readonly Window[], { kind }: Term): readonly Window[] {
  const result: Window[] = [];
  for (const window of windows.toSorted(byStart)) {
    const previous = result.at(-1);
    if (previous && kind === 'until' && window.from <= previous.till) {
      if (window.till > previous.till) result.push({ from: addDays(previous.till, 1), till: window.till });
    } else if (previous && window.from <= addDays(previous.till, kind === 'months' ? 1 : 0)) {
      result[result.length - 1] = { from: previous.from, till: maxDay(previous.till, window.till) };
    } else {
      result.push(window);
    }
  }
  return result;
}

/** Beats stay apart even when they touch; one that begins before the last has ended is left out. */
function beating(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = [];
  for (const window of windows.toSorted(byStart)) {
    const previous = result.at(-1);
    if (!previous || window.from > previous.till) result.push(window);
  }
  return result;
}

function windowsOfPart(part: TermPart, base: AcademicYear): readonly Window[] {
  const year = academicYear(base);
  switch (part.kind) {
    case 'date': {
      const at = dayOfStamp(part.at, base);
      return [{ from: at, till: at }];
    }
    case 'until': {
      const till = dayOfStamp(part.till, base);
      return [{ from: academicYear(yearOf(till)).from, till }];
    }
    case 'range':
      return span(dayOfStamp(part.from, base), part.till ? dayOfStamp(part.till, base) : undefined, base);
    case 'months':
      return span(firstDay(part.from, base), lastDay(part.till, base), base);
    case 'year':
      return [part.year === undefined ? year : academicYear(part.year)];
    case 'half':
    case 'semester':
      return pick(halves, part.number, base);
    case 'school-quarter':
      return pick(schoolQuarters, part.number, base);
    case 'quarter':
      return quarter(part.number, part.year, base);
    case 'quarterly':
      return quarters.map(([from, till]) => monthsOf(from, till, base));
    case 'monthly':
      return monthsInOrder.flatMap((month) => monthly(month, part.fromDate ?? 1, part.tillDate ?? 31, base));
    case 'weekly':
      return weekly(part.weekday, part.every, year);
    case 'times':
      return part.times === 2 ? halves.map(([from, till]) => monthsOf(from, till, base)) : equalParts(part.times, base);
    default:
      return [year];
  }
}

const dayOfStamp = ({ month, date, year }: Stamp, base: AcademicYear): Day =>
  dayWithin(year ?? calendarYearOf(base, month), month, date);

const firstDay = ({ month, year }: MonthStamp, base: AcademicYear): Day =>
  dayWithin(year ?? calendarYearOf(base, month), month, 1);

const lastDay = ({ month, year }: MonthStamp, base: AcademicYear): Day =>
  dayWithin(year ?? calendarYearOf(base, month), month, 31);

const monthsOf = (from: number, till: number, base: AcademicYear): Window => ({
  from: firstDay({ month: from }, base),
  till: lastDay({ month: till }, base),
});

/** A span that runs over 1 September («май – октябрь») leaves its two ends in the academic year. */
function span(from: Day, till: Day | undefined, base: AcademicYear): readonly Window[] {
  const year = academicYear(base);
  if (till === undefined) return [{ from, till: academicYear(yearOf(from)).till }];
  if (from <= till) return [{ from, till }];
  if (!contains(year, from) || !contains(year, till)) return [];
  return [
    { from: year.from, till },
    { from, till: year.till },
  ];
}

function pick(table: readonly (readonly [number, number])[], number: number, base: AcademicYear): readonly Window[] {
  const months = table[number - 1];
  return months ? [monthsOf(months[0], months[1], base)] : [];
}

/** The third calendar quarter lies at both ends of the academic year. */
function quarter(number: number, inYear: number | undefined, base: AcademicYear): readonly Window[] {
  const [first, last] = [number * 3 - 2, number * 3];
  if (inYear !== undefined) return [{ from: dayWithin(inYear, first, 1), till: dayWithin(inYear, last, 31) }];
  return number === 3 ? [monthsOf(9, 9, base), monthsOf(7, 8, base)] : [monthsOf(first, last, base)];
}

function monthly(month: number, fromDate: number, tillDate: number, base: AcademicYear): readonly Window[] {
  const inYear = calendarYearOf(base, month);
  if (fromDate > daysInMonth(inYear, month)) return [];
  return [{ from: dayWithin(inYear, month, fromDate), till: dayWithin(inYear, month, tillDate) }];
}

/** Weeks run from Monday to Sunday; the first and the last are cut by the year. */
function weekly(onDay: number | undefined, every: number, year: Window): readonly Window[] {
  const windows: Window[] = [];
  const monday = addDays(year.from, 1 - weekday(year.from));
  for (let start = monday; start <= year.till; start = addDays(start, 7 * every)) {
    const week = onDay === undefined ? { from: start, till: addDays(start, 7 * every - 1) } : dayOnly(start, onDay);
    const cut = clip(week, year);
    if (cut) windows.push(cut);
  }
  return windows;
}

const dayOnly = (monday: Day, onDay: number): Window => {
  const at = addDays(monday, onDay - 1);
  return { from: at, till: at };
};

function equalParts(times: number, base: AcademicYear): readonly Window[] {
  return Array.from({ length: times }, (_, index) => {
    const first = monthsInOrder[Math.floor((index * 12) / times)] ?? 9;
    const last = monthsInOrder[Math.floor(((index + 1) * 12) / times) - 1] ?? 8;
    return monthsOf(first, last, base);
  });
}
