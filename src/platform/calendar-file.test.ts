import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { calendarFile, momentOf } from './calendar-file.ts';

const entry = {
  uid: '1@nastavnik',
  title: 'Встреча; наставники, студенты',
  place: '',
  day: day('2026-10-14'),
  starts: '15:00',
  ends: '16:30',
  timeZone: 'Europe/Moscow',
  link: 'http://nastavnik.test/events/1',
  cancelled: false,
  sequence: 3,
};

test('hours are those of the college’s clocks, through changes of clocks too', () => {
  expect(momentOf(day('2026-10-14'), '15:00', 'Europe/Moscow').toISOString()).toBe('2026-10-14T12:00:00.000Z');
  expect(momentOf(day('2026-10-14'), '15:00', 'Asia/Vladivostok').toISOString()).toBe('2026-10-14T05:00:00.000Z');
  expect(momentOf(day('2026-03-29'), '12:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T10:00:00.000Z');
  expect(momentOf(day('2026-10-25'), '12:00', 'Europe/Berlin').toISOString()).toBe('2026-10-25T11:00:00.000Z');
});

test('signs that mean something are escaped, and an event without a place has no place', () => {
  const file = calendarFile([entry], new Date('2026-10-12T08:00:00Z'));

  expect(file).toContain('SUMMARY:Встреча\\; наставники\\, студенты\r\n');
  expect(file).toContain('DTSTART:20261014T120000Z\r\nDTEND:20261014T133000Z\r\nSEQUENCE:3\r\nSTATUS:CONFIRMED');
  expect(file).not.toContain('LOCATION');
});

test('no line is longer than 75 octets, and folding loses nothing', () => {
  const title = 'Общая встреча наставников и наставляемых первого курса в актовом зале главного корпуса';
  const file = calendarFile([{ ...entry, title, cancelled: true }], new Date('2026-10-12T08:00:00Z'));

  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  expect(file).toContain('STATUS:CANCELLED');
});
