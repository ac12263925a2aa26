import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayLogMeeting, sideOf } from './access.ts';
import { holdKey, insertTaken, takenLog } from './log-rows.ts';
import { isLogged } from './meeting.ts';
import { appendNote, meetingById, putSecret, secretOf, setMenteeWords } from './rows.ts';
import { thePair } from './the-pair.ts';

export interface Settling {
  readonly key: string;
  readonly pairId: string;
}

const both = (before: string, added: string): string =>
  before === added ? before : [before, added].filter(Boolean).join('\n');

/** Adds the words of an entry to the log that stands there; its facts stay as they are. */
export const joinLog = async (
  ctx: Ctx,
  { key, pairId, meetingId, note, curatorNote }: Settling & { meetingId: string; note: string; curatorNote: string },
): Promise<Outcome<undefined, 'not-logged'>> => {
  const { parties } = await thePair(ctx, pairId);
  demand(mayLogMeeting(ctx.actor, parties));
  await holdKey(ctx.db, key);
  if (await takenLog(ctx.db, key, pairId)) return done();
  const meeting = found(await meetingById(ctx.db, meetingId), 'meeting');
  found(meeting.pairId === pairId || null, 'meeting of this pair');
  if (!isLogged(meeting)) return refused('not-logged');
  const side = sideOf(ctx.actor, parties);
  if (side === 'mentee')
    await setMenteeWords(ctx.db, meetingId, { note: both(meeting.menteeNote, note), confirmedOn: ctx.today });
  else await appendNote(ctx.db, meetingId, both(meeting.note, note));
  if (side === 'mentor' && curatorNote !== '')
    await putSecret(ctx.db, meetingId, both(await secretOf(ctx.db, meetingId), curatorNote));
  await insertTaken(ctx.db, { key, pairId, accountId: ctx.actor.accountId, meetingId });
  await record(ctx, 'meeting.joined', { kind: 'meeting', id: meetingId });
  return done();
};

/** Takes an own entry back that was not stored: the phone that still sends it is told that it is settled. */
export const dropLog = async (ctx: Ctx, { key, pairId }: Settling): Promise<Outcome<undefined>> => {
  const { parties } = await thePair(ctx, pairId);
  demand(mayLogMeeting(ctx.actor, parties));
  await holdKey(ctx.db, key);
  if (await takenLog(ctx.db, key, pairId)) return done();
  await insertTaken(ctx.db, { key, pairId, accountId: ctx.actor.accountId, meetingId: null });
  await record(ctx, 'meeting.entry-dropped', { kind: 'pair', id: pairId });
  return done();
};
