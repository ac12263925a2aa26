import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import type { OrderInput } from '../pairs/order-pairs.ts';
import { type Hindrance, type PublishRefusal, publishPairs } from '../pairs/publish-pairs.ts';
import { isAgreed } from './decide-pairs.ts';
import { type DeskPair, deskPairs, setDecision } from './desk-rows.ts';
import { matchingNorms } from './norm-rows.ts';
import { closeProposal, holdProposal, raiseVersion } from './rows.ts';

export interface PublishProposalInput extends Omit<OrderInput, 'pairIds' | 'from' | 'till'> {
  readonly proposalId: string;
  /** The version of the desk that the person saw. */
  readonly version: number;
}

export type Published =
  | { readonly kind: 'published'; readonly orderId: string; readonly minutesId: string; readonly pairs: number }
  | { readonly kind: 'hindered'; readonly hindrances: readonly Hindrance[] };

/** Pairs that would be published now: open, not forbidden, and agreed by both sides where the college asks them. */
export const publishable = (pairs: readonly DeskPair[], ask: boolean): readonly DeskPair[] =>
  pairs.filter((pair) => pair.decision === 'open' && pair.wish !== 'veto' && isAgreed(pair, ask));

/**
 * Makes pairs of all that is agreed, minutes them and drafts the order, in one transaction: either all of it is there or
 * nothing. Of two who publish at once the second is told.
 */
export const publishProposal = async (
  ctx: PaperCtx,
  { proposalId, version, ...frame }: PublishProposalInput,
): Promise<Outcome<Published, PublishRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const proposal = found(await holdProposal(ctx.db, proposalId), 'proposal');
  if (proposal.version !== version) return refused('changed-meanwhile');
  const { ask } = await matchingNorms(ctx.db);
  const chosen = publishable(await deskPairs(ctx.db, proposalId), ask);

  const { from, till } = proposal;
  const outcome = await publishPairs(ctx, {
    ...frame,
    from,
    till,
    grouped: proposal.mode === 'groups',
    pairs: chosen.map(({ mentorId, menteeId, form }) => ({
      mentorId,
      menteeId,
      form,
      variant: '',
      from,
      till,
      proposalId,
    })),
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.kind === 'hindered') return done(outcome.value);
  const { orderId, minutesId, formed } = outcome.value;
  for (const { mentorId, menteeId, pairId } of formed)
    await setDecision(ctx.db, proposalId, { mentorId, menteeId }, 'confirmed', pairId);
  await raiseVersion(ctx.db, proposalId);
  const open = (await deskPairs(ctx.db, proposalId)).some(({ decision }) => decision === 'open');
  if (!open) await closeProposal(ctx.db, proposalId);
  await record(ctx, 'proposal.published', { kind: 'proposal', id: proposalId }, { pairs: formed.length });
  return done({ kind: 'published', orderId, minutesId, pairs: formed.length });
};
