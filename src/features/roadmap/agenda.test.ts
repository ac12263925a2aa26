import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { agendaOf } from './agenda.ts';
import { livingRow } from './living-roadmap.ts';
import type { KeptRow } from './row.ts';

const rowOf = (number: string, termText: string): KeptRow => ({
  ...{ id: number, roadmapId: '', year: 2026, position: 1, version: 1, kind: 'activity', number, stage: 1 },
  ...{ title: 'Дело', content: '', termText, responsible: [], documents: [] },
});

const agendaOn = (today: string, terms: readonly string[]) => {
  const rows = terms.map((term) =>
    livingRow(rowOf(term, term), { facts: [{ title: 'Бумага', state: 'wait' }] }, [], day(today)),
  );
  const { overdue, friday, week, month, later } = agendaOf(rows, day(today));
  const numbers = (list: typeof overdue) => list.map(({ number }) => number);
  return { friday, overdue: numbers(overdue), week: numbers(week), month: numbers(month), later: numbers(later) };
};

test('work is sorted by its day: late, until Friday, until the end of the month, later', () => {
  expect(agendaOn('2026-10-12', ['октябрь', 'до 16 октября', 'до 1 октября', 'октябрь-ноябрь', 'постоянно'])).toEqual({
    friday: '2026-10-16',
    overdue: ['до 1 октября'],
    week: ['до 16 октября'],
    month: ['октябрь'],
    later: ['октябрь-ноябрь'],
  });
});

test('on Friday it is this Friday, on Saturday the next', () => {
  expect(agendaOn('2026-10-16', []).friday).toBe('2026-10-16');
  expect(agendaOn('2026-10-17', []).friday).toBe('2026-10-23');
});

test('a deadline far ahead is waited for in its last two months', () => {
  const row = livingRow(rowOf('7.1', 'Ежегодно до 30 июня'), { facts: [] }, [], day('2026-10-12'));

  expect(row.state).toBe('ahead');
  expect(row.windows).toEqual([{ from: '2027-05-01', till: '2027-06-30' }]);
});
