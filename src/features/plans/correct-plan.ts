import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { pairById } from '../pairs/rows.ts';
import { mayAskCorrection, mayWritePlan } from './access.ts';
import { standingOf } from './plan.ts';
import {
  addReason,
  deleteVersion,
  holdPlan,
  insertTasks,
  insertVersion,
  planOfPair,
  tasksOf,
  versionsOf,
} from './rows.ts';

export type CorrectRefusal = 'no-plan' | 'not-agreed' | 'waits-for-agreement';

/**
 * Opens a correction of a pair's agreed plan: the next version as a draft with the same words and tasks, and why. The agreed one holds until the new
 * one is agreed to. A correction that is open already takes the reason in. Answers the plan.
 */
export const openCorrection = async (
  ctx: Ctx,
  pairId: string,
  reason: string,
): Promise<Outcome<string, CorrectRefusal>> => {
  const pair = found(await pairById(ctx.db, pairId), 'pair');
  demand(mayAskCorrection(ctx.actor, pair));
  const plan = await planOfPair(ctx.db, pairId);
  if (!plan) return refused('no-plan');
  await holdPlan(ctx.db, plan.id);
  const { inForce, open } = standingOf(await versionsOf(ctx.db, plan.id));
  if (!inForce) return refused('not-agreed');
  if (open?.state === 'proposed') return refused('waits-for-agreement');

  if (open) await addReason(ctx.db, open.id, reason);
  else {
    const versionId = await insertVersion(ctx.db, plan.id, { ...inForce, number: inForce.number + 1, reason });
    await insertTasks(ctx.db, versionId, await tasksOf(ctx.db, inForce.id));
  }
  const number = open?.number ?? inForce.number + 1;
  await record(ctx, 'plan.correction-opened', { kind: 'plan', id: plan.id }, { number });
  return done(plan.id);
};

/** Drops a correction that is not wanted any more; the agreed plan stays as it was. */
export const dropCorrection = async (ctx: Ctx, planId: string): Promise<Outcome<undefined, 'no-correction'>> => {
  const plan = found(await holdPlan(ctx.db, planId), 'plan');
  demand(mayWritePlan(ctx.actor, found(await pairById(ctx.db, plan.pairId), 'pair')));
  const { inForce, open } = standingOf(await versionsOf(ctx.db, planId));
  if (!inForce || open?.state !== 'draft') return refused('no-correction');
  await deleteVersion(ctx.db, open.id);
  await record(ctx, 'plan.correction-dropped', { kind: 'plan', id: planId }, { number: open.number });
  return done();
};
