import type { Cut, Edge, PairKey, Problem } from '../../../packages/matching/src/types.ts';
import type { Conditions, MenteeCandidate, MentorCandidate } from './candidate.ts';
import { course } from './criteria/course.ts';
import { need } from './criteria/need.ts';
import { speciality } from './criteria/speciality.ts';
import { time } from './criteria/time.ts';
import { wantedForm } from './criteria/wanted-form.ts';
import type { Criterion, Reason, Weights } from './criterion.ts';
import { hardRules } from './hard-rules.ts';

/** Measures of a pair; with their usual weights together at most 100 points. */
export const criteria: readonly Criterion[] = [need, time, speciality, course, wantedForm];

export const usualWeights: Weights = {
  need: need.usualWeight,
  time: time.usualWeight,
  speciality: speciality.usualWeight,
  course: course.usualWeight,
  'wanted-form': wantedForm.usualWeight,
};

export interface Question {
  readonly form: string;
  readonly conditions: Conditions;
  readonly weights: Weights;
  readonly mentors: readonly MentorCandidate[];
  readonly mentees: readonly MenteeCandidate[];
  readonly locked: readonly PairKey[];
  readonly vetoed: readonly PairKey[];
}

/** Why a pair fits, best first. */
export const reasonsFor = (mentor: MentorCandidate, mentee: MenteeCandidate, weights: Weights): Reason[] =>
  criteria
    .map((criterion) => {
      const { share, of } = criterion.judge(mentor, mentee);
      return { criterion: criterion.name, points: Math.round(share * weights[criterion.name]), of };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);

/** Rules that forbid a pair under these conditions; empty when it is possible. */
export const forbidding = (
  mentor: MentorCandidate,
  mentee: MenteeCandidate,
  { form, conditions }: Pick<Question, 'form' | 'conditions'>,
): string[] =>
  hardRules
    .filter(
      (rule) => (rule.condition === undefined || conditions[rule.condition]) && !rule.allows(mentor, mentee, form),
    )
    .map(({ name }) => name);

/** The engine's problem: possible pairs with their points, and impossible ones with the rules that forbid them. */
export const problemOf = (question: Question): Problem => {
  const edges: Edge[] = [];
  const cuts: Cut[] = [];
  for (const mentee of question.mentees) {
    for (const mentor of question.mentors) {
      const rules = forbidding(mentor, mentee, question);
      const key = { mentor: mentor.id, mentee: mentee.id };
      const parts = reasonsFor(mentor, mentee, question.weights).map(({ criterion, points }) => ({
        rule: criterion,
        points,
      }));
      const score = parts.reduce((sum, { points }) => sum + points, 0);
      if (rules.length === 0) edges.push({ ...key, score, parts });
      else cuts.push(...rules.map((rule) => ({ ...key, rule, score })));
    }
  }
  const possible = new Set(edges.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  return {
    mentors: question.mentors.map(({ id, places }) => ({ id, capacity: places })),
    mentees: question.mentees.map(({ id }) => ({ id })),
    edges,
    cuts,
    pinned: heldFast(question, possible),
    vetoed: question.vetoed.filter(({ mentor, mentee }) => possible.has(`${mentor} ${mentee}`)),
  };
};

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
