import { createHash, randomBytes } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { addAsks, insertAskLinks, type Silent, silentOf } from './ask-rows.ts';
import { holdProposal, proposalById } from './rows.ts';

/** Only hashes are stored: a copy of the database opens no door. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Asks both sides of every open pair whether they agree. Who has an account sees the question there. */
export const askSides = async (ctx: Ctx, proposalId: string): Promise<Outcome<number, 'nobody-to-ask'>> => {
  demand(mayKeepPairs(ctx.actor));
  found(await holdProposal(ctx.db, proposalId), 'proposal');
  const asked = await addAsks(ctx.db, proposalId);
  if (asked === 0) return refused('nobody-to-ask');
  await record(ctx, 'proposal.asked', { kind: 'proposal', id: proposalId }, { asked });
  return done(asked);
};

/** A card of a printed sheet; its secret is stored nowhere. */
export interface AskCard extends Silent {
  readonly token: string;
}

/** Personal links for those who have not answered; earlier ones go on working. */
export const issueAskLinks = async (
  ctx: Ctx,
  proposalId: string,
): Promise<Outcome<readonly AskCard[], 'nobody-silent'>> => {
  demand(mayKeepPairs(ctx.actor));
  found(await proposalById(ctx.db, proposalId), 'proposal');
  const silent = await silentOf(ctx.db, proposalId);
  if (silent.length === 0) return refused('nobody-silent');
  const cards = silent.map((one) => ({ ...one, token: randomBytes(18).toString('base64url') }));
  await insertAskLinks(
    ctx.db,
    { proposalId, madeOn: ctx.today, accountId: ctx.actor.accountId },
    cards.map(({ personId, token }) => ({ personId, tokenHash: hashOfToken(token) })),
  );
  await record(ctx, 'proposal.links-issued', { kind: 'proposal', id: proposalId }, { links: cards.length });
  return done(cards);
};
