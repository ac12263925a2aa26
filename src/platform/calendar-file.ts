import type { Day } from '../kernel/day.ts';

/** What stands in somebody's calendar: a day with its hours ('14:30') in an IANA time zone. */
export interface CalendarEntry {
  /** Stays the same when the entry changes, so that calendars replace it. */
  readonly uid: string;
  readonly title: string;
  readonly place: string;
  readonly day: Day;
  readonly starts: string;
  readonly ends: string;
  readonly timeZone: string;
  /** Where the entry is looked after; absent where nobody needs to open it. */
  readonly link?: string;
  readonly text?: string;
  readonly cancelled: boolean;
  /** Grows with each change. */
  readonly sequence: number;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
const offsetAt = (moment: number, timeZone: string): number => {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - moment;
};

/** The moment at which clocks of a zone show this. An hour that a change of clocks skips counts as the one after it. */
export const momentOf = (day: Day, time: string, timeZone: string): Date => {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const first = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(first, timeZone));
};

const stamp = (moment: Date): string => moment.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545: a line has at most 75 octets; the rest goes on after a line break and a space. */
const folded = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
};

/** A calendar file (iCalendar, RFC 5545) in UTC, so that it needs no table of time zones. @param made when it is written */
export const calendarFile = (entries: readonly CalendarEntry[], made: Date): string => {
  const lines = entries.flatMap((entry) => [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp(made)}`,
    `DTSTART:${stamp(momentOf(entry.day, entry.starts, entry.timeZone))}`,
    `DTEND:${stamp(momentOf(entry.day, entry.ends, entry.timeZone))}`,
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${text(entry.title)}`,
    ...(entry.place ? [`LOCATION:${text(entry.place)}`] : []),
    ...(entry.text ? [`DESCRIPTION:${text(entry.text)}`] : []),
    ...(entry.link ? [`URL:${entry.link}`] : []),
    'END:VEVENT',
  ]);
  const frame = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nastavnik//RU', 'CALSCALE:GREGORIAN'];
  return `${[...frame, ...lines, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
};
