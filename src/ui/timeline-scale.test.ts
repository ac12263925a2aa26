import { expect, test } from 'vitest';
import { monthsOf, placeOf, startOf } from './timeline-scale.ts';

const year = { from: '2026-09-01', till: '2027-08-31' };

test('the scale begins at 0 and the day after its end is at 100', () => {
  expect(startOf(year, '2026-09-01')).toBe(0);
  expect(startOf(year, '2027-09-01')).toBe(100);
});

test('a span holds both of its ends: one day is as wide as a day', () => {
  expect(placeOf(year, { from: '2026-09-01', till: '2026-09-01' })).toEqual({ x: 0, width: 0.27 });
  expect(placeOf(year, year)).toEqual({ x: 0, width: 100 });
});

test('what lies outside of the scale is cut off at its edges', () => {
  expect(placeOf(year, { from: '2026-01-01', till: '2026-09-30' })).toEqual(
    placeOf(year, { from: '2026-09-01', till: '2026-09-30' }),
  );
  expect(placeOf(year, { from: '2028-01-01', till: '2028-02-01' })).toEqual({ x: 100, width: 0 });
});

test('twelve months lie side by side, each as wide as its days, also over the new year', () => {
  const months = monthsOf(year);
  expect(months.map(({ month }) => month)).toEqual([8, 9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7]);
  expect(months.at(5)?.width).toBeLessThan(months.at(4)?.width ?? 0);
  expect((months.at(-1)?.x ?? 0) + (months.at(-1)?.width ?? 0)).toBeCloseTo(100, 1);
});
