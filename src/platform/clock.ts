import { type Day, day } from '../kernel/day.ts';

/** The only file that reads the clock. Development and tests may hold the day still (`TODAY=2026-10-12`). */
let heldDay: Day | undefined;

export const holdToday = (value: Day | undefined): void => {
  heldDay = value;
};

/** Making a formatter costs more than all the rest of a small request, so each zone has one. */
const calendars = new Map<string, Intl.DateTimeFormat>();

const calendarOf = (timeZone: string): Intl.DateTimeFormat => {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar;
};

/** Today in a time zone (IANA name, as `Europe/Moscow`). */
export const today = (timeZone: string): Day => heldDay ?? day(calendarOf(timeZone).format());

/** This very moment, for expiry of links and sessions; never for a day in a document. */
export const now = (): Date => new Date();
