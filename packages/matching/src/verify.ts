import { FREE, type Instance, PINNED, VETOED } from './instance.ts';
import { edgeOf, numbered } from './problem.ts';
import type { Certificate, Problem, Solution } from './types.ts';

/** ok: every pair is allowed, pins are honoured, needs and places are respected; proved: the prices prove that nothing is better. */
export type Verdict =
  | { readonly ok: true; readonly proved: boolean; readonly pairs: number; readonly score: number }
  | { readonly ok: false; readonly why: string };

/** Prices as the engine knows them: the weight of one placement and a price per mentor number. */
export interface Prices {
  readonly weight: number;
  readonly prices: ArrayLike<number>;
}

/**
 * Checks pairs [mentee, mentor, mentee, mentor, …] and, where prices are given, complementary slackness of the linear program
 * (Dantzig, «Linear Programming and Extensions», 1963). Shares no code with the solver. O(edges).
 */
export function verifyInstance(x: Instance, pairs: ArrayLike<number>, proof: Prices | null): Verdict {
  const no = (why: string): Verdict => ({ ok: false, why });
  const used = new Uint8Array(x.mentor.length);
  const got = new Int32Array(x.mentees);
  const load = new Int32Array(x.mentors);
  let score = 0;
  for (let p = 0; p + 1 < pairs.length; p += 2) {
    const i = pairs[p] as number;
    const j = pairs[p + 1] as number;
    const k = i >= 0 && i < x.mentees ? edgeOf(x, i, j) : -1;
    if (k < 0) return no(`pair ${i} ${j} is not allowed`);
    if ((x.kind[k] as number) === VETOED) return no(`pair ${i} ${j} is vetoed`);
    if ((used[k] as number) === 1) return no(`pair ${i} ${j} is given twice`);
    used[k] = 1;
    got[i] = (got[i] as number) + 1;
    load[j] = (load[j] as number) + 1;
    score += x.score[k] as number;
  }
  for (let i = 0; i < x.mentees; i++)
    if ((got[i] as number) > (x.need[i] as number)) return no(`mentee ${i} has more mentors than needed`);
  for (let j = 0; j < x.mentors; j++)
    if ((load[j] as number) > (x.capacity[j] as number)) return no(`mentor ${j} has more mentees than places`);
  for (let k = 0; k < used.length; k++)
    if ((x.kind[k] as number) === PINNED && (used[k] as number) === 0) return no(`edge ${k} is pinned but not used`);
  const why = proof === null ? null : disprove(x, used, got, load, proof);
  return why === null ? { ok: true, proved: proof !== null, pairs: pairs.length >> 1, score } : no(why);
}

function disprove(
  x: Instance,
  used: Uint8Array,
  got: Int32Array,
  load: Int32Array,
  { weight, prices }: Prices,
): string | null {
  const left = Int32Array.from(x.capacity);
  const open = Int32Array.from(x.need);
  let high = 0;
  let low = 0;
  let free = 0;
  for (let i = 0; i < x.mentees; i++) {
    for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
      if ((x.kind[k] as number) !== PINNED) continue;
      open[i] = (open[i] as number) - 1;
      left[x.mentor[k] as number] = (left[x.mentor[k] as number] as number) - 1;
    }
  }
  for (let i = 0; i < x.mentees; i++) {
    for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
      if ((x.kind[k] as number) !== FREE) continue;
      free += used[k] as number;
      if ((open[i] as number) <= 0 || (left[x.mentor[k] as number] as number) <= 0) continue;
      if ((x.score[k] as number) > high) high = x.score[k] as number;
      if ((x.score[k] as number) < low) low = x.score[k] as number;
    }
  }
  // More than any exchange among the free pairs can win in score; so one placement more outweighs it.
  if (!(weight >= (high - low + 1) * (free + 1))) return 'the weight of a placement is too small';
  for (let j = 0; j < x.mentors; j++) {
    const p = prices[j] as number;
    if (!(p >= 0)) return `mentor ${j} has no price or a negative one`;
    if (p > 0 && (load[j] as number) < (x.capacity[j] as number)) return `mentor ${j} has a price and places left`;
  }
  for (let i = 0; i < x.mentees; i++) {
    let held = Infinity;
    let other = 0;
    for (let k = x.rowPtr[i] as number; k < (x.rowPtr[i + 1] as number); k++) {
      if ((x.kind[k] as number) !== FREE) continue;
      const value = weight + (x.score[k] as number) - (prices[x.mentor[k] as number] as number);
      if ((used[k] as number) === 1) held = Math.min(held, value);
      else if (value > other) other = value;
    }
    if (held < other) return `mentee ${i} would rather have another mentor`;
    if ((got[i] as number) < (x.need[i] as number) && other > 0) return `mentee ${i} lacks a mentor it could afford`;
  }
  return null;
}

/** Checks a solution of a problem against its certificate (or the pairs alone, with null). */
export function verify(problem: Problem, solution: Pick<Solution, 'pairs'>, certificate: Certificate | null): Verdict {
  const { instance, menteeAt, mentorAt, mentorIds } = numbered(problem);
  const pairs: number[] = [];
  for (const p of solution.pairs) {
    const i = menteeAt.get(p.mentee);
    const j = mentorAt.get(p.mentor);
    if (i === undefined || j === undefined)
      return { ok: false, why: `pair ${p.mentee} – ${p.mentor}: nobody is called so` };
    pairs.push(i, j);
  }
  const proof = certificate && {
    weight: certificate.weight,
    prices: mentorIds.map((id) => certificate.prices[id] ?? 0),
  };
  const verdict = verifyInstance(instance, pairs, proof);
  if (verdict.ok || !certificate?.violator) return verdict;
  return verdict;
}
