import type { Change, Effect, PairReasons, UnmetReasons } from './changes.ts';
import { openReasons, type Reasons } from './explain.ts';
import { FREE, type Instance } from './instance.ts';
import { byNumber, numbered } from './problem.ts';
import { type Desk, deskOf } from './session.ts';
import type { Certificate, Pair, Problem, Solution, Unmet } from './types.ts';

/** A solved problem (policy max) that can be changed and asked. Every answer starts from the last state. */
export interface Session {
  solution(): Solution;
  /** Changes the problem and brings pairs and proof up to date; throws InputError and changes nothing when a change cannot be. */
  apply(changes: readonly Change[]): void;
  whatIf(changes: readonly Change[]): Effect;
  explainPair(mentee: string, mentor: string): PairReasons;
  explainUnmet(mentee: string): UnmetReasons;
  ruleCost(rule: string): Effect;
  marginal(kind: string): Effect;
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function solutionOf({ state, menteeIds, mentorIds }: Desk, reasons: Reasons): Solution {
  const pairs: Pair[] = [];
  const wants = Array.from({ length: state.mentees }, (_, i) => state.need[i] as number);
  let worst: number | null = null;
  for (let k = 0; k < state.edges; k++) {
    const score = state.score[k] as number;
    if (state.used[k] !== 1) continue;
    const pinned = state.kind[k] !== FREE;
    const i = state.mentee[k] as number;
    if (pinned) wants[i] = (wants[i] ?? 0) + 1;
    else if (worst === null || score < worst) worst = score;
    pairs.push({ mentee: menteeIds[i] ?? '', mentor: mentorIds[state.mentor[k] as number] ?? '', score, pinned });
  }
  pairs.sort((a, b) => before(a.mentee, b.mentee) || before(a.mentor, b.mentor));
  const unmet: Unmet[] = [];
  for (let i = 0; i < state.mentees; i++) {
    const missing = (state.need[i] as number) - (state.got[i] as number);
    if (missing > 0) unmet.push({ mentee: menteeIds[i] ?? '', missing });
  }
  unmet.sort((a, b) => before(a.mentee, b.mentee));
  const prices: Record<string, number> = {};
  for (let j = 0; j < state.mentors; j++) {
    const price = (state.capacity[j] as number) > 0 ? (state.price[j] as number) : state.weight + 2 ** 31;
    if (price > 0) prices[mentorIds[j] ?? ''] = price;
  }
  const certificate: Certificate = { weight: state.weight, prices, violator: reasons.violator() };
  const wanted = wants.reduce((a, b) => a + b, 0);
  return {
    policy: { kind: 'max' },
    pairs,
    totals: { wanted, met: state.met, score: state.total, worst },
    unmet,
    certificate,
    proof: 'optimal',
  };
}

function sessionOf(desk: Desk, reasons: Reasons): Session {
  return {
    solution: () => solutionOf(desk, reasons),
    apply: (changes) => desk.apply(changes),
    whatIf: (changes) => desk.whatIf(changes),
    explainPair: (mentee, mentor) => reasons.pair(mentee, mentor),
    explainUnmet: (mentee) => reasons.unmet(mentee),
    ruleCost: (rule) => reasons.rule(rule),
    marginal: (kind) => reasons.marginal(kind),
  };
}

/** Solves a problem by policy max and keeps what is needed to go on from there. */
export function openSession(problem: Problem): Session {
  const desk = deskOf(numbered(problem));
  return sessionOf(desk, openReasons(problem, desk));
}

/** The same for an instance in numbers; people are called by their numbers, there are no cuts and no kinds. */
export function openInstance(x: Instance): Session {
  const desk = deskOf(byNumber(x));
  return sessionOf(desk, openReasons({ mentors: [], mentees: [], edges: [] }, desk));
}
