import { createHash } from 'node:crypto';
import { openSession, solve, verify } from 'nastavnik-matching';
import type { Problem } from '../../../packages/matching/src/types.ts';
import { type Conditions, conditionNames } from './candidate.ts';
import { forbidding, problemOf, type Question, reasonsFor } from './problem.ts';
import type { ProposalTotals, ProposedPair, UnmatchedMentee, WhatIf } from './proposal.ts';

export interface Answer {
  readonly pairs: readonly ProposedPair[];
  readonly unmatched: readonly UnmatchedMentee[];
  readonly totals: ProposalTotals;
  /** SHA-256 of the question: the same question always gets the same answer. */
  readonly inputHash: string;
}

/** Proposes pairs: most mentees placed, then the most points; proved by the engine's certificate. */
export const propose = async (question: Question): Promise<Answer> => {
  const problem = problemOf(question);
  const solution = await solve(problem, { kind: 'max' });
  const proved = solution.certificate !== null && verify(problem, solution, solution.certificate).ok;

  const mentors = new Map(question.mentors.map((mentor) => [mentor.id, mentor]));
  const mentees = new Map(question.mentees.map((mentee) => [mentee.id, mentee]));
  const pairs = solution.pairs.flatMap(({ mentor: mentorId, mentee: menteeId, score }) => {
    const [mentor, mentee] = [mentors.get(mentorId), mentees.get(menteeId)];
    return mentor && mentee
      ? [{ mentorId, menteeId, score, reasons: reasonsFor(mentor, mentee, question.weights) }]
      : [];
  });
  const unmatched = solution.unmet.flatMap(({ mentee: id }) => {
    const mentee = mentees.get(id);
    return mentee ? [explainUnmatched(question, mentee)] : [];
  });
  const explained = withFixes(problem, unmatched);
  return {
    pairs,
    unmatched: explained,
    totals: {
      wanted: question.mentees.length,
      met: pairs.length,
      score: solution.totals.score,
      proved,
      whatIfs: await whatIfs(question, pairs.length),
    },
    inputHash: createHash('sha256').update(JSON.stringify(question)).digest('hex'),
  };
};

/** Above this many possible and impossible pairs explaining each person would hold the server up. */
const explainedSize = 300_000;

/** Rules that a curator cannot waive: their relaxation is no advice. */
const unbending = new Set(['same-person', 'form-mentee', 'mentee-consent', 'mentor-consent', 'barred']);

/** Adds the smallest change that would place each person, as the engine finds it from its last state (a warm start). */
const withFixes = (problem: Problem, unmatched: readonly UnmatchedMentee[]): UnmatchedMentee[] => {
  if (unmatched.length === 0 || problem.edges.length + (problem.cuts?.length ?? 0) > explainedSize)
    return [...unmatched];
  const session = openSession(problem);
  return unmatched.map((one) => {
    const found = session
      .explainUnmet(one.menteeId)
      .relaxations.find(({ way, rule }) => way !== 'rule' || !unbending.has(rule ?? ''));
    if (!found) return one;
    const { way, mentor, rule, costForOthers } = found;
    return { ...one, fix: { way, mentorId: mentor, rule: rule ?? null, costForOthers } };
  });
};

/** The first rule that stands in the way of each mentor, counted. */
const explainUnmatched = (question: Question, mentee: Question['mentees'][number]): UnmatchedMentee => {
  const cut = new Map<string, number>();
  let taken = 0;
  for (const mentor of question.mentors) {
    const vetoed = question.vetoed.some((pair) => pair.mentor === mentor.id && pair.mentee === mentee.id);
    const [rule] = vetoed ? ['veto'] : forbidding(mentor, mentee, question);
    if (rule) cut.set(rule, (cut.get(rule) ?? 0) + 1);
    else taken += 1;
  }
  const cutBy = [...cut].map(([rule, count]) => ({ rule, mentors: count })).sort((a, b) => b.mentors - a.mentors);
  return { menteeId: mentee.id, cutBy, taken };
};

/** How many pairs there would be with each condition switched the other way; those that change nothing are left out. */
const whatIfs = async (question: Question, now: number): Promise<WhatIf[]> => {
  const found: WhatIf[] = [];
  for (const condition of conditionNames) {
    const conditions: Conditions = { ...question.conditions, [condition]: !question.conditions[condition] };
    const { totals } = await solve(problemOf({ ...question, conditions }), { kind: 'max' });
    if (totals.met !== now) found.push({ condition, on: conditions[condition], pairs: totals.met - now });
  }
  return found.sort((a, b) => b.pairs - a.pairs);
};
