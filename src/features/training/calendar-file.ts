import type { Day } from '../../kernel/day.ts';

export interface CalendarEvent {
  /** Stays the same when the event is read again. */
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly day: Day;
  /** Local time of the college, «14:30». */
  readonly starts: string;
  readonly ends: string;
  readonly cancelled: boolean;
  /** Grows with every change. */
  readonly version: number;
}

/** RFC 5545: backslash, comma, semicolon and line breaks are escaped. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines are at most 75 octets; the next ones begin with a space, and no letter is torn. */
const folded = (line: string): string => {
  const lines: string[] = [''];
  for (const sign of line) {
    const last = lines.at(-1) ?? '';
    if (Buffer.byteLength(last + sign) > 75) lines.push(` ${sign}`);
    else lines[lines.length - 1] = last + sign;
  }
  return lines.join('\r\n');
};

const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
const offsetAt = (at: Date, timeZone: string): number => {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - at.getTime();
};

/** A local time as a moment. Around a change of clocks the second look settles it. */
const momentOf = (day: Day, time: string, timeZone: string): Date => {
  const local = Date.parse(`${day}T${time}:00Z`);
  const first = new Date(local - offsetAt(new Date(local), timeZone));
  return new Date(local - offsetAt(first, timeZone));
};

/** An iCalendar file (RFC 5545) that every calendar reads; times go as UTC, so no zone has to be described. */
export const calendarFile = (
  name: string,
  events: readonly CalendarEvent[],
  { timeZone, made }: { readonly timeZone: string; readonly made: Date },
): string => {
  const body = events.flatMap((event) => [
    'BEGIN:VEVENT',
    `UID:${event.id}@nastavnik`,
    `DTSTAMP:${stampOf(made)}`,
    `DTSTART:${stampOf(momentOf(event.day, event.starts, timeZone))}`,
    `DTEND:${stampOf(momentOf(event.day, event.ends, timeZone))}`,
    `SEQUENCE:${event.version}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//nastavnik//training//RU',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...body,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
