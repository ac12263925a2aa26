import type { Day } from '../../kernel/day.ts';
import { contains, type Window } from '../../kernel/period.ts';

/** Kinds of the method, in the order in which a pair goes through them. */
export const meetingKinds = ['acquaintance', 'trial', 'planning', 'working', 'final'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export type MeetingState = 'planned' | 'held' | 'missed' | 'cancelled';

export type Side = 'mentor' | 'mentee';

/** When, where and what kind: what is agreed before a meeting. */
export interface MeetingPlan {
  readonly kind: MeetingKind;
  readonly day: Day;
  /** '14:30' in the college's time; '' when only the day is known. */
  readonly starts: string;
  readonly minutes: number;
  readonly place: string;
  /** Where an online meeting is held; ''. */
  readonly link: string;
}

/** What both sides and the curator may read, and nobody else. */
export interface Words {
  readonly note: string;
  readonly result: string;
  readonly task: string;
}

export const outcomes = ['held', 'no-mentee', 'no-mentor', 'cancelled'] as const;
export type MeetingOutcome = (typeof outcomes)[number];

/** What somebody writes down after a meeting. */
export interface MeetingLog extends Words {
  readonly kind: MeetingKind;
  readonly outcome: MeetingOutcome;
  readonly day: Day;
  readonly minutes: number;
  readonly reason: string;
  readonly topics: readonly string[];
  /** 1 «трудно» – 4 «отлично». */
  readonly mood: number | null;
  readonly needsHelp: boolean;
  /** For the curator only; taken from a mentor only. */
  readonly curatorNote: string;
}

export interface Meeting extends MeetingPlan, Words {
  readonly id: string;
  readonly pairId: string;
  readonly state: MeetingState;
  readonly occasion: number;
  readonly absent: Side | null;
  readonly reason: string;
  readonly topics: readonly string[];
  readonly mood: number | null;
  readonly menteeNote: string;
  readonly needsHelp: boolean;
  readonly menteeHere: boolean;
  readonly menteeConfirmedOn: Day | null;
  readonly loggedOn: Day | null;
  readonly loggedSide: Side | 'curator' | null;
  readonly doorKey: string;
  readonly version: number;
}

export const isLogged = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'held' || state === 'missed';

/** How a meeting stands after a log of this outcome. */
export const stateOf = (outcome: MeetingOutcome): { readonly state: MeetingState; readonly absent: Side | null } => {
  if (outcome === 'held') return { state: 'held', absent: null };
  if (outcome === 'cancelled') return { state: 'cancelled', absent: null };
  return { state: 'missed', absent: outcome === 'no-mentor' ? 'mentor' : 'mentee' };
};

export const outcomeOf = ({ state, absent }: Pick<Meeting, 'state' | 'absent'>): MeetingOutcome | null => {
  if (state === 'planned') return null;
  if (state === 'missed') return absent === 'mentor' ? 'no-mentor' : 'no-mentee';
  return state;
};

export type LogMistake = 'day-ahead' | 'outside-period';

/** A meeting is logged on a day of the pair that has come. */
export const logMistake = (day: Day, pair: Window, today: Day): LogMistake | undefined => {
  if (day > today) return 'day-ahead';
  return contains(pair, day) ? undefined : 'outside-period';
};

/** '14:30' and 90 minutes are '16:00'; an end after midnight is held at 23:59. */
export const endOf = (starts: string, minutes: number): string => {
  const [hours = 0, past = 0] = starts.split(':').map(Number);
  const end = Math.min(hours * 60 + past + minutes, 23 * 60 + 59);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
};
