import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { eachPerson, recordEach } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { addAsks, putAgreed } from './ask-rows.ts';
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
  await addAsks(ctx.db, proposalId, open);
  const agreed = await putAgreed(ctx.db, proposalId, open, ctx.actor.accountId);
  await recordEach(ctx, 'proposal.agreed', eachPerson(agreed, { way: 'desk' }));
  return done(open.length);
};
