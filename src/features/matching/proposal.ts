import type { Day } from '../../kernel/day.ts';
import type { Conditions } from './candidate.ts';
import type { Reason, Weights } from './criterion.ts';
import type { Mode } from './problem.ts';

export interface ProposedPair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly form: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** One of the two would rather not; never who. */
  readonly caution: boolean;
}

/** Why a mentee stays alone: how many mentors each rule took away, and the smallest change that would help. */
export interface UnmatchedMentee {
  readonly menteeId: string;
  readonly cutBy: readonly { readonly rule: string; readonly mentors: number }[];
  /** Mentors who were possible and are taken by others. */
  readonly taken: number;
  /** One more place at a mentor, one rule waived for a mentor, or a locked pair set free; absent when nothing small helps. */
  readonly fix?: {
    readonly way: 'place' | 'rule' | 'unlock';
    readonly mentorId: string;
    readonly rule: string | null;
    /** Points that the others lose by it. */
    readonly costForOthers: number;
  };
}

/** What would come of switching one condition. */
export interface WhatIf {
  readonly condition: keyof Conditions;
  readonly on: boolean;
  readonly pairs: number;
}

export interface ProposalTotals {
  readonly wanted: number;
  readonly met: number;
  readonly score: number;
  /** true: the engine proved that no other choice is better. */
  readonly proved: boolean;
  readonly whatIfs: readonly WhatIf[];
}

/** What a run was made by; kept with it, whatever the college changes later. */
export interface RunRules {
  readonly conditions: Conditions;
  readonly weights: Weights;
  /** Edition of the written rules and criteria. */
  readonly edition: number;
}

export interface Proposal extends RunRules {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly forms: readonly string[];
  readonly mode: Mode;
  readonly state: 'open' | 'ordered' | 'dropped';
  readonly from: Day;
  readonly till: Day;
  readonly inputHash: string;
  readonly resultHash: string;
  /** Version of the college's weights and conditions. */
  readonly rulesVersion: number;
  /** Grows with every act at the desk. */
  readonly version: number;
  readonly totals: ProposalTotals;
  readonly unmatched: readonly UnmatchedMentee[];
}
