import type { Cut, Edge, PairKey, Problem } from '../../../packages/matching/src/types.ts';
import type { Conditions, MenteeCandidate, MentorCandidate } from './candidate.ts';
import { continuity } from './criteria/continuity.ts';
import { course } from './criteria/course.ts';
import { firstInLine } from './criteria/first-in-line.ts';
import { need } from './criteria/need.ts';
import { noShows } from './criteria/no-shows.ts';
import { preference } from './criteria/preference.ts';
import { speciality } from './criteria/speciality.ts';
import { time } from './criteria/time.ts';
import { wantedForm } from './criteria/wanted-form.ts';
import type { Criterion, CriterionName, Reason, Weights } from './criterion.ts';
import { hardRules } from './hard-rules.ts';

/** Measures of a pair; with their usual weights a pair gets about 100 points at best. */
export const criteria: readonly Criterion[] = [
  need,
  preference,
  time,
  speciality,
  course,
  wantedForm,
  continuity,
  firstInLine,
  noShows,
];

export const usualWeights = Object.fromEntries(
  criteria.map(({ name, usualWeight }) => [name, usualWeight]),
) as Readonly<Record<CriterionName, number>>;

/** Grows when a rule or a criterion is written otherwise, so that an old run is not held against new rules. */
export const rulesEdition = 2;

/** pairs: everybody apart · groups: a mentor takes nobody, or a group of three to eight. */
export const modes = ['pairs', 'groups'] as const;
export type Mode = (typeof modes)[number];
export const groupSize = { least: 3, most: 8 } as const;

export interface Question {
  /** A mentee gets one mentor, in whichever of these forms the two fit best. */
  readonly forms: readonly string[];
  readonly mode: Mode;
  readonly conditions: Conditions;
  readonly weights: Weights;
  readonly mentors: readonly MentorCandidate[];
  readonly mentees: readonly MenteeCandidate[];
  readonly locked: readonly PairKey[];
  readonly vetoed: readonly PairKey[];
}

/** Why a pair fits, best first; what takes points away comes last. */
export const reasonsFor = (
  mentor: MentorCandidate,
  mentee: MenteeCandidate,
  form: string,
  weights: Weights,
): Reason[] =>
  criteria
    .map((criterion) => {
      const { share, of } = criterion.judge(mentor, mentee, form);
      return { criterion: criterion.name, points: Math.round(share * weights[criterion.name]), of };
    })
    .filter(({ points }) => points !== 0)
    .sort((a, b) => b.points - a.points);

/** Rules that forbid a pair in a form under these conditions; empty when it is possible. */
export const forbidding = (
  mentor: MentorCandidate,
  mentee: MenteeCandidate,
  form: string,
  conditions: Conditions,
): string[] =>
  hardRules
    .filter(
      (rule) => (rule.condition === undefined || conditions[rule.condition]) && !rule.allows(mentor, mentee, form),
    )
    .map(({ name }) => name);

export type Fit =
  | { readonly possible: true; readonly form: string; readonly score: number; readonly reasons: readonly Reason[] }
  /** `score` is what the pair would have had in the form that stands closest. */
  | { readonly possible: false; readonly form: string; readonly score: number; readonly rules: readonly string[] };

/** How two people fit, in the best of the forms asked for; or what forbids them in the one that stands closest. */
export const fitOf = (mentor: MentorCandidate, mentee: MenteeCandidate, question: Question): Fit => {
  let best: Fit | undefined;
  for (const form of question.forms) {
    const rules = forbidding(mentor, mentee, form, question.conditions);
    if (best?.possible && rules.length > 0) continue;
    const reasons = reasonsFor(mentor, mentee, form, question.weights);
    const score = reasons.reduce((sum, { points }) => sum + points, 0);
    if (rules.length === 0) {
      if (!best?.possible || score > best.score) best = { possible: true, form, score, reasons };
    } else if (!best || (!best.possible && rules.length < best.rules.length)) {
      best = { possible: false, form, score, rules };
    }
  }
  return best ?? { possible: false, form: '', score: 0, rules: ['form-mentor'] };
};

/** Above this many possible and impossible pairs explaining each person takes longer than anybody waits. */
export const explainedSize = 300_000;

/** How much of a long work is done. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

const keyOf = ({ mentor, mentee }: { readonly mentor: string; readonly mentee: string }): string =>
  `${mentor} ${mentee}`;

/** The engine's problem: possible pairs with their points, and impossible ones with the rules that forbid them. */
export function* buildProblem(question: Question): Generator<Step, Problem> {
  const edges: Edge[] = [];
  const cuts: Cut[] = [];
  const explained = question.mentees.length * question.mentors.length <= explainedSize;
  // Only pairs that somebody named are asked for later: a set of all would be too large for a set.
  const named = new Set([...question.locked, ...question.vetoed].map(keyOf));
  const possible = new Set<string>();
  for (const [at, mentee] of question.mentees.entries()) {
    for (const mentor of question.mentors) {
      const fit = fitOf(mentor, mentee, question);
      const key = { mentor: mentor.id, mentee: mentee.id };
      if (fit.possible) edges.push({ ...key, score: fit.score });
      if (fit.possible && named.size > 0 && named.has(keyOf(key))) possible.add(keyOf(key));
      if (!fit.possible && explained) for (const rule of fit.rules) cuts.push({ ...key, rule, score: fit.score });
    }
    if (at % 20 === 19) yield { done: at, total: question.mentees.length };
  }
  return {
    mentors: question.mentors.map(({ id, places }) => ({ id, capacity: places })),
    mentees: question.mentees.map(({ id, course: level }) => ({ id, level: level ?? 0 })),
    edges,
    cuts,
    pinned: heldFast(question, possible),
    vetoed: question.vetoed.filter(({ mentor, mentee }) => possible.has(keyOf({ mentor, mentee }))),
  };
}

/**
 * Locks that can be kept. One on a pair that has become impossible (no consent, no place left), or a second one for the
 * same mentee, must not break the whole proposal.
 */
const heldFast = ({ locked, mentors }: Question, possible: ReadonlySet<string>): PairKey[] => {
  const places = new Map(mentors.map(({ id, places: free }) => [id, free]));
  const placed = new Set<string>();
  return locked.filter(({ mentor, mentee }) => {
    const free = places.get(mentor) ?? 0;
    if (free === 0 || placed.has(mentee) || !possible.has(`${mentor} ${mentee}`)) return false;
    places.set(mentor, free - 1);
    placed.add(mentee);
    return true;
  });
};
