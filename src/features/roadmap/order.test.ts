import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { officialByTitle, officialNumber } from './official.ts';
import { orderWarnings, type Planned } from './order.ts';
import { roadmapTemplate } from './roadmap-template.ts';

const planned = (number: string, from: string, till: string, more: Partial<Planned> = {}): Planned => ({
  number,
  official: number,
  windows: [{ from: day(from), till: day(till) }],
  endless: false,
  closed: false,
  ...more,
});

test('a base that ends after the pairs made of it is warned about', () => {
  const warnings = orderWarnings([
    planned('4.2', '2026-10-01', '2026-11-30'),
    planned('5.1', '2026-10-01', '2026-10-31'),
  ]);

  expect(warnings).toMatchObject([{ before: '4.2', after: '5.1', beforeTill: '2026-11-30', afterTill: '2026-10-31' }]);
});

test('work in its order, work that is done and work that never ends are not', () => {
  const pairs = planned('5.1', '2026-10-01', '2026-10-31');

  expect(orderWarnings([planned('4.2', '2026-09-01', '2026-10-31'), pairs])).toEqual([]);
  expect(orderWarnings([planned('4.2', '2026-10-01', '2026-11-30', { closed: true }), pairs])).toEqual([]);
  expect(orderWarnings([planned('4.2', '2026-09-01', '2027-08-31', { endless: true }), pairs])).toEqual([]);
});

test('rows of the built-in roadmap are their own official rows', () => {
  const rows = roadmapTemplate.flatMap(({ rows: each }) => each);

  expect(rows.map((row) => officialNumber({ kind: 'activity', ...row }))).toEqual(rows.map(({ number }) => number));
});

test('a row with a number of the college is known by its title where that is sure', () => {
  expect(officialNumber({ kind: 'activity', number: '12', title: 'Формирование банка экспертов' })).toBe('1.9');
  expect(officialNumber({ kind: 'activity', number: '3', title: 'Мониторинг результатов программы' })).toBe('7.1');
  expect(officialByTitle('Спартакиада педагогов')).toBeUndefined();
  expect(officialNumber({ kind: 'activity', number: '8.4', title: 'Спартакиада педагогов' })).toBeUndefined();
  expect(officialNumber({ kind: 'stage', number: '5', title: 'Формирование пар' })).toBeUndefined();
});
