import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from './access.ts';
import type { Wish } from './pair.ts';
import { putWish, removeWish } from './wish-rows.ts';

/** Holds a pair fast for every later proposal, or forbids it. A veto needs its reason: the next curator will ask. */
export const wishPair = async (ctx: Ctx, wish: Wish): Promise<Outcome<undefined, 'reason-missing' | 'not-in-base'>> => {
  demand(mayKeepPairs(ctx.actor));
  if (wish.kind === 'veto' && wish.reason === '') return refused('reason-missing');

  const wall = await refusedBy(ctx.db, () => putWish(ctx.db, { ...wish, accountId: ctx.actor.accountId }));
  if (wall) return refused('not-in-base');
  await record(ctx, wish.kind === 'lock' ? 'pair.locked' : 'pair.vetoed', { kind: 'person', id: wish.menteeId });
  return done();
};

/** Lets a locked or forbidden pair free again. */
export const unwishPair = async (
  ctx: Ctx,
  { mentorId, menteeId }: Pick<Wish, 'mentorId' | 'menteeId'>,
): Promise<Outcome<undefined>> => {
  demand(mayKeepPairs(ctx.actor));

  await removeWish(ctx.db, mentorId, menteeId);
  await record(ctx, 'pair.unwished', { kind: 'person', id: menteeId });
  return done();
};
