import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import type { PairParties } from '../pairs/access.ts';
import { type ListedPair, pairById } from '../pairs/rows.ts';
import type { Meeting } from './meeting.ts';
import { meetingById } from './rows.ts';

export const partiesOf = ({ mentorId, menteeId, mentor, mentee }: ListedPair): PairParties => ({
  mentorId,
  menteeId,
  mentorGroupId: mentor.groupId,
  menteeGroupId: mentee.groupId,
});

/** A pair with who its sides are, for the rules of access. */
export const thePair = async (ctx: Pick<Ctx, 'db'>, pairId: string) => {
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  return { pair, parties: partiesOf(pair) };
};

/** A meeting with its pair. */
export const theMeeting = async (ctx: Pick<Ctx, 'db'>, meetingId: string) => {
  const meeting: Meeting = found(await meetingById(ctx.db, meetingId), 'meeting');
  return { meeting, ...(await thePair(ctx, meeting.pairId)) };
};
