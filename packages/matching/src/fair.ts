import { type Choice, FREE, InputError, type Instance, VETOED } from './instance.ts';
import { largestSize } from './largest.ts';
import { marketOf } from './market.ts';
import { maximize, type Work } from './maximize.ts';

/** The instance without free edges that fail the test. */
const only = (x: Instance, test: (k: number) => boolean): Instance => {
  const kind = x.kind.map((y, k) => (y === FREE && !test(k) ? VETOED : y));
  return { ...x, kind };
};

const freeScores = (x: Instance): number[] => {
  const seen = new Set<number>();
  for (let k = 0; k < x.score.length; k++) if ((x.kind[k] as number) === FREE) seen.add(x.score[k] as number);
  return [...seen].sort((a, b) => a - b);
};

/** Most pairs, and among them the highest floor under every chosen score; then the highest total over that floor. */
export interface Fair {
  readonly choice: Choice;
  readonly floor: number;
  readonly instance: Instance;
}

/**
 * Bottleneck: bisection over the scores with a largest matching each time. Source: Gabow and Tarjan, «Algorithms for two bottleneck
 * optimization problems» (J. Algorithms 9, 1988), in its plain form: O(log scores) largest matchings.
 */
export function* fairByBottleneck(x: Instance): Work<Fair> {
  const marks = freeScores(x);
  const all = yield* largestSize(marketOf(x).market);
  let lo = 0;
  let hi = Math.max(0, marks.length - 1);
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    const mark = marks[mid] ?? 0;
    const size = yield* largestSize(marketOf(only(x, (k) => (x.score[k] as number) >= mark)).market);
    if (size === all) lo = mid;
    else hi = mid - 1;
  }
  const floor = marks[lo] ?? 0;
  const instance = only(x, (k) => (x.score[k] as number) >= floor);
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
  for (const level of freeScores(now)) {
    if (!now.kind.some((y, k) => y === FREE && (x.score[k] as number) === level)) continue;
    const score = now.score.map(
      (_, k) =>
        prize * ((mustMentee[owner[k] as number] as number) + (mustMentor[x.mentor[k] as number] as number)) -
        ((x.score[k] as number) === level ? 1 : 0),
    );
    const staged: Instance = { ...now, score };
    choice = yield* maximize(staged);
    const { weight, prices } = choice;
    const used = new Uint8Array(x.mentor.length);
    for (const k of choice.edges) used[k] = 1;
    const value = (k: number): number => weight + (score[k] as number) - (prices[x.mentor[k] as number] as number);
    const profit = new Float64Array(x.mentees);
    for (const k of choice.edges) if ((now.kind[k] as number) === FREE) profit[owner[k] as number] = value(k);
    for (let i = 0; i < x.mentees; i++) if ((profit[i] as number) > 0) mustMentee[i] = 1;
    for (let j = 0; j < x.mentors; j++) if ((prices[j] as number) > 0) mustMentor[j] = 1;
    now = only(now, (k) => value(k) === (profit[owner[k] as number] as number));
  }
  return { choice, floor: first.floor, instance: now };
}
