import { ageOn, type Day, dayOf, daysInMonth, formatDay, parseDay, partsOf } from '../../kernel/day.ts';
import type { Cell } from '../../platform/files/sheet.ts';
import { found, isUncounted, type Reading } from './import-problems.ts';
import { saysNothing, tidyText } from './person-values.ts';
import { bornSigns } from './value-texts.ts';

/** Days of Excel's calendar that a living person may be born on: 1918–2045. */
const serials = { from: 6_600, till: 53_000 } as const;

const fromSerial = (serial: number): Day | undefined => {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** «19,06,2005», «19. 06. 2005», «19062005», «19.06.2005 г.р.» as the kernel's reader knows them. */
const usual = (text: string): string =>
  text
    .replace(bornSigns, '')
    .replace(/(\d)\s*[.,]\s*(?=\d)/g, '$1.')
    .replace(/^(\d\d)(\d\d)(\d{4})$/, '$1.$2.$3');

const numeric = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{2}|\d{4})$/;

/** Two digits of a year that would be still to come mean the last century. */
const notFuture = (day: Day, text: string, today: Day): Day => {
  const { year, month, date } = partsOf(day);
  const short = !text.includes(String(year));
  return day > today && short ? (dayOf(year - 100, month, date) ?? day) : day;
};

function unreadable(text: string): Reading<Day | null> {
  const [, first, second, last] = numeric.exec(text) ?? [];
  if (first === undefined || second === undefined || last === undefined)
    return found(null, { kind: 'birth-unreadable', level: 'stop' });
  const [date, month, year] = [Number(first), Number(second), Number(last) + (last.length === 2 ? 2000 : 0)];
  if (month > 12) {
    const turned = dayOf(year, date, month);
    const finding = { kind: 'birth-impossible', level: 'stop', detail: { month } } as const;
    return found(null, turned ? { ...finding, proposal: formatDay(turned) } : finding);
  }
  return found(null, { kind: 'birth-impossible', level: 'stop', detail: { month, days: daysInMonth(year, month) } });
}

/** A birth date out of a cell in any notation; days that do not exist and days to come are problems. */
export function readBirthDay(cell: Cell | undefined, today: Day): Reading<Day | null> {
  if (isUncounted(cell)) return found(null, { kind: 'formula-uncounted', level: 'ask' });
  if (typeof cell === 'object' && cell !== null && 'day' in cell) return judged(cell.day, today);
  const text = tidyText(cell);
  if (saysNothing(text)) return found(null);
  const serial = /^\d{4,5}(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (serial > serials.from && serial < serials.till) {
    const day = fromSerial(serial);
    if (day) return found(day, { kind: 'birth-serial', level: 'note', proposal: formatDay(day) });
  }
  const typed = usual(text);
  const day = parseDay(typed);
  return day ? judged(notFuture(day, typed, today), today) : unreadable(typed);
}

const judged = (day: Day, today: Day): Reading<Day | null> =>
  day > today ? found(null, { kind: 'birth-future', level: 'stop' }) : found(day);

/** Ages at which one is in a course: two years of slack below, none above that a grown student could break. */
const leastAge = (course: number | null): number => Math.max(14, 12 + (course ?? 0));
const mostAge = 70;

/** Doubtful, never impossible: a prodigy exists, a slip of the pen is likelier. */
export function ageFinding(birth: Day, course: number | null, student: boolean, today: Day): Reading<null> {
  const age = ageOn(birth, today);
  const least = student ? leastAge(course) : 16;
  if (age >= least && age <= (student ? mostAge : 95)) return found(null);
  return found(null, { kind: 'age-odd', level: 'ask', detail: course === null ? { age } : { age, course } });
}
