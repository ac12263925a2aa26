import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { formPair, type PairRefusal } from '../pairs/form-pair.ts';
import { type DeskPair, deskPairs, setDecision } from './desk-rows.ts';
import { matchingNorms } from './norm-rows.ts';
import { holdProposal, raiseVersion } from './rows.ts';

export interface Choice {
  readonly mentorId: string;
  readonly menteeId: string;
}

export interface Confirmed {
  readonly formed: number;
  /** Pairs that could not be formed any more, with the reason: somebody was quicker, a consent was withdrawn. */
  readonly refused: readonly (Choice & { readonly reason: PairRefusal | 'not-agreed' })[];
}

/** Both sides have said yes, or the college asks nobody. */
export const isAgreed = (
  { mentorSays, menteeSays }: Pick<DeskPair, 'mentorSays' | 'menteeSays'>,
  ask: boolean,
): boolean =>
  ask ? mentorSays === 'agree' && menteeSays === 'agree' : mentorSays !== 'decline' && menteeSays !== 'decline';

/** Turns chosen pairs of a proposal into pairs. What has become impossible meanwhile is named and left open; the rest is formed. */
export const confirmPairs = async (
  ctx: Ctx,
  proposalId: string,
  chosen: readonly Choice[],
): Promise<Outcome<Confirmed, 'nothing-chosen'>> => {
  demand(mayKeepPairs(ctx.actor));
  const proposal = found(await holdProposal(ctx.db, proposalId), 'proposal');
  const { ask } = await matchingNorms(ctx.db);
  const open = (await deskPairs(ctx.db, proposalId)).filter(
    ({ decision, mentorId, menteeId }) =>
      decision === 'open' && chosen.some((one) => one.mentorId === mentorId && one.menteeId === menteeId),
  );
  if (open.length === 0) return refused('nothing-chosen');

  const failed: Confirmed['refused'][number][] = [];
  for (const pair of open) {
    const { mentorId, menteeId, form } = pair;
    const { from, till } = proposal;
    const outcome = isAgreed(pair, ask)
      ? await formPair(ctx, { mentorId, menteeId, form, variant: '', from, till, proposalId })
      : refused('not-agreed' as const);
    if (outcome.ok) await setDecision(ctx.db, proposalId, { mentorId, menteeId }, 'confirmed', outcome.value);
    else failed.push({ mentorId, menteeId, reason: outcome.reason });
  }
  const formed = open.length - failed.length;
  if (formed > 0) await raiseVersion(ctx.db, proposalId);
  await record(ctx, 'proposal.confirmed', { kind: 'proposal', id: proposalId }, { formed, refused: failed.length });
  return done({ formed, refused: failed });
};

/** One of the two said no: the pair leaves this proposal; a veto for later ones is another decision. */
export const refusePair = async (ctx: Ctx, proposalId: string, choice: Choice): Promise<Outcome<undefined>> => {
  demand(mayKeepPairs(ctx.actor));
  found(await holdProposal(ctx.db, proposalId), 'proposal');

  await setDecision(ctx.db, proposalId, choice, 'refused');
  await raiseVersion(ctx.db, proposalId);
  await record(ctx, 'proposal.pair-refused', { kind: 'proposal', id: proposalId });
  return done();
};
