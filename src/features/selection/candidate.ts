import type { Day } from '../../kernel/day.ts';

/** The way of a candidate through a year. `earlier`: approved before, and this year's group has not spoken yet. */
export const candidateSteps = [
  'new',
  'questioned',
  'invited',
  'interviewed',
  'earlier',
  'approved',
  'refused',
] as const;
export type CandidateStep = (typeof candidateSteps)[number];

export const outcomes = ['recommend', 'again', 'reject'] as const;
export type InterviewOutcome = (typeof outcomes)[number];

export const decisions = ['approved', 'refused'] as const;
export type Decision = (typeof decisions)[number];

/** What the step is made of. */
export interface CandidateTrack {
  readonly approvedBefore: boolean;
  /** The questionnaire of this year is in: answered in the system, or written down from paper. */
  readonly questioned: boolean;
  /** Outcome of the newest interview that was held. */
  readonly outcome: InterviewOutcome | null;
  readonly interviewOn: Day | null;
  /** A planned one. */
  readonly invitedOn: Day | null;
  readonly decision: Decision | null;
}

/** Facts decide the step; nobody moves candidates by hand. */
export const stepOf = (track: CandidateTrack): CandidateStep => {
  if (track.decision) return track.decision;
  if (track.invitedOn) return 'invited';
  if (track.outcome === 'recommend' || track.outcome === 'reject') return 'interviewed';
  if (track.approvedBefore) return 'earlier';
  return track.questioned ? 'questioned' : 'new';
};

/** Whom the working group may decide on: everybody it has not spoken of who has been interviewed or was approved before. */
export const isRipe = (step: CandidateStep): boolean => step === 'interviewed' || step === 'earlier';

/** The mean of marks with one decimal; null without marks. */
export const meanMark = (marks: readonly number[]): number | null =>
  marks.length === 0 ? null : Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10) / 10;
