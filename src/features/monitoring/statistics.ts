import { normalBelow, normalQuantile, normalTails } from './normal.ts';

/**
 * The statistics of growth: the same person before and after, and two groups that changed side by side. Pure functions of
 * numbers; every figure is checked against SciPy's and against published examples in statistics.test.ts.
 */

export interface SignedRankTest {
  /** Sums of the ranks of what went up and of what went down. */
  readonly up: number;
  readonly down: number;
  /** Pairs that did change: the test leaves the unchanged out. */
  readonly n: number;
  /** Two-sided. */
  readonly p: number;
  readonly exact: boolean;
}

export interface RankSumTest {
  /** U of the first sample: how many of all couples it wins, a tie being half a win. */
  readonly u: number;
  /** 2U / (n₁·n₂) − 1: from −1 to 1. */
  readonly rankBiserial: number;
  readonly p: number;
  readonly exact: boolean;
}

export interface Interval {
  readonly from: number;
  readonly till: number;
}

/** Up to this many values the distribution is counted out, ties and all; beyond it the normal one is near enough. */
const countedOut = 50;

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Standard deviation of a sample (n − 1 below the line). */
export const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (values.length - 1));
};

/** The quantile that R calls type 7 and NumPy «linear»; `part` from 0 to 1. NaN of nothing. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Ranks from 1, equal values share the middle of theirs; `ties` is Σ(t³ − t) over the sets of equal values. */
export const ranksOf = (values: readonly number[]): { ranks: number[]; ties: number } => {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (const { place } of order.slice(start, end)) ranks[place] = (start + end + 1) / 2;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, ties };
};

/** How many ways a set of `size` (or of any size) out of whole numbers adds up to each sum: index is the sum. */
const waysBySum = (parts: readonly number[]): Float64Array => {
  const ways = new Float64Array(parts.reduce((sum, one) => sum + one, 0) + 1);
  ways[0] = 1;
  let reach = 0;
  for (const part of parts) {
    for (let sum = reach; sum >= 0; sum--) ways[sum + part] = (ways[sum + part] ?? 0) + (ways[sum] ?? 0);
    reach += part;
  }
  return ways;
};

const waysOfSize = (parts: readonly number[], size: number): Float64Array => {
  const total = parts.reduce((sum, one) => sum + one, 0);
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(total + 1));
  const first = rows[0];
  if (first) first[0] = 1;
  for (const part of parts) {
    for (let taken = size; taken > 0; taken--) {
      const [into, from] = [rows[taken], rows[taken - 1]];
      if (!into || !from) continue;
      for (let sum = total; sum >= part; sum--) into[sum] = (into[sum] ?? 0) + (from[sum - part] ?? 0);
    }
  }
  return rows[size] ?? new Float64Array(1);
};

/** Two-sided: twice the smaller tail at the sum found, never more than 1. */
const bothTails = (ways: Float64Array, found: number): number => {
  let [below, above, all] = [0, 0, 0];
  for (const [sum, count] of ways.entries()) {
    all += count;
    if (sum <= found) below += count;
    if (sum >= found) above += count;
  }
  return Math.min(1, (2 * Math.min(below, above)) / all);
};

/**
 * Wilcoxon signed-rank test of changes (Wilcoxon 1945): zeros are left out, equal sizes share their rank. Up to 50 changes the
 * distribution is counted out given the ties; beyond, the normal one with the correction for ties (Lehmann 1975), without
 * a correction for continuity, as SciPy does. null: nothing has changed, so nothing can be tested.
 */
export const signedRankTest = (changes: readonly number[]): SignedRankTest | null => {
  const moved = changes.filter((change) => change !== 0);
  if (moved.length === 0) return null;
  const n = moved.length;
  const { ranks, ties } = ranksOf(moved.map(Math.abs));
  const up = moved.reduce((sum, change, place) => sum + (change > 0 ? (ranks[place] ?? 0) : 0), 0);
  const down = (n * (n + 1)) / 2 - up;
  if (n <= countedOut) {
    const ways = waysBySum(ranks.map((rank) => rank * 2));
    return { up, down, n, p: bothTails(ways, up * 2), exact: true };
  }
  const spread = Math.sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24);
  return { up, down, n, p: normalTails((up - (n * (n + 1)) / 4) / spread), exact: false };
};

/**
 * Mann–Whitney U test of two independent samples (Mann & Whitney 1947): counted out given the ties up to 50 values in all,
 * beyond by the normal distribution with corrections for ties and continuity. null: a sample is empty.
 */
export const rankSumTest = (first: readonly number[], second: readonly number[]): RankSumTest | null => {
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return null;
  const { ranks, ties } = ranksOf([...first, ...second]);
  const rankSum = ranks.slice(0, n).reduce((sum, rank) => sum + rank, 0);
  const u = rankSum - (n * (n + 1)) / 2;
  const rankBiserial = (2 * u) / (n * m) - 1;
  if (n + m <= countedOut) {
    const doubled = ranks.map((rank) => rank * 2);
    return { u, rankBiserial, p: bothTails(waysOfSize(doubled, n), rankSum * 2), exact: true };
  }
  const all = n + m;
  const spread = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const away = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return { u, rankBiserial, p: spread === 0 ? 1 : normalTails(away / spread), exact: false };
};

/** Matched-pairs rank-biserial correlation (Kerby 2014): from −1 (all fell) to 1 (all grew). null: nothing has changed. */
export const matchedRankBiserial = (changes: readonly number[]): number | null => {
  const test = signedRankTest(changes);
  return test && (test.up - test.down) / (test.up + test.down);
};

/** Cohen's d_z: mean change in standard deviations of the change. null: fewer than two, or all changed alike. */
export const cohensDz = (changes: readonly number[]): number | null => {
  if (changes.length < 2) return null;
  const spread = deviation(changes);
  return spread === 0 ? null : mean(changes) / spread;
};

/** Whole numbers from 0 to 2³² − 1, the same for the same seed (mulberry32, T. Ettinger 2017, public domain). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

/**
 * 95 % interval of a figure by bootstrap, corrected for bias and acceleration (BCa, Efron 1987). The same seed gives the same
 * interval. null: fewer than two values, or a figure that no sample moves.
 */
export const bootstrapInterval = (
  values: readonly number[],
  figure: (sample: readonly number[]) => number,
  { seed, samples = 4000 }: { readonly seed: number; readonly samples?: number },
): Interval | null => {
  const n = values.length;
  if (n < 2) return null;
  const next = numbersFrom(seed);
  const drawn = Array.from({ length: samples }, () =>
    figure(Array.from({ length: n }, () => values[Math.floor((next() / 2 ** 32) * n)] ?? 0)),
  );
  const found = figure(values);
  const less = drawn.filter((one) => one < found).length;
  const notMore = drawn.filter((one) => one <= found).length;
  const bias = normalQuantile((less + notMore) / (2 * samples));
  const without = values.map((_, left) => figure(values.filter((__, place) => place !== left)));
  const pulls = without.map((one) => mean(without) - one);
  const squares = pulls.reduce((sum, one) => sum + one ** 2, 0);
  if (squares === 0 || !Number.isFinite(bias)) return null;
  const acceleration = pulls.reduce((sum, one) => sum + one ** 3, 0) / (6 * squares ** 1.5);
  const at = (part: number): number => {
    const shifted = bias + normalQuantile(part);
    return quantile(drawn, normalBelow(bias + shifted / (1 - acceleration * shifted)));
  };
  return { from: at(0.025), till: at(0.975) };
};
