import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepPreparation } from './access.ts';
import { copyMeans, deleteMean, insertMean } from './rows.ts';
import type { Mean } from './working-group.ts';

/** Lists an audience or a resource of the current year. */
export const addMean = async (ctx: Ctx, mean: Omit<Mean, 'id'>): Promise<Outcome<undefined, 'named-twice'>> => {
  demand(mayKeepPreparation(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  if (await refusedBy(ctx.db, () => insertMean(ctx.db, currentYear, mean))) return refused('named-twice');
  await record(ctx, 'mean.added', { kind: 'mean', id: null }, { name: mean.name, kind: mean.kind });
  return done();
};

export const removeMean = async (ctx: Ctx, meanId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepPreparation(ctx.actor));
  found((await deleteMean(ctx.db, meanId)) || null, 'mean');
  await record(ctx, 'mean.removed', { kind: 'mean', id: meanId });
  return done();
};

/** Takes over last year's lists: what was there is often there again. Answers how many came. */
export const takeLastMeans = async (ctx: Ctx): Promise<Outcome<number>> => {
  demand(mayKeepPreparation(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const copied = await copyMeans(ctx.db, currentYear - 1, currentYear);
  if (copied > 0) await record(ctx, 'mean.copied', { kind: 'mean', id: null }, { copied });
  return done(copied);
};
