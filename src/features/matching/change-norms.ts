import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { criterionNames } from './criterion.ts';
import { type MatchingNorms, saveMatchingNorms } from './norm-rows.ts';

/** Weighs the criteria anew for later proposals; those that were made keep what they were made by. */
export const changeMatchingNorms = async (
  ctx: Ctx,
  norms: MatchingNorms,
): Promise<Outcome<undefined, 'changed-meanwhile' | 'weighs-nothing'>> => {
  demand(mayKeepPairs(ctx.actor));
  if (criterionNames.every((name) => norms.weights[name] === 0)) return refused('weighs-nothing');

  if (!(await saveMatchingNorms(ctx.db, norms))) return refused('changed-meanwhile');
  await record(ctx, 'matching.norms-changed', { kind: 'college', id: ctx.actor.college }, { ...norms.weights });
  return done();
};
