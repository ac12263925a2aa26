import { today } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import type { FileStore } from '../../platform/storage.ts';
import type { TaskEnd, TaskRun, TaskWorker } from '../../platform/tasks.ts';
import { countRows, moveImport } from './import-rows.ts';
import { importTaskEnds, importTaskKinds } from './import-task-texts.ts';
import { readImport } from './read-import.ts';
import { starterOf } from './starter-rows.ts';
import { undoImport } from './undo-import.ts';
import { type ImportFollower, writeImport } from './write-import.ts';

/** One transaction in the college, as the person who started the task. */
const asStarter = <T>(run: TaskRun, work: (ctx: Ctx & { store: FileStore }) => Promise<T>): Promise<T> =>
  inCollege(run.db, run.college, async (db) => {
    const { actor, timeZone } = await starterOf(db, run.college, run.accountId);
    return work({ db, store: run.store, actor, today: today(timeZone) });
  });

const importIdOf = ({ input }: TaskRun): string => String(input.importId);

/** After a stop or a fault: back to where a person can go on. What the stopped transaction did is not there. */
const stepBack = (run: TaskRun): Promise<unknown> =>
  inCollege(run.db, run.college, async (db) => {
    const { rows } = await countRows(db, importIdOf(run));
    await moveImport(db, importIdOf(run), ['writing'], 'review');
    await moveImport(db, importIdOf(run), ['reading'], rows > 0 ? 'review' : 'cancelled');
  });

const steppingBack = async (run: TaskRun, work: () => Promise<TaskEnd>): Promise<TaskEnd> => {
  try {
    return await work();
  } catch (error) {
    await stepBack(run);
    throw error;
  }
};

const reading: TaskWorker = {
  kind: importTaskKinds.read,
  run: (run) =>
    steppingBack(run, async () => {
      const nextPath = `/people/import/${importIdOf(run)}`;
      const end = await asStarter(run, (ctx) => readImport(ctx, importIdOf(run), run.progress));
      if (!end.ok) return { message: importTaskEnds.failed, nextPath };
      return { message: end.rows === 0 ? importTaskEnds.nothingToRead : importTaskEnds.read(end.rows), nextPath };
    }),
};

const writing = (followers: readonly ImportFollower[]): TaskWorker => ({
  kind: importTaskKinds.write,
  run: (run) =>
    steppingBack(run, async () => {
      const end = await asStarter(run, (ctx) => writeImport(ctx, importIdOf(run), run.progress, followers));
      const message = end.written ? importTaskEnds.written(end.fresh, end.updated) : importTaskEnds.alreadyWritten;
      return { message, nextPath: `/people/import/${importIdOf(run)}` };
    }),
});

const undoing = (followers: readonly ImportFollower[]): TaskWorker => ({
  kind: importTaskKinds.undo,
  run: async (run) => {
    const end = await asStarter(run, (ctx) => undoImport(ctx, importIdOf(run), run.progress, followers));
    const { removed, restored, kept } = end ?? { removed: 0, restored: 0, kept: [] };
    return {
      message: importTaskEnds.undone(removed, restored, kept.length),
      nextPath: `/people/import/${importIdOf(run)}`,
    };
  },
});

/** Long work of people. The app hands in what features above do with needs and closed notes of an import. */
export const peopleWorkers = (followers: readonly ImportFollower[] = []): readonly TaskWorker[] => [
  reading,
  writing(followers),
  undoing(followers),
];
