import { type Actor, because, holds, type Role, roles, type Verdict } from '../../kernel/actor.ts';

/** Who makes a general meeting, runs it and closes it. */
export const meetingKeepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who sees how a meeting goes and who came. */
export const meetingReaders: readonly Role[] = [
  ...meetingKeepers,
  'director',
  'working-group',
  'methodist',
  'psychologist',
  'social-teacher',
];

/** Who types paper ballots: they hold what was said in confidence. */
export const ballotKeepers: readonly Role[] = ['curator', 'psychologist'];

/** Who reads with whom people would like to work, after a meeting. */
export const preferenceReaders: readonly Role[] = ['administrator', 'deputy', 'curator', 'psychologist'];

/** With whom somebody would rather not work is told to these two and to nobody else. */
export const avoidReaders: readonly Role[] = ['curator', 'psychologist'];

/** Anybody with an account may stand in the list of guests. */
export const possibleGuests: readonly Role[] = roles;

export const mayReadMeetings = (actor: Actor): Verdict =>
  holds(actor, ...meetingReaders) || because('general-meeting.not-a-reader');

export const mayKeepMeetings = (actor: Actor): Verdict =>
  holds(actor, ...meetingKeepers) || because('general-meeting.not-a-keeper');

export const mayEnterBallots = (actor: Actor): Verdict =>
  holds(actor, ...ballotKeepers) || because('general-meeting.ballots-are-confidential');

export const mayReadPreferences = (actor: Actor): Verdict =>
  holds(actor, ...preferenceReaders) || because('preferences.not-a-reader');

export const mayReadAvoids = (actor: Actor): Verdict =>
  holds(actor, ...avoidReaders) || because('preferences.avoids-are-confidential');
