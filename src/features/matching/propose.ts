import { createHash } from 'node:crypto';
import { openSession, solveNow, verify } from 'nastavnik-matching';
import type { Problem, Solution } from '../../../packages/matching/src/types.ts';
import { Failure } from '../../kernel/failure.ts';
import { avoided, type Conditions, conditionNames } from './candidate.ts';
import { buildProblem, explainedSize, fitOf, groupSize, type Mode, type Question, type Step } from './problem.ts';
import type { ProposalTotals, ProposedPair, UnmatchedMentee, WhatIf } from './proposal.ts';

export interface Answer {
  readonly pairs: readonly ProposedPair[];
  readonly unmatched: readonly UnmatchedMentee[];
  readonly totals: ProposalTotals;
  /** SHA-256 of the question: the same question always gets the same answer. */
  readonly inputHash: string;
  /** SHA-256 of the pairs that came out. */
  readonly resultHash: string;
}

/** The same words in the same order, whatever order a database keeps the names of an object in. */
const ordered = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, ordered)).digest('hex');

export const hashOfQuestion = (question: Question): string => sha256(question);

/**
 * Groups are no assignment: the engine fills places and closes groups that stay too small. Trying smaller limits of size too
 * spreads people over mentors who would otherwise be closed; the most people placed wins, then the points.
 */
const solved = (problem: Problem, mode: Mode): Solution => {
  if (mode === 'pairs') return solveNow(problem, { kind: 'max' });
  const { least, most } = groupSize;
  const tried = Array.from({ length: most - least + 1 }, (_, at) =>
    solveNow(problem, { kind: 'groups', least, most: most - at }),
  );
  const [first, ...others] = tried;
  if (!first) throw new Failure('broken', 'matching.no-size-of-a-group');
  return others.reduce((best, one) => (isBetter(one.totals, best.totals) ? one : best), first);
};

const isBetter = (one: Solution['totals'], other: Solution['totals']): boolean =>
  one.met > other.met || (one.met === other.met && one.score > other.score);

/** Above this many pairs of people no condition is tried the other way round: each trial is a matching of its own. */
const triedSize = 2_000_000;

/**
 * Proposes pairs: most mentees placed, then the most points; proved by the engine's certificate. Yields how far it is, so
 * that whoever runs it can pause, show progress or stop.
 */
export function* proposing(question: Question): Generator<Step, Answer> {
  const trials = question.mentees.length * question.mentors.length <= triedSize ? conditionNames.length : 0;
  const total = (2 + trials) * 100;
  const problem = yield* inPart(buildProblem(question), 0, total);
  const solution = solved(problem, question.mode);
  yield { done: 150, total };
  const pairs = pairsOf(question, solution);
  const unmatched = unmatchedOf(question, problem, solution);
  yield { done: 200, total };
  const whatIfs: WhatIf[] = [];
  for (const [at, condition] of conditionNames.slice(0, trials).entries()) {
    const conditions: Conditions = { ...question.conditions, [condition]: !question.conditions[condition] };
    const other = yield* inPart(buildProblem({ ...question, conditions }), 2 + at, total);
    const { totals } = solved(other, question.mode);
    const gained = totals.met - pairs.length;
    if (gained !== 0) whatIfs.push({ condition, on: conditions[condition], pairs: gained });
  }
  const { certificate } = solution;
  return {
    pairs,
    unmatched,
    totals: {
      wanted: question.mentees.length,
      met: pairs.length,
      score: solution.totals.score,
      proved: certificate === null ? solution.proof === 'exact' : verify(problem, solution, certificate).ok,
      whatIfs: whatIfs.toSorted((a, b) => b.pairs - a.pairs),
    },
    inputHash: hashOfQuestion(question),
    resultHash: sha256(pairs.map(({ mentorId, menteeId, form }) => [mentorId, menteeId, form])),
  };
}

function* inPart<T>(work: Generator<Step, T>, part: number, total: number): Generator<Step, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { done: Math.floor((part + step.value.done / step.value.total) * 100), total };
  }
}

/** All of it at once, on the caller's thread: for tests and the demo. Servers ask `askAside`. */
export const propose = (question: Question): Answer => {
  const work = proposing(question);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

const pairsOf = (question: Question, solution: Solution): ProposedPair[] => {
  const mentors = new Map(question.mentors.map((mentor) => [mentor.id, mentor]));
  const mentees = new Map(question.mentees.map((mentee) => [mentee.id, mentee]));
  return solution.pairs.flatMap(({ mentor: mentorId, mentee: menteeId, score }) => {
    const [mentor, mentee] = [mentors.get(mentorId), mentees.get(menteeId)];
    if (!mentor || !mentee) return [];
    const fit = fitOf(mentor, mentee, question);
    if (!fit.possible) return [];
    return [{ mentorId, menteeId, form: fit.form, score, reasons: fit.reasons, caution: avoided(mentor, mentee) }];
  });
};

/** Rules that a curator cannot waive: their relaxation is no advice. */
const unbending = new Set([
  'same-person',
  'form-mentee',
  'other-form',
  'mentee-consent',
  'mentor-consent',
  'barred',
  'avoided',
]);

/** Who stays alone, with the smallest change that would place each, as the engine finds it from its last state. */
const unmatchedOf = (question: Question, problem: Problem, { unmet }: Solution): UnmatchedMentee[] => {
  const alone = new Set(unmet.map(({ mentee }) => mentee));
  const unmatched = question.mentees.filter(({ id }) => alone.has(id)).map((mentee) => explained(question, mentee));
  const tooLarge = problem.edges.length + (problem.cuts?.length ?? 0) > explainedSize;
  if (unmatched.length === 0 || tooLarge || question.mode === 'groups') return unmatched;
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
const explained = (question: Question, mentee: Question['mentees'][number]): UnmatchedMentee => {
  const vetoes = new Set(question.vetoed.filter((pair) => pair.mentee === mentee.id).map(({ mentor }) => mentor));
  const cut = new Map<string, number>();
  let taken = 0;
  for (const mentor of question.mentors) {
    const fit = fitOf(mentor, mentee, question);
    const rule = vetoes.has(mentor.id) ? 'veto' : fit.possible ? undefined : fit.rules[0];
    if (rule) cut.set(rule, (cut.get(rule) ?? 0) + 1);
    else taken += 1;
  }
  const cutBy = [...cut].map(([rule, count]) => ({ rule, mentors: count })).sort((a, b) => b.mentors - a.mentors);
  return { menteeId: mentee.id, cutBy, taken };
};
