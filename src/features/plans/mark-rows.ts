import type { CollegeDb } from '../../platform/db.ts';
import type { Marked } from './plan.ts';

/** How the tasks of a plan went, by the task's id. */
export const marksOf = async (db: CollegeDb, planId: string): Promise<Map<string, Marked>> => {
  const rows = await db
    .selectFrom('plan_marks')
    .select(['task_id', 'mark', 'result', 'moved_to as movedTo', 'marked_on as markedOn', 'version'])
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map(({ task_id, ...marked }) => [task_id, marked]));
};

/** Writes or changes a mark. `version` 0 for the first one; false when somebody has marked it since. */
export const putMark = async (
  db: CollegeDb,
  planId: string,
  taskId: string,
  { mark, result, movedTo, markedOn, version, accountId }: Marked & { readonly accountId: string },
): Promise<boolean> => {
  const values = { mark, result, moved_to: movedTo, marked_on: markedOn, account_id: accountId };
  if (version === 0) {
    const row = await db
      .insertInto('plan_marks')
      .values({ plan_id: planId, task_id: taskId, ...values })
      .onConflict((clash) => clash.columns(['college_id', 'plan_id', 'task_id']).doNothing())
      .returning('task_id')
      .executeTakeFirst();
    return row !== undefined;
  }
  const { numUpdatedRows } = await db
    .updateTable('plan_marks')
    .set({ ...values, version: version + 1 })
    .where('plan_id', '=', planId)
    .where('task_id', '=', taskId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** A mark made by mistake. */
export const deleteMark = async (db: CollegeDb, planId: string, taskId: string): Promise<void> => {
  await db.deleteFrom('plan_marks').where('plan_id', '=', planId).where('task_id', '=', taskId).execute();
};
