import { type Choice, FREE, PINNED, VETOED } from './instance.ts';
import type { Numbered } from './problem.ts';
import type { HallViolator, Pair, Policy, Solution, Totals, Unmet } from './types.ts';

const idOf = (ids: readonly string[], x: number): string => ids[x] ?? String(x);

/** Pairs, totals and unmet needs of a set of edges, in the ids of the problem. */
export function outcome(
  { instance: x, menteeIds, mentorIds }: Numbered,
  edges: Int32Array,
): { pairs: Pair[]; totals: Totals; unmet: Unmet[] } {
  const pairs: Pair[] = [];
  const lack = Int32Array.from(x.need);
  let i = 0;
  let score = 0;
  let wanted = 0;
  let worst: number | null = null;
  for (const k of edges) {
    while ((x.rowPtr[i + 1] as number) <= k) i++;
    const pinned = (x.kind[k] as number) === PINNED;
    const points = x.score[k] as number;
    pairs.push({ mentee: idOf(menteeIds, i), mentor: idOf(mentorIds, x.mentor[k] as number), score: points, pinned });
    lack[i] = (lack[i] as number) - 1;
    score += points;
    if (!pinned && (worst === null || points < worst)) worst = points;
  }
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
export function violatorOf({ instance: x, menteeIds, mentorIds }: Numbered, choice: Choice): HallViolator | null {
  const mentees: string[] = [];
  const left = Int32Array.from(x.capacity);
  const asked = new Int32Array(x.mentors);
  const seen = new Set<number>();
  let wanted = 0;
  for (let k = 0; k < x.kind.length; k++)
    if ((x.kind[k] as number) === PINNED) left[x.mentor[k] as number] = (left[x.mentor[k] as number] as number) - 1;
  for (let i = 0; i < x.mentees; i++) {
    if ((choice.short[i] as number) !== 1) continue;
    mentees.push(idOf(menteeIds, i));
    wanted += x.need[i] as number;
    for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
      const j = x.mentor[k] as number;
      if ((x.kind[k] as number) !== VETOED) seen.add(j);
      if ((x.kind[k] as number) === PINNED) wanted--;
      if ((x.kind[k] as number) === FREE) asked[j] = (asked[j] as number) + 1;
    }
  }
  if (mentees.length === 0) return null;
  let places = 0;
  for (const j of seen) places += Math.min(left[j] as number, asked[j] as number);
  return { mentees, mentors: [...seen].sort((a, b) => a - b).map((j) => idOf(mentorIds, j)), wanted, places };
}

/** The solution of policy max (or of another that ends in it) in the ids of the problem. */
export function provenSolution(problem: Numbered, choice: Choice, policy: Policy): Solution {
  const prices: Record<string, number> = {};
  for (const [j, p] of choice.prices.entries()) if (p !== 0) prices[idOf(problem.mentorIds, j)] = p;
  const certificate = { weight: choice.weight, prices, violator: violatorOf(problem, choice) };
  return { policy, ...outcome(problem, choice.edges), certificate, proof: 'optimal' };
}
