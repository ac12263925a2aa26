import { type Choice, FREE, PINNED, VETOED } from './instance.ts';
import type { Numbered } from './problem.ts';
import type { HallViolator, Pair, Policy, Solution, Totals, Unmet } from './types.ts';
import { FEW, inRows, inSlices, type Work } from './work.ts';

const idOf = (ids: readonly string[], x: number): string => ids[x] ?? String(x);

/** Pairs, totals and unmet needs of a set of edges, in the ids of the problem. */
export function* outcome(
  { instance: x, menteeIds, mentorIds }: Numbered,
  edges: Int32Array,
): Work<{ pairs: Pair[]; totals: Totals; unmet: Unmet[] }> {
  const pairs: Pair[] = [];
  const lack = Int32Array.from(x.need);
  let i = 0;
  let score = 0;
  let wanted = 0;
  let worst: number | null = null;
  yield* inSlices(edges.length, FEW, (from, to) => {
    for (const k of edges.subarray(from, to)) {
      while ((x.rowPtr[i + 1] as number) <= k) i++;
      const pinned = (x.kind[k] as number) === PINNED;
      const points = x.score[k] as number;
      pairs.push({ mentee: idOf(menteeIds, i), mentor: idOf(mentorIds, x.mentor[k] as number), score: points, pinned });
      lack[i] = (lack[i] as number) - 1;
      score += points;
      if (!pinned && (worst === null || points < worst)) worst = points;
    }
  });
  const unmet: Unmet[] = [];
  for (let m = 0; m < x.mentees; m++) {
    wanted += x.need[m] as number;
    if ((lack[m] as number) > 0) unmet.push({ mentee: idOf(menteeIds, m), missing: lack[m] as number });
  }
  return { pairs, totals: { wanted, met: pairs.length, score, worst }, unmet };
}

/**
 * The mentees in short supply and every mentor they could have; what pins leave is counted, a mentor's places at most once per
 * mentee. Hall's condition fails for them (P. Hall, 1935): they want more than these places.
 */
export function* violatorOf(
  { instance: x, menteeIds, mentorIds }: Numbered,
  { short }: Choice,
): Work<HallViolator | null> {
  if (!short.includes(1)) return null;
  const mentees: string[] = [];
  const left = Int32Array.from(x.capacity);
  const asked = new Int32Array(x.mentors);
  const seen = new Uint8Array(x.mentors);
  let wanted = 0;
  yield* inRows(x.rowPtr, x.mentees, (from, to) => {
    for (let i = from; i < to; i++) {
      const among = (short[i] as number) === 1;
      if (among) {
        mentees.push(idOf(menteeIds, i));
        wanted += x.need[i] as number;
      }
      for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
        const j = x.mentor[k] as number;
        const kind = x.kind[k] as number;
        if (kind === PINNED) left[j] = (left[j] as number) - 1;
        if (!among) continue;
        if (kind !== VETOED) seen[j] = 1;
        if (kind === PINNED) wanted--;
        if (kind === FREE) asked[j] = (asked[j] as number) + 1;
      }
    }
  });
  let places = 0;
  const mentors: string[] = [];
  for (let j = 0; j < x.mentors; j++) {
    if ((seen[j] as number) === 0) continue;
    places += Math.min(left[j] as number, asked[j] as number);
    mentors.push(idOf(mentorIds, j));
  }
  return { mentees, mentors, wanted, places };
}

/** The solution of policy max (or of another that ends in it) in the ids of the problem. */
export function* provenSolution(problem: Numbered, choice: Choice, policy: Policy): Work<Solution> {
  const prices: Record<string, number> = {};
  yield* inSlices(choice.prices.length, FEW, (from, to) => {
    for (let j = from; j < to; j++)
      if (choice.prices[j] !== 0) prices[idOf(problem.mentorIds, j)] = choice.prices[j] as number;
  });
  const certificate = { weight: choice.weight, prices, violator: yield* violatorOf(problem, choice) };
  return { policy, ...(yield* outcome(problem, choice.edges)), certificate, proof: 'optimal' };
}
