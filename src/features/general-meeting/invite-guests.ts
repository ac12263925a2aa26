import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { markPerson } from '../events/guest-rows.ts';
import { mayKeepMeetings } from './access.ts';
import { type ComeHow, guestOf, inviteBases, markCame, removeGuest, unmarkCame } from './guest-rows.ts';
import type { GeneralMeeting } from './meeting.ts';
import { meetingById } from './rows.ts';

export type GuestRefusal = 'closed' | 'has-come' | 'not-asked';

/** Invites those who came into the bases since. Answers how many are new. */
export const inviteNew = async (ctx: Ctx, meetingId: string): Promise<Outcome<number, GuestRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  const invited = await inviteBases(ctx.db, meetingId);
  await record(ctx, 'general-meeting.invited', { kind: 'general-meeting', id: meetingId }, { invited });
  return done(invited);
};

/** Takes somebody off the list; who has come stays on it. */
export const uninvite = async (
  ctx: Ctx,
  meetingId: string,
  personId: string,
): Promise<Outcome<undefined, GuestRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  if (!(await removeGuest(ctx.db, meetingId, personId))) return refused('has-come');
  await record(ctx, 'general-meeting.uninvited', { kind: 'person', id: personId });
  return done();
};

/** The curator marks by hand who came without a phone, or takes a wrong mark away. */
export const markByHand = async (
  ctx: Ctx,
  { meetingId, personId, came }: { readonly meetingId: string; readonly personId: string; readonly came: boolean },
): Promise<Outcome<undefined, GuestRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  if (!(await guestOf(ctx.db, meetingId, personId))) return refused('not-asked');
  if (came) await comeAs(ctx, meeting, personId, 'curator');
  else await unmarkCame(ctx.db, meetingId, personId);
  await record(ctx, came ? 'general-meeting.came' : 'general-meeting.not-came', { kind: 'person', id: personId });
  return done();
};

/** Somebody is here: in the list of the meeting and of its event. Twice is once. */
export const comeAs = async (
  { db }: Pick<Ctx, 'db'>,
  meeting: Pick<GeneralMeeting, 'id' | 'eventId'>,
  personId: string,
  how: ComeHow,
): Promise<void> => {
  const first = await markCame(db, meeting.id, personId, how);
  if (first) await markPerson(db, meeting.eventId, personId, how === 'curator' ? 'list' : 'qr');
};
