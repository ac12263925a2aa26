import { monthGenitive, monthOf, monthPattern, weekdayNames, weekdayShortNames } from './russian/calendar.ts';

declare const dayBrand: unique symbol;

/** A calendar day as ISO text, '2026-09-01'; sorts and compares as text. Years 1000–9999. */
export type Day = string & { readonly [dayBrand]: true };

export interface DayParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly date: number;
}

const dayLength = 86_400_000;
const nbsp = '\u00A0';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The number of days in a month (1–12). */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** undefined when there is no such day (31 February). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}` as Day;
}

/** Takes '2026-09-01' only; throws a RangeError on anything else. */
export function day(iso: string): Day {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const found = match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!found) throw new RangeError('not a day');
  return found;
}

/** The day of a clamped date: 31 September is 30 September. */
export const dayWithin = (year: number, month: number, date: number): Day =>
  day(`${pad(year, 4)}-${pad(month)}-${pad(Math.min(date, daysInMonth(year, month)))}`);

export const partsOf = (value: Day): DayParts => ({
  year: Number(value.slice(0, 4)),
  month: Number(value.slice(5, 7)),
  date: Number(value.slice(8, 10)),
});

const numberOf = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / dayLength;

const fromNumber = (number: number): Day => day(new Date(number * dayLength).toISOString().slice(0, 10));

export const addDays = (value: Day, days: number): Day => fromNumber(numberOf(value) + days);

/** Keeps the date where the month has it: 31 January and a month is 28 February. */
export function addMonths(value: Day, months: number): Day {
  const { year, month, date } = partsOf(value);
  const total = year * 12 + (month - 1) + months;
  return dayWithin(Math.floor(total / 12), (((total % 12) + 12) % 12) + 1, date);
}

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, till: Day): number => numberOf(till) - numberOf(from);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (value: Day): number => ((((numberOf(value) + 3) % 7) + 7) % 7) + 1;

/** Monday to Friday. Public holidays and days moved by the government are not known here. */
export const isWorkday = (value: Day): boolean => weekday(value) <= 5;

/** Full years; the birthday itself counts. Born on 29 February: a year older on 1 March of common years. */
export function ageOn(birth: Day, on: Day): number {
  const born = partsOf(birth);
  const now = partsOf(on);
  const before = now.month < born.month || (now.month === born.month && now.date < born.date);
  return now.year - born.year - (before ? 1 : 0);
}

export const minDay = (first: Day, ...rest: readonly Day[]): Day => [first, ...rest].toSorted()[0] ?? first;

export const maxDay = (first: Day, ...rest: readonly Day[]): Day => [first, ...rest].toSorted().at(-1) ?? first;

/** Quarter of the calendar year, 1–4. */
export const quarterOf = (value: Day): number => Math.ceil(partsOf(value).month / 3);

/** «01.09.2026» */
export function formatDay(value: Day): string {
  const { year, month, date } = partsOf(value);
  return `${pad(date)}.${pad(month)}.${year}`;
}

/** «1 сентября 2026 г.» with no-break spaces. */
export function formatDayLong(value: Day): string {
  return `${formatDayMonth(value)}${nbsp}${partsOf(value).year}${nbsp}г.`;
}

/** «1 сентября» with a no-break space. */
export function formatDayMonth(value: Day): string {
  const { month, date } = partsOf(value);
  return `${date}${nbsp}${monthGenitive(month)}`;
}

/** «вторник» */
export const weekdayName = (value: Day): string => weekdayNames[weekday(value) - 1] ?? '';

/** «вт» */
export const weekdayShort = (value: Day): string => weekdayShortNames[weekday(value) - 1] ?? '';

/** Two-digit years up to 49 are of this century: people born in 1950–1999 still work, nobody is planned after 2049. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
};

const time = '(?:[ t,]+\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?z?)?';
const isoLike = new RegExp(`^(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})${time}$`);
const dotted = new RegExp(`^(\\d{1,2}) ?[-./] ?(\\d{1,2}) ?[-./] ?(\\d{4}|\\d\\d)${time}$`);
const worded = new RegExp(`^(\\d{1,2})[- ]?(?:го )?(${monthPattern})[- ,]*(\\d{4}|\\d\\d)$`, 'u');

/**
 * Reads a day as Russians type it and as their files hold it: «01.09.2026», «1.9.26», «1 сентября 2026 г.»,
 * «15 сент. 2023», «« 01 » сентября 2026 года», «2026-09-01T00:00:00». No such day, or not a day: undefined.
 */
export function parseDay(text: string): Day | undefined {
  const tidy = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'“”„]/g, ' ')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?(?:года|год|г\.|г)$/u, '')
    .replace(/[,;.]$/, '')
    .trim();

  const iso = isoLike.exec(tidy);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dots = dotted.exec(tidy);
  if (dots) return dayOf(fullYear(dots[3] ?? ''), Number(dots[2]), Number(dots[1]));
  const words = worded.exec(tidy);
  if (words) return dayOf(fullYear(words[3] ?? ''), monthOf(words[2] ?? '') ?? 0, Number(words[1]));
  return undefined;
}
