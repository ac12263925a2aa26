import { avoided, type MenteeCandidate, type MentorCandidate } from './candidate.ts';
import type { Reason } from './criterion.ts';
import type { DeskPair } from './desk-rows.ts';
import { fitOf, type Question } from './problem.ts';

/** What placing a mentee with a mentor would mean. */
export type Chance =
  | {
      readonly possible: true;
      readonly form: string;
      readonly score: number;
      readonly reasons: readonly Reason[];
      readonly caution: boolean;
    }
  | { readonly possible: false; readonly rules: readonly string[] };

/** The desk: who stands with whom, and what each move would mean. */
export interface MoveView {
  readonly mentors: readonly MentorCandidate[];
  readonly mentees: readonly MenteeCandidate[];
  /** The open or confirmed pair of a mentee. */
  pairOf(menteeId: string): DeskPair | undefined;
  /** Places of a mentor that nobody takes, in this proposal or elsewhere. */
  freePlaces(mentorId: string): number;
  /** undefined: one of the two is not (or no longer) among those to be matched. */
  chanceOf(menteeId: string, mentorId: string): Chance | undefined;
}

/** A desk over the question of today; without one nobody can be moved. `pairs`: those not refused. */
export const moveView = (question: Question | undefined, pairs: readonly DeskPair[]): MoveView => {
  const mentors = new Map(question?.mentors.map((mentor) => [mentor.id, mentor]));
  const mentees = new Map(question?.mentees.map((mentee) => [mentee.id, mentee]));
  const byMentee = new Map(pairs.map((pair) => [pair.menteeId, pair]));
  const taken = new Map<string, number>();
  // Confirmed pairs are pairs already: the register has taken their places off.
  for (const { mentorId, decision } of pairs)
    if (decision === 'open') taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  const freePlaces = (mentorId: string) =>
    Math.max(0, (mentors.get(mentorId)?.places ?? 0) - (taken.get(mentorId) ?? 0));
  const vetoed = new Set(question?.vetoed.map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  return {
    mentors: question?.mentors ?? [],
    mentees: question?.mentees ?? [],
    pairOf: (menteeId) => byMentee.get(menteeId),
    freePlaces,
    chanceOf(menteeId, mentorId) {
      const [mentor, mentee] = [mentors.get(mentorId), mentees.get(menteeId)];
      if (!question || !mentor || !mentee) return undefined;
      const fit = fitOf(mentor, mentee, question);
      const rules = [
        ...(vetoed.has(`${mentorId} ${menteeId}`) ? ['veto'] : []),
        ...(fit.possible ? [] : fit.rules.filter((rule) => rule !== 'place')),
        ...(byMentee.get(menteeId)?.mentorId !== mentorId && freePlaces(mentorId) === 0 ? ['place'] : []),
      ];
      if (!fit.possible || rules.length > 0) return { possible: false, rules };
      const { form, score, reasons } = fit;
      return { possible: true, form, score, reasons, caution: avoided(mentor, mentee) };
    },
  };
};
