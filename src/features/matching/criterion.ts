import type { Conditions, MenteeCandidate, MentorCandidate } from './candidate.ts';

export const criterionNames = [
  'need',
  'preference',
  'time',
  'speciality',
  'course',
  'wanted-form',
  'continuity',
  'first-in-line',
  'no-shows',
] as const;
export type CriterionName = (typeof criterionNames)[number];

/** Points that one criterion gives to a pair, with what they rest on: codes that texts.ts turns into words. */
export interface Reason {
  readonly criterion: CriterionName;
  readonly points: number;
  readonly of: readonly string[];
}

export interface Judgement {
  /** 0 (nothing in common) to 1 (as good as it gets); below zero where the criterion takes points away. */
  readonly share: number;
  readonly of: readonly string[];
}

/** How well two people fit by one measure in a form. Pure. */
export interface Criterion {
  readonly name: CriterionName;
  /** Whole points that a college starts with; it may weigh the criterion otherwise. */
  readonly usualWeight: number;
  judge(mentor: MentorCandidate, mentee: MenteeCandidate, form: string): Judgement;
}

/** How many whole points each criterion may give (or take) at most; 0 switches it off. */
export type Weights = Readonly<Record<CriterionName, number>>;

/** Why a pair is not possible at all. */
export interface HardRule {
  readonly name: string;
  /** Switched by a condition, or always on. */
  readonly condition?: keyof Conditions;
  allows(mentor: MentorCandidate, mentee: MenteeCandidate, form: string): boolean;
}
