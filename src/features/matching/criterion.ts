import type { Conditions, MenteeCandidate, MentorCandidate } from './candidate.ts';

/** Points that one criterion gives to a pair, with what they rest on: codes that texts.ts turns into words. */
export interface Reason {
  readonly criterion: string;
  readonly points: number;
  readonly of: readonly string[];
}

/** How well two people fit by one measure. Pure, whole points from 0 to `most`. */
export interface Criterion {
  readonly name: string;
  readonly most: number;
  judge(mentor: MentorCandidate, mentee: MenteeCandidate): Omit<Reason, 'criterion'>;
}

/** Why a pair is not possible at all. */
export interface HardRule {
  readonly name: string;
  /** Switched by a condition, or always on. */
  readonly condition?: keyof Conditions;
  allows(mentor: MentorCandidate, mentee: MenteeCandidate, form: string): boolean;
}
