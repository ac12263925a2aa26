import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepMeetings } from './access.ts';
import { ballotsToPreferences } from './ballot-rows.ts';
import { dropCodes } from './key-rows.ts';
import { liveMeeting } from './live-rows.ts';
import { lockMeeting, meetingById, setClosed } from './rows.ts';

export type CloseRefusal = 'changed-meanwhile' | 'already-closed' | 'no-votes';

/** Closes a meeting: all ballots become preferences of the year in this one transaction, or nothing changes. */
export const closeMeeting = async (
  ctx: Ctx,
  meetingId: string,
  version: number,
): Promise<Outcome<{ came: number; voted: number }, CloseRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  await lockMeeting(ctx.db, meetingId);
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('already-closed');
  if (meeting.version !== version) return refused('changed-meanwhile');
  const live = found(await liveMeeting(ctx.db, meetingId), 'general meeting');
  if (live.voted === 0) return refused('no-votes');

  const voted = await ballotsToPreferences(ctx.db, meetingId, meeting.year, ctx.actor.accountId);
  await dropCodes(ctx.db, meetingId);
  await setClosed(ctx.db, meetingId, version, { on: ctx.today, came: live.came, voted });
  await record(ctx, 'general-meeting.closed', { kind: 'general-meeting', id: meetingId }, { came: live.came, voted });
  return done({ came: live.came, voted });
};
