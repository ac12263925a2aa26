import { expect, test } from 'vitest';
import { DotChart, proven } from './chart.tsx';
import { axisOf, signed } from './chart-scale.ts';

test('the axis has round ticks around all values', () => {
  const axis = axisOf([41, 68]);
  expect(axis.ticks).toEqual([40, 50, 60, 70]);
  expect(axis.at(40)).toBe(0);
  expect(axis.at(70)).toBe(100);
});

test('equal values still have an axis, also at zero', () => {
  for (const value of [0, 5, -3]) {
    const axis = axisOf([value, value]);
    expect(axis.ticks.length).toBeGreaterThan(1);
    expect(axis.at(value)).toBeGreaterThanOrEqual(0);
    expect(axis.at(value)).toBeLessThanOrEqual(100);
  }
});

test('an interval that touches zero proves nothing', () => {
  expect(proven({ interval: [1, 11] })).toBe(true);
  expect(proven({ interval: [-11, -1] })).toBe(true);
  expect(proven({ interval: [-2, 8] })).toBe(false);
  expect(proven({ interval: [0, 8] })).toBe(false);
});

test('numbers are written with a comma, a real minus and a plus', () => {
  expect([signed(1.5), signed(-6), signed(0)]).toEqual(['+1,5', '−6', '0']);
});

test('the picture says in words and in a table what it shows', async () => {
  const rows = [{ label: 'Общение', before: 63, after: 66, difference: 3, interval: [-2, 8], n: 71 }] as const;
  const html = String(await (<DotChart title="До и после" summary="Не доказано." unit="Баллы" rows={rows} />));
  expect(html).toContain('До и после. Не доказано.');
  expect(html).toMatch(/<td[^>]*><div>71<\/div><\/td>/);
  expect(html).toContain('не доказано: интервал с\u00a0нулём');
});
