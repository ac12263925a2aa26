import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { answerAtDesk } from './answer-ask.ts';
import { addAsks, sides } from './ask-rows.ts';
import type { Choice } from './decide-pairs.ts';
import { deskPairs } from './desk-rows.ts';
import { holdProposal } from './rows.ts';

/** Writes down that both sides of chosen pairs agreed, as they told the curator. Answers how many pairs. */
export const noteAgreed = async (
  ctx: Ctx,
  proposalId: string,
  chosen: readonly Choice[],
): Promise<Outcome<number, 'nothing-chosen'>> => {
  demand(mayKeepPairs(ctx.actor));
  found(await holdProposal(ctx.db, proposalId), 'proposal');
  const keys = new Set(chosen.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`));
  const open = (await deskPairs(ctx.db, proposalId)).filter(
    ({ decision, mentorId, menteeId }) => decision === 'open' && keys.has(`${mentorId} ${menteeId}`),
  );
  if (open.length === 0) return refused('nothing-chosen');
  for (const { mentorId, menteeId } of open) {
    await addAsks(ctx.db, proposalId, { mentorId, menteeId });
    for (const side of sides)
      await answerAtDesk(ctx, { proposalId, mentorId, menteeId, side, answer: 'agree', reason: '' });
  }
  return done(open.length);
};
