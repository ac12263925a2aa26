import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepMeetings } from './access.ts';
import { type GuestLine, guestLines } from './guest-rows.ts';
import { codeHash, hashOf, newCode, newKey, replaceSlips } from './key-rows.ts';
import { meetingById } from './rows.ts';

export interface Slip extends Pick<GuestLine, 'personId' | 'name' | 'place' | 'side' | 'number'> {
  readonly key: string;
  readonly code: string;
}

export type SlipRefusal = 'closed' | 'nobody';

/**
 * Personal slips: a QR code and eight digits for each guest, known to the paper only. Earlier slips of the same people stop working,
 * so a lost one is worth nothing. Without `personIds`: for all who have not come.
 */
export const issueSlips = async (
  ctx: Ctx,
  meetingId: string,
  personIds?: readonly string[],
): Promise<Outcome<readonly Slip[], SlipRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  const guests = (await guestLines(ctx.db, meetingId)).filter(({ personId, came }) =>
    personIds ? personIds.includes(personId) : !came,
  );
  if (guests.length === 0) return refused('nobody');
  const slips = guests.map(({ personId, name, place, side, number }) => ({
    ...{ personId, name, place, side, number },
    key: newKey(),
    code: newCode(),
  }));
  await replaceSlips(
    ctx.db,
    meetingId,
    slips.flatMap(({ personId, key, code }) => [
      { personId, kind: 'slip' as const, hash: hashOf(key) },
      { personId, kind: 'code' as const, hash: codeHash(meetingId, code) },
    ]),
  );
  await record(
    ctx,
    'general-meeting.slips-printed',
    { kind: 'general-meeting', id: meetingId },
    { people: slips.length },
  );
  return done(slips);
};
