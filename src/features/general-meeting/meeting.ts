import type { Day } from '../../kernel/day.ts';

/** The way of a general meeting; the curator moves it on, nothing moves by itself. */
export const meetingStates = ['gathering', 'cards', 'rounds', 'voting', 'closed'] as const;
export type MeetingState = (typeof meetingStates)[number];

export interface GeneralMeeting {
  readonly id: string;
  readonly year: number;
  readonly eventId: string;
  readonly title: string;
  readonly day: Day;
  readonly starts: string;
  readonly place: string;
  readonly state: MeetingState;
  readonly rounds: number;
  readonly roundMinutes: number;
  readonly mostWishes: number;
  /** The round that runs; 0 before the first. */
  readonly round: number;
  readonly endsAt: Date | null;
  /** Moves whenever phones and the projector have something new to show. */
  readonly version: number;
  readonly closedOn: Day | null;
  /** Counted at the end; null while it runs. */
  readonly finalCame: number | null;
  readonly finalVoted: number | null;
}

export type Side = 'mentor' | 'mentee';

export const otherSide = (side: Side): Side => (side === 'mentor' ? 'mentee' : 'mentor');

/** Where the curator may move a meeting: on, back where something was forgotten, or past a part that is not wanted. */
export const moves = ['gathering', 'cards', 'rounds', 'voting'] as const;
export type Move = (typeof moves)[number];

/** Closing has a way of its own. A running round leads to the next one by the same move. */
export const mayMove = (
  { state, round }: Pick<GeneralMeeting, 'state' | 'round'>,
  to: Move,
  lastRound: number,
): boolean => {
  if (state === 'closed') return false;
  if (to === 'rounds') return state === 'rounds' ? round < lastRound : true;
  return to !== state;
};

/** What usually comes next; null when only closing is left. */
export const nextMove = ({ state, round }: Pick<GeneralMeeting, 'state' | 'round'>, lastRound: number): Move | null => {
  if (state === 'gathering') return 'cards';
  if (state === 'cards') return 'rounds';
  if (state === 'rounds') return round < lastRound ? 'rounds' : 'voting';
  return null;
};

/** Fewer than this many votes are not told: in a small room a number would name somebody. */
const fewest = 5;

/** A count of votes as it may be shown to the hall; null: too few to be told. */
export const tellable = (voted: number): number | null => (voted < fewest ? null : voted);
