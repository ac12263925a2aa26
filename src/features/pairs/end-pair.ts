import { demand } from '../../kernel/actor.ts';
import { addDays, type Day, maxDay } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from './access.ts';
import { deletePair, pairById, pairsBy, setPairEnd } from './rows.ts';

export type EndRefusal = 'changed-meanwhile' | 'already-over' | 'end-before-start';

/** Ends a pair early: its last day and the reason. A signed order stays; the change of it is another order. */
export const endPair = async (
  ctx: Ctx,
  { pairId, version, till, reason }: { pairId: string; version: number; till: Day; reason: string },
): Promise<Outcome<undefined, EndRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  if (pair.till < ctx.today) return refused('already-over');
  if (till < pair.from || till > pair.till) return refused('end-before-start');

  if (!(await setPairEnd(ctx.db, pairId, version, till, reason))) return refused('changed-meanwhile');
  await record(ctx, 'pair.ended', { kind: 'pair', id: pairId }, { till, reason });
  return done();
};

/** Takes away a pair formed by mistake: not begun, and named by no order that left the draft. */
export const dropPair = async (
  ctx: Ctx,
  pairId: string,
): Promise<Outcome<undefined, 'in-an-order' | 'already-begun'>> => {
  demand(mayKeepPairs(ctx.actor));
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  if (pair.orderId) return refused('in-an-order');
  if (pair.from < ctx.today) return refused('already-begun');

  await deletePair(ctx.db, pairId);
  await record(ctx, 'pair.dropped', { kind: 'pair', id: pairId });
  return done();
};

/** What a person's withdrawal of consent takes away: pairs that work end with the day before, coming ones are dropped. */
export const endPairsOf = async (ctx: Ctx, personId: string, day: Day, reason: string): Promise<void> => {
  const pairs = await pairsBy(ctx.db, { personId }, ctx.today, { limit: 1000 });
  for (const pair of pairs.filter(({ till }) => till >= day)) {
    const last = addDays(day, -1);
    if (last < pair.from && !pair.orderId) await deletePair(ctx.db, pair.id);
    else await setPairEnd(ctx.db, pair.id, pair.version, maxDay(last, pair.from), reason);
    await record(ctx, 'pair.ended-by-withdrawal', { kind: 'pair', id: pair.id }, { day });
  }
};
