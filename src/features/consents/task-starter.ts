import { today } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import type { FileStore } from '../../platform/storage.ts';
import type { TaskRun } from '../../platform/tasks.ts';
import { starterOf } from '../people/starter-rows.ts';

/** One transaction in the college, as the person who started the task. */
export const asStarter = <T>(run: TaskRun, work: (ctx: Ctx & { store: FileStore }) => Promise<T>): Promise<T> =>
  inCollege(run.db, run.college, async (db) => {
    const { actor, timeZone } = await starterOf(db, run.college, run.accountId);
    return work({ db, store: run.store, actor, today: today(timeZone) });
  });
