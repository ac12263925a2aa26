import { type Choice, FREE, InputError, type Instance, VETOED } from './instance.ts';
import { largestSize } from './largest.ts';
import { type Market, reducing } from './market.ts';
import { maximize } from './maximize.ts';
import { inRows, inSlices, SLICE, type Work } from './work.ts';

/** The instance without free edges that fail the test. */
function* only(x: Instance, test: (k: number) => boolean): Work<Instance> {
  const kind = x.kind.slice();
  yield* inSlices(kind.length, SLICE, (from, to) => {
    for (let k = from; k < to; k++) if ((kind[k] as number) === FREE && !test(k)) kind[k] = VETOED;
  });
  return { ...x, kind };
}

/** The lowest and the highest score among free edges within from..to; Infinity and -Infinity where there is none. */
function* range(x: Instance, from: number, to: number): Work<[number, number]> {
  let low = Infinity;
  let high = -Infinity;
  yield* inSlices(x.score.length, SLICE, (a, b) => {
    for (let k = a; k < b; k++) {
      const s = x.score[k] as number;
      if ((x.kind[k] as number) !== FREE || s < from || s > to) continue;
      if (s < low) low = s;
      if (s > high) high = s;
    }
  });
  return [low, high];
}

/** The scores of free edges, ascending, each once. */
function* freeScores(x: Instance): Work<Float64Array> {
  const seen = new Set<number>();
  yield* inSlices(x.score.length, SLICE >> 2, (from, to) => {
    for (let k = from; k < to; k++) if ((x.kind[k] as number) === FREE) seen.add(x.score[k] as number);
  });
  return Float64Array.from(seen).sort();
}

/** Most pairs, and among them the highest floor under every chosen score; then the highest total over that floor. */
export interface Fair {
  readonly choice: Choice;
  readonly floor: number;
  readonly instance: Instance;
}

/** Writes the pairs with at least such a score into a market of the same size. */
function* above(market: Market, mark: number, into: Market): Work<Market> {
  let count = 0;
  yield* inRows(market.ptr, market.bidders, (from, to) => {
    let at = count;
    for (let i = from; i < to; i++) {
      for (let k = 2 * (market.ptr[i] as number); k < 2 * (market.ptr[i + 1] as number); k += 2) {
        if ((market.row[k] as number) < mark) continue;
        into.row[at] = market.row[k] as number;
        into.row[at + 1] = market.row[k + 1] as number;
        at += 2;
      }
      into.ptr[i + 1] = at >> 1;
    }
    count = at;
  });
  return into;
}

/**
 * Bottleneck: bisection over the scores with a largest matching each time. Source: Gabow and Tarjan, «Algorithms for two bottleneck
 * optimization problems» (J. Algorithms 9, 1988), in its plain form: O(log span) largest matchings.
 */
export function* fairByBottleneck(x: Instance): Work<Fair> {
  const { market, shift } = yield* reducing(x);
  const all = yield* largestSize(market);
  const part = { ...market, ptr: market.ptr.slice(), row: new Int32Array(market.row.length) };
  let [lo, hi] = yield* range(x, -Infinity, Infinity);
  while (lo < hi) {
    const mid = Math.ceil((lo + hi) / 2);
    const size = yield* largestSize(yield* above(market, mid - shift, part));
    // On to the next score that some pair has.
    if (size === all) [lo] = yield* range(x, mid, hi);
    else [, hi] = yield* range(x, lo, mid - 1);
  }
  const floor = lo === Infinity ? 0 : lo;
  const instance = yield* only(x, (k) => (x.score[k] as number) >= floor);
  return { choice: yield* maximize(instance), floor, instance };
}

/**
 * Lexicographic: fewest pairs with the lowest score, then with the next one, and so on. After each step only edges that some
 * optimum uses stay (tight ones), and people with a price stay matched, which later steps reward above all else.
 * Source: C.-C. Huang, T. Kavitha, K. Mehlhorn and D. Michail, «Fair matchings and related problems» (Algorithmica 74, 2016).
 * One assignment per distinct score: for colleges rather than regions. Mentees need one mentor each.
 */
export function* fairLexicographic(x: Instance): Work<Fair> {
  const several = x.need.findIndex((y) => y > 1);
  if (several >= 0)
    throw new InputError(
      `mentee ${several}: fair by lexicographic order gives one mentor, not ${x.need[several] as number}`,
    );
  const first = yield* fairByBottleneck(x);
  let now = first.instance;
  const prize = x.mentees + 1;
  const mustMentee = new Uint8Array(x.mentees);
  const mustMentor = new Uint8Array(x.mentors);
  const owner = new Int32Array(x.mentor.length);
  for (let i = 0; i < x.mentees; i++) owner.fill(i, x.rowPtr[i] as number, x.rowPtr[i + 1] as number);
  let { choice } = first;
  for (const level of yield* freeScores(now)) {
    const left = yield* range(now, level, level);
    if (left[0] === Infinity) continue;
    const score = new Int32Array(now.score.length);
    yield* inSlices(score.length, SLICE, (from, to) => {
      for (let k = from; k < to; k++)
        score[k] =
          prize * ((mustMentee[owner[k] as number] as number) + (mustMentor[x.mentor[k] as number] as number)) -
          ((x.score[k] as number) === level ? 1 : 0);
    });
    const staged: Instance = { ...now, score };
    choice = yield* maximize(staged);
    const { weight, prices } = choice;
    const value = (k: number): number => weight + (score[k] as number) - (prices[x.mentor[k] as number] as number);
    const profit = new Float64Array(x.mentees);
    for (const k of choice.edges) if ((now.kind[k] as number) === FREE) profit[owner[k] as number] = value(k);
    for (let i = 0; i < x.mentees; i++) if ((profit[i] as number) > 0) mustMentee[i] = 1;
    for (let j = 0; j < x.mentors; j++) if ((prices[j] as number) > 0) mustMentor[j] = 1;
    now = yield* only(now, (k) => value(k) === (profit[owner[k] as number] as number));
  }
  return { choice, floor: first.floor, instance: now };
}
