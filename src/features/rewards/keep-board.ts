import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepRewards } from './access.ts';
import { workFacts } from './achievement-rows.ts';
import { deleteEntry, insertEntry } from './honour-rows.ts';

export type BoardRefusal = 'no-pair' | 'stands-already';

/**
 * Puts somebody of this year's pairs on the board. Without a consent to publication the entry waits unseen (152-ФЗ,
 * ст. 10.1: what is shown is only what the person allowed).
 */
export const putOnBoard = async (
  ctx: Ctx,
  { personId, words }: { readonly personId: string; readonly words: string },
): Promise<Outcome<string, BoardRefusal>> => {
  demand(mayKeepRewards(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  if ((await workFacts(ctx.db, currentYear, ctx.today, personId)).length === 0) return refused('no-pair');
  const { accountId } = ctx.actor;
  const id = await insertEntry(ctx.db, { year: currentYear, personId, words, putOn: ctx.today, accountId });
  if (id === undefined) return refused('stands-already');
  await record(ctx, 'honour.put', { kind: 'person', id: personId });
  return done(id);
};

export const takeFromBoard = async (ctx: Ctx, entryId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepRewards(ctx.actor));
  found((await deleteEntry(ctx.db, entryId)) || null, 'honour entry');
  await record(ctx, 'honour.taken', { kind: 'honour-entry', id: entryId });
  return done();
};
