import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type ListedPair, pairById } from '../pairs/rows.ts';
import { mayWritePlan } from './access.ts';
import { isWithin, type PlanTask, type PlanVersion, type PlanWords, standingOf } from './plan.ts';
import { deleteTask, holdPlan, insertTasks, tasksOf, updateTask, updateWords, versionsOf } from './rows.ts';

export type WriteRefusal = 'no-draft' | 'changed-meanwhile';
export type TaskRefusal = WriteRefusal | 'outside-period';

interface Writing {
  readonly pair: ListedPair;
  readonly draft: PlanVersion | undefined;
}

/** The draft under the pen, held so that writers come one after another. */
const take = async (ctx: Ctx, planId: string): Promise<Writing> => {
  const plan = found(await holdPlan(ctx.db, planId), 'plan');
  const pair = found(await pairById(ctx.db, plan.pairId), 'pair');
  demand(mayWritePlan(ctx.actor, pair));
  const { open } = standingOf(await versionsOf(ctx.db, planId));
  return { pair, draft: open?.state === 'draft' ? open : undefined };
};

/** Writes strengths, weaknesses, goals and formats of the draft. `version` is the one that the writer saw. */
export const writeWords = async (
  ctx: Ctx,
  planId: string,
  { version, ...words }: PlanWords & { readonly version: number },
): Promise<Outcome<undefined, WriteRefusal>> => {
  const { draft } = await take(ctx, planId);
  if (!draft) return refused('no-draft');
  if (!(await updateWords(ctx.db, { id: draft.id, version }, words))) return refused('changed-meanwhile');
  await record(ctx, 'plan.written', { kind: 'plan', id: planId }, { number: draft.number });
  return done();
};

export interface TaskInput {
  readonly title: string;
  readonly expected: string;
  readonly due: Day;
}

/** Adds a task to the draft. Answers its id. */
export const addTask = async (ctx: Ctx, planId: string, input: TaskInput): Promise<Outcome<string, TaskRefusal>> => {
  const { pair, draft } = await take(ctx, planId);
  if (!draft) return refused('no-draft');
  if (!isWithin(input.due, pair)) return refused('outside-period');
  const id = randomUUID();
  await insertTasks(ctx.db, draft.id, [{ ...input, id }]);
  await record(ctx, 'plan.task-added', { kind: 'plan', id: planId }, { title: input.title });
  return done(id);
};

/** Changes a task of the draft. A task that somebody else changed or took away meanwhile is left as it is. */
export const changeTask = async (
  ctx: Ctx,
  planId: string,
  task: PlanTask,
): Promise<Outcome<undefined, TaskRefusal>> => {
  const { pair, draft } = await take(ctx, planId);
  if (!draft) return refused('no-draft');
  if (!isWithin(task.due, pair)) return refused('outside-period');
  if (!(await updateTask(ctx.db, draft.id, task))) return refused('changed-meanwhile');
  await record(ctx, 'plan.task-changed', { kind: 'plan', id: planId }, { title: task.title });
  return done();
};

/** Takes a task out of the draft; the agreed version keeps it until the new one is agreed to. */
export const removeTask = async (
  ctx: Ctx,
  planId: string,
  task: Pick<PlanTask, 'id' | 'version'>,
): Promise<Outcome<undefined, WriteRefusal>> => {
  const { draft } = await take(ctx, planId);
  if (!draft) return refused('no-draft');
  const title = (await tasksOf(ctx.db, draft.id)).find(({ id }) => id === task.id)?.title ?? '';
  if (!(await deleteTask(ctx.db, draft.id, task))) return refused('changed-meanwhile');
  await record(ctx, 'plan.task-removed', { kind: 'plan', id: planId }, { title });
  return done();
};
