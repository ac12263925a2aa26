import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { cameBy, eventState, plainName, programmeMonths, silentMonths } from './event.ts';

const today = day('2026-10-12');

test('an event that is over waits for its attendance until somebody is marked', () => {
  const event = { day: day('2026-10-10'), cancelledOn: null, came: 0, others: 0 };

  expect(eventState(event, today)).toBe('nobody-marked');
  expect(eventState({ ...event, others: 12 }, today)).toBe('held');
  expect(eventState({ ...event, day: today }, today)).toBe('today');
  expect(eventState({ ...event, day: day('2026-10-13') }, today)).toBe('planned');
  expect(eventState({ ...event, came: 3, cancelledOn: today }, today)).toBe('cancelled');
});

test('who came is counted by audience', () => {
  const guests = [
    { audience: 'parents', came: true },
    { audience: 'students', came: true },
    { audience: 'students', came: false },
    { audience: 'students', came: true },
  ] as const;

  expect(cameBy(guests)).toEqual([
    ['students', 2],
    ['parents', 1],
  ]);
});

test('names compare without case, ё and spaces', () => {
  expect(plainName(' Семёнов  ПЁТР ')).toBe('семенов петр');
});

test('months of the programme that have begun without a publication are told; holidays are not asked for', () => {
  expect(programmeMonths(2026)).toHaveLength(10);
  expect(silentMonths([{ day: day('2026-09-30') }], 2026, today)).toEqual(['2026-10']);
  expect(silentMonths([], 2026, day('2027-08-15'))).toEqual(programmeMonths(2026));
});
