import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { sideOf } from './access.ts';
import { codeState } from './here-code.ts';
import { setHere } from './rows.ts';
import { theMeeting } from './the-pair.ts';

export type HereRefusal = 'code-over' | 'wrong-code' | 'not-today' | 'cancelled' | 'not-the-mentee';

/** The mentee opened the code of the mentor's phone: presence is marked, whoever logs the meeting later. */
export const markHere = async (
  ctx: Ctx,
  { meetingId, code, now }: { readonly meetingId: string; readonly code: string; readonly now: Date },
): Promise<Outcome<undefined, HereRefusal>> => {
  const { meeting, parties } = await theMeeting(ctx, meetingId);
  if (sideOf(ctx.actor, parties) !== 'mentee') return refused('not-the-mentee');
  const state = codeState(meeting, code, now);
  if (state !== 'good') return refused(state === 'over' ? 'code-over' : 'wrong-code');
  if (meeting.state === 'cancelled') return refused('cancelled');
  if (meeting.day !== ctx.today) return refused('not-today');
  if (meeting.menteeHere) return done();
  await setHere(ctx.db, meetingId, now);
  await record(ctx, 'meeting.came', { kind: 'meeting', id: meetingId });
  return done();
};
