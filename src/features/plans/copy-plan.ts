import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { pairById } from '../pairs/rows.ts';
import { mayWritePlan } from './access.ts';
import { clampDay, standingOf } from './plan.ts';
import { type ListedPlan, plansBy } from './register-rows.ts';
import { insertPlan, insertTasks, insertVersion, planById, tasksOf, versionsOf } from './rows.ts';

export type CopyRefusal = 'nobody' | 'changed-meanwhile';

/** Other pairs of the same mentor that have no plan yet. */
export const pairsWithoutPlan = async (ctx: Ctx, planId: string): Promise<ListedPlan[]> => {
  const plan = found(await planById(ctx.db, planId), 'plan');
  const { mentorId } = found(await pairById(ctx.db, plan.pairId), 'pair');
  return plansBy(ctx.db, { mentorId, state: 'none' }, ctx.today, { limit: 200 });
};

/**
 * Gives the same goals, formats and tasks to other pairs of the mentor, each as a draft of its own. What is written about one
 * mentee — strengths and weaknesses — never goes to another. Answers how many plans were made.
 */
export const copyPlan = async (
  ctx: Ctx,
  planId: string,
  pairIds: readonly string[],
): Promise<Outcome<number, CopyRefusal>> => {
  const plan = found(await planById(ctx.db, planId), 'plan');
  demand(mayWritePlan(ctx.actor, found(await pairById(ctx.db, plan.pairId), 'pair')));
  const chosen = [...new Set(pairIds)];
  if (chosen.length === 0) return refused('nobody');
  const free = (await pairsWithoutPlan(ctx, planId)).filter(({ pairId }) => chosen.includes(pairId));
  if (free.length !== chosen.length) return refused('changed-meanwhile');

  const { inForce, open } = standingOf(await versionsOf(ctx.db, planId));
  const source = found(open ?? inForce, 'version');
  const tasks = await tasksOf(ctx.db, source.id);
  let made = 0;
  for (const { pairId, from, till } of free) {
    const { templateId } = plan;
    const frame = { pairId, templateId, madeOn: ctx.today, accountId: ctx.actor.accountId };
    const id = await insertPlan(ctx.db, frame);
    if (!id) continue;
    const { goals, formats, otherFormat } = source;
    const words = { goals, formats, otherFormat, strengths: '', weaknesses: '' };
    const versionId = await insertVersion(ctx.db, id, { ...words, number: 1, reason: '' });
    await insertTasks(
      ctx.db,
      versionId,
      tasks.map(({ title, expected, due }) => ({ title, expected, due: clampDay(due, { from, till }) })),
    );
    await record(ctx, 'plan.copied', { kind: 'plan', id }, { from: planId });
    made += 1;
  }
  return done(made);
};
