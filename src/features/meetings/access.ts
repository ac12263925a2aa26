import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';
import { mayReadPair, type PairParties, pairKeepers, pairReaders, pairVisitors } from '../pairs/access.ts';
import type { Side } from './meeting.ts';

/** Who reads the list of meetings: staff; a class teacher only of own groups. */
export const meetingReaders: readonly Role[] = [...pairReaders, 'class-teacher'];

/** Who may open a meeting at all; `mayReadMeeting` decides which. */
export const meetingVisitors: readonly Role[] = pairVisitors;

/** Both sides, and who keeps pairs. */
export const meetingPlanners: readonly Role[] = ['mentor', 'mentee', ...pairKeepers];

/** Both sides, and the curator on their behalf. */
export const meetingLoggers: readonly Role[] = ['mentor', 'mentee', 'curator'];

/** People who have a pair of their own. */
export const pairPeople: readonly Role[] = ['mentor', 'mentee'];

export const normKeepers: readonly Role[] = pairKeepers;

/** Which side of the pair an actor is; undefined for everybody else. */
export const sideOf = ({ personId }: Actor, pair: Pick<PairParties, 'mentorId' | 'menteeId'>): Side | undefined => {
  if (personId === null) return undefined;
  if (personId === pair.mentorId) return 'mentor';
  return personId === pair.menteeId ? 'mentee' : undefined;
};

export const mayReadMeeting = (actor: Actor, pair: PairParties): Verdict => mayReadPair(actor, pair);

export const mayReadMeetings = (actor: Actor): Verdict =>
  holds(actor, ...meetingReaders) || because('meetings.not-a-reader');

/** Groups whose meetings one sees in the list. */
export const visibleGroups = (actor: Actor): 'all' | readonly string[] =>
  holds(actor, ...pairReaders) ? 'all' : actor.groupIds;

export const mayPlanMeeting = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) !== undefined || holds(actor, ...pairKeepers) || because('meetings.not-a-planner');

export const mayLogMeeting = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) !== undefined || holds(actor, 'curator') || because('meetings.not-a-logger');

/** What the pair wrote for each other, its files: the two and the curator. */
export const mayReadWords = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) !== undefined || holds(actor, 'curator') || because('meetings.words-of-others');

/** What the mentor wrote for the curator: those two only. */
export const mayReadSecret = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) === 'mentor' || holds(actor, 'curator') || because('meetings.words-for-the-curator');

/** The diary holds the words of the pair, so it is made by those who may read them; the mentee's copy is the mentor's to give. */
export const mayPrintDiary = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) === 'mentor' || holds(actor, 'curator') || because('meetings.not-own-diary');

/** The mentor (or the curator) shows the code, the mentee opens it. */
export const mayShowCode = (actor: Actor, pair: PairParties): Verdict =>
  sideOf(actor, pair) === 'mentor' || holds(actor, 'curator') || because('meetings.not-the-mentor');

export const mayKeepNorms = (actor: Actor): Verdict =>
  holds(actor, ...normKeepers) || because('meetings.not-a-norm-keeper');
