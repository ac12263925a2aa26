import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { pairById } from '../pairs/rows.ts';
import { mayWritePlan } from './access.ts';
import { deleteMark, putMark } from './mark-rows.ts';
import { isWithin, type Marked, standingOf, type TaskMark } from './plan.ts';
import { planById, tasksOf, versionsOf } from './rows.ts';

export interface MarkInput {
  readonly mark: TaskMark;
  readonly result: string;
  /** The new day of a task that is moved. */
  readonly movedTo: Day | null;
  /** Of the mark that was shown; 0 when there was none. */
  readonly version: Marked['version'];
}

export type MarkRefusal = 'not-agreed' | 'day-missing' | 'outside-period' | 'changed-meanwhile';

/** Writes how a task of the plan in force went. */
export const markTask = async (
  ctx: Ctx,
  { planId, taskId }: { readonly planId: string; readonly taskId: string },
  { mark, result, movedTo, version }: MarkInput,
): Promise<Outcome<undefined, MarkRefusal>> => {
  const plan = found(await planById(ctx.db, planId), 'plan');
  const pair = found(await pairById(ctx.db, plan.pairId), 'pair');
  demand(mayWritePlan(ctx.actor, pair));
  const { inForce } = standingOf(await versionsOf(ctx.db, planId));
  if (!inForce) return refused('not-agreed');
  const tasks = await tasksOf(ctx.db, inForce.id);
  const { title } = found(
    tasks.find(({ id }) => id === taskId),
    'task',
  );
  const moved = mark === 'moved';
  if (moved && movedTo === null) return refused('day-missing');
  if (moved && movedTo !== null && !isWithin(movedTo, pair)) return refused('outside-period');

  const marked = { mark, result, movedTo: moved ? movedTo : null, markedOn: ctx.today, version };
  if (!(await putMark(ctx.db, planId, taskId, { ...marked, accountId: ctx.actor.accountId })))
    return refused('changed-meanwhile');
  await record(ctx, 'plan.task-marked', { kind: 'plan', id: planId }, { title, mark });
  return done();
};

/** Takes a mark away that was made by mistake. */
export const unmarkTask = async (
  ctx: Ctx,
  { planId, taskId }: { readonly planId: string; readonly taskId: string },
): Promise<Outcome<undefined>> => {
  const plan = found(await planById(ctx.db, planId), 'plan');
  demand(mayWritePlan(ctx.actor, found(await pairById(ctx.db, plan.pairId), 'pair')));
  await deleteMark(ctx.db, planId, taskId);
  await record(ctx, 'plan.task-unmarked', { kind: 'plan', id: planId });
  return done();
};
