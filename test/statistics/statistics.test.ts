import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { normalBelow, normalQuantile } from '../../src/features/monitoring/normal.ts';
import {
  bootstrapInterval,
  cohensDz,
  matchedRankBiserial,
  mean,
  median,
  rankSumTest,
  signedRankTest,
} from '../../src/features/monitoring/statistics.ts';

interface Reference {
  readonly changes: readonly {
    readonly name: string;
    readonly changes: readonly number[];
    readonly p: number;
    readonly up: number;
    readonly down: number;
    readonly median: number;
    readonly dz: number;
    readonly rankBiserial: number;
    readonly meanInterval: readonly [number, number];
    readonly medianInterval: readonly [number, number] | null;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly first: readonly number[];
    readonly second: readonly number[];
    readonly u: number;
    readonly p: number;
  }[];
  readonly normal: readonly { readonly z: number; readonly below: number }[];
  readonly quantiles: readonly { readonly part: number; readonly z: number }[];
}

/** What SciPy answers to the same: reference.py writes it. */
const scipy: Reference = JSON.parse(readFileSync(join(import.meta.dirname, 'reference.json'), 'utf8'));

const near = (found: number | null | undefined, wanted: number) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));

test.each(scipy.changes)('paired changes agree with SciPy: $name', (known) => {
  const found = signedRankTest(known.changes);
  near(found?.p, known.p);
  near(found?.up, known.up);
  near(found?.down, known.down);
  near(median(known.changes), known.median);
  near(cohensDz(known.changes), known.dz);
  near(matchedRankBiserial(known.changes), known.rankBiserial);
});

test.each(scipy.changes)('the bootstrap interval of the same samples agrees with SciPy: $name', (known) => {
  const ofMean = bootstrapInterval(known.changes, mean, { seed: 7, samples: 500 });
  near(ofMean?.from, known.meanInterval[0]);
  near(ofMean?.till, known.meanInterval[1]);
  if (!known.medianInterval) return;
  const ofMedian = bootstrapInterval(known.changes, median, { seed: 11, samples: 400 });
  near(ofMedian?.from, known.medianInterval[0]);
  near(ofMedian?.till, known.medianInterval[1]);
});

test.each(scipy.groups)('two groups agree with SciPy: $name', ({ first, second, u, p }) => {
  const found = rankSumTest(first, second);
  near(found?.u, u);
  near(found?.p, p);
});

test('the normal distribution agrees with SciPy into its tails', () => {
  for (const { z, below } of scipy.normal) expect(Math.abs(normalBelow(z) / below - 1)).toBeLessThan(1e-9);
  for (const { part, z } of scipy.quantiles) near(normalQuantile(part), z);
});

test('Kerby’s mean of the favourable and the unfavourable: all up is 1, all down is −1, as much up as down is 0', () => {
  expect(matchedRankBiserial([1, 2, 3])).toBe(1);
  expect(matchedRankBiserial([-1, -2, -3])).toBe(-1);
  expect(matchedRankBiserial([1, -1])).toBe(0);
});

// Darwin's fifteen couples of maize (Fisher 1935, The Design of Experiments, §17; in eighths of an inch): of the 2¹⁵ ways of
// giving signs 863 have as great a sum; by ranks T = 24.
test('Darwin’s maize, as Fisher counted it', () => {
  const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  const found = signedRankTest(maize);
  expect(found).toMatchObject({ n: 15, down: 24, up: 96, exact: true });
  expect(found?.p).toBeCloseTo(0.0413, 4);
});

test('what cannot be said is not said', () => {
  expect(signedRankTest([])).toBeNull();
  expect(signedRankTest([0, 0, 0])).toBeNull();
  expect(matchedRankBiserial([0, 0])).toBeNull();
  expect(cohensDz([2])).toBeNull();
  expect(cohensDz([1, 1, 1])).toBeNull();
  expect(rankSumTest([], [1])).toBeNull();
  expect(bootstrapInterval([3], mean, { seed: 1 })).toBeNull();
  expect(bootstrapInterval([2, 2, 2], mean, { seed: 1 })).toBeNull();
});

test('the same seed draws the same interval, another seed another', () => {
  const values = [1, 4, -2, 3, 0, 5, 2, 2, -1, 3];
  const drawn = bootstrapInterval(values, mean, { seed: 3 });
  expect(bootstrapInterval(values, mean, { seed: 3 })).toEqual(drawn);
  expect(bootstrapInterval(values, mean, { seed: 4 })).not.toEqual(drawn);
});
