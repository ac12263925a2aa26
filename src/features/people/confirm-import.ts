import { demand } from '../../kernel/actor.ts';
import { addDays, day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { addTask } from '../../platform/tasks.ts';
import { mayChangePeople } from './access.ts';
import { emptyUnderstanding, type Import, undoDays } from './import.ts';
import { countRows, deleteImportRows, importById, moveImport } from './import-rows.ts';
import { importTaskKinds, importTaskTitles } from './import-task-texts.ts';

/** Starts the writing of a reviewed file. `unwantedGroups`: codes that the college does not have and does not want. */
export const confirmImport = async (
  ctx: Ctx,
  { importId, unwantedGroups }: { importId: string; unwantedGroups: readonly string[] },
): Promise<Outcome<string, 'not-in-review' | 'nothing-to-write'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  const { fresh, updates } = await countRows(ctx.db, importId);
  if (one.state === 'review' && fresh + updates === 0) return refused('nothing-to-write');
  const understanding = { ...one.understanding, unwantedGroups };
  if (!(await moveImport(ctx.db, importId, ['review'], 'writing', { understanding }))) return refused('not-in-review');
  return done(
    await addTask(ctx.db, {
      kind: importTaskKinds.write,
      title: importTaskTitles.write(one.fileName),
      input: { importId },
      accountId: ctx.actor.accountId,
    }),
  );
};

/** Drops a file before it was written, with everything that was read from it. */
export const cancelImport = async (ctx: Ctx, importId: string): Promise<Outcome<undefined, 'not-in-review'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  const understanding = emptyUnderstanding(one.understanding.kind);
  if (!(await moveImport(ctx.db, importId, ['review', 'refused'], 'cancelled', { understanding })))
    return refused('not-in-review');
  await deleteImportRows(ctx.db, importId);
  await record(ctx, 'import.cancelled', { kind: 'import', id: importId }, { file: one.fileName });
  return done();
};

/** The last day on which a written import can be taken back. */
export const undoTill = ({ writtenAt }: Pick<Import, 'writtenAt'>) =>
  writtenAt && addDays(day(writtenAt.toISOString().slice(0, 10)), undoDays);

/** Starts taking a written import back. */
export const startUndo = async (ctx: Ctx, importId: string): Promise<Outcome<string, 'not-written' | 'too-late'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  const till = undoTill(one);
  if (one.state !== 'written' || !till) return refused('not-written');
  if (till < ctx.today) return refused('too-late');
  return done(
    await addTask(ctx.db, {
      kind: importTaskKinds.undo,
      title: importTaskTitles.undo(one.fileName),
      input: { importId },
      accountId: ctx.actor.accountId,
    }),
  );
};
