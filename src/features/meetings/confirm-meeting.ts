import { because, demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { sideOf } from './access.ts';
import { isLogged } from './meeting.ts';
import { setMenteeWords } from './rows.ts';
import { theMeeting } from './the-pair.ts';

export type ConfirmRefusal = 'not-logged';

/** The mentee says that it was so and adds own words. The mentor's log stays as it is. */
export const confirmMeeting = async (
  ctx: Ctx,
  { meetingId, note, confirmed }: { readonly meetingId: string; readonly note: string; readonly confirmed: boolean },
): Promise<Outcome<undefined, ConfirmRefusal>> => {
  const { meeting, parties } = await theMeeting(ctx, meetingId);
  demand(sideOf(ctx.actor, parties) === 'mentee' || because('meetings.not-the-mentee'));
  if (!isLogged(meeting)) return refused('not-logged');
  const confirmedOn = confirmed ? (meeting.menteeConfirmedOn ?? ctx.today) : null;
  await setMenteeWords(ctx.db, meetingId, { note, confirmedOn });
  await record(ctx, 'meeting.confirmed', { kind: 'meeting', id: meetingId }, { confirmed });
  return done();
};
