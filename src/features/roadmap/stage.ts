import type { Day } from '../../kernel/day.ts';
import type { Window } from '../../kernel/period.ts';
import type { ActFacts } from '../acts/fact-rows.ts';
import type { DocumentStatus, PaperKind } from '../documents/document.ts';
import type { InformationFacts } from '../events/fact-rows.ts';
import type { FeedbackFacts } from '../feedback/fact-rows.ts';
import type { MeetingFact } from '../general-meeting/fact-rows.ts';
import type { LibraryFacts } from '../library/fact-rows.ts';
import type { AgreementFacts } from '../matching/fact-rows.ts';
import type { MeetingFacts } from '../meetings/fact-rows.ts';
import type { PlanFacts } from '../plans/fact-rows.ts';
import type { PreparationFacts } from '../preparation/fact-rows.ts';
import type { ApprovedSet, RoundProgress } from '../questionnaires/progress-rows.ts';
import type { MenteeBaseFacts, MentorBaseFacts, NeedsByGroup } from '../registers/fact-rows.ts';
import type { RewardFacts } from '../rewards/fact-rows.ts';
import type { SelectionFacts } from '../selection/fact-rows.ts';
import type { SupportFacts } from '../support-cases/fact-rows.ts';
import type { TrainingFacts } from '../training/fact-rows.ts';
import type { ExpertCoverage } from './expert-rows.ts';

/** One thing that closes a row: there, or missing with the reason and the action that brings it. */
export interface Fact {
  readonly title: string;
  /** ok: is there · wait: not yet · bad: was begun or was there, and needs hands now. */
  readonly state: 'ok' | 'wait' | 'bad';
  readonly count?: { readonly have: number; readonly need: number };
  readonly reason?: string;
  readonly action?: FactAction;
  /** The same in two words for the list of rows. */
  readonly chip?: { readonly label: string; readonly href: string; readonly outdated?: boolean };
}

export interface FactAction {
  readonly label: string;
  readonly href: string;
}

export interface RowFacts {
  readonly facts: readonly Fact[];
  /** For rows that are wanted again and again: is this window done? Otherwise all facts together decide. */
  readonly isDone?: (window: Window) => boolean;
}

/** A paper of the register as rows see it. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly status: DocumentStatus;
  readonly number: string | null;
  readonly day: Day | null;
  readonly reviewBy: Day | null;
}

export interface PairFacts {
  /** Pairs that work at some time of the year. */
  readonly total: number;
  /** Of them, in a signed order. */
  readonly ordered: number;
  /** Pairs that are not over, and of them those whose both sides have a consent in force. */
  readonly running: number;
  readonly consented: number;
  /** Mentees of the base who have nobody now or later this year. */
  readonly unmatched: number;
}

/** Everything that facts of rows are made of: gathered once for all rows. */
export interface Gathered {
  readonly today: Day;
  readonly year: number;
  readonly papers: readonly Paper[];
  readonly groups: NeedsByGroup;
  /** Groups that were asked again in a campaign of this year. */
  readonly remindedGroups: ReadonlySet<string>;
  readonly mentees: MenteeBaseFacts;
  readonly mentors: MentorBaseFacts;
  /** Questionnaires, interviews and decisions on mentors. */
  readonly selection: SelectionFacts;
  readonly training: TrainingFacts;
  readonly pairs: PairFacts;
  readonly agreement: AgreementFacts;
  readonly plans: PlanFacts;
  readonly generalMeetings: readonly MeetingFact[];
  /** Cases of mentees without a mentor. */
  readonly support: SupportFacts;
  readonly preparation: PreparationFacts;
  readonly acts: ActFacts;
  readonly experts: ExpertCoverage;
  readonly information: InformationFacts;
  /** Approved questionnaires, and rounds of the year with how far they are. */
  readonly questionnaires: { readonly approved: readonly ApprovedSet[]; readonly rounds: readonly RoundProgress[] };
  /** How the pairs at work meet. */
  readonly meetings: MeetingFacts;
  /** Accounts with the role of a curator. */
  readonly curators: number;
  readonly library: LibraryFacts;
  readonly feedback: FeedbackFacts;
  readonly rewards: RewardFacts;
}

export type RowRule = (data: Gathered) => RowFacts;

/** Rules of one stage by the official number of the row. */
export type StageRules = Readonly<Record<string, RowRule>>;
