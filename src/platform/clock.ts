import { type Day, day } from '../kernel/day.ts';

/** The only file that reads the clock. Development and tests may hold the day still (`TODAY=2026-10-12`). */
let heldDay: Day | undefined;

export const holdToday = (value: Day | undefined): void => {
  heldDay = value;
};

/** Today in a time zone (IANA name, as `Europe/Moscow`). */
export const today = (timeZone: string): Day => heldDay ?? day(new Intl.DateTimeFormat('sv-SE', { timeZone }).format());

/** This very moment, for expiry of links and sessions; never for a day in a document. */
export const now = (): Date => new Date();
