import type { PairTopics } from '../features/meetings/pages/topics.ts';
import { marksOf } from '../features/plans/mark-rows.ts';
import { standingOf } from '../features/plans/plan.ts';
import { planOfPair, tasksOf, versionsOf } from '../features/plans/rows.ts';
import type { Ctx } from '../platform/context.ts';

/** More would fill a phone's screen. */
const mostTasks = 4;

/** Tasks of the pairs' agreed plans that are not done yet: what a meeting may have been about. */
export const tasksOfPlans = async ({ db }: Ctx, pairIds: readonly string[]): Promise<PairTopics> => {
  const topics = new Map<string, readonly string[]>();
  for (const pairId of pairIds.slice(0, 12)) {
    const plan = await planOfPair(db, pairId);
    const version = plan && standingOf(await versionsOf(db, plan.id)).inForce;
    if (!plan || !version) continue;
    const marks = await marksOf(db, plan.id);
    const open = (await tasksOf(db, version.id)).filter(({ id }) => marks.get(id)?.mark !== 'done');
    topics.set(
      pairId,
      open.slice(0, mostTasks).map(({ title }) => title),
    );
  }
  return topics;
};
