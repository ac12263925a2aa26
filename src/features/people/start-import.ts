import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { checkUpload, tableFamilies, type UploadRefusal } from '../../platform/files/check-upload.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { addTask } from '../../platform/tasks.ts';
import { mayChangePeople } from './access.ts';
import { headingKey } from './find-header.ts';
import { emptyUnderstanding } from './import.ts';
import { forget, remember } from './import-memory-rows.ts';
import { importById, insertImport, moveImport } from './import-rows.ts';
import { importTaskKinds, importTaskTitles } from './import-task-texts.ts';
import type { PersonKind } from './person.ts';
import type { PersonField } from './person-values.ts';
import type { ChosenColumns } from './recognise-columns.ts';

export interface Started {
  readonly importId: string;
  /** Enqueue it after the commit. */
  readonly taskId: string;
}

const readingTask = (ctx: Ctx, importId: string, fileName: string): Promise<string> =>
  addTask(ctx.db, {
    kind: importTaskKinds.read,
    title: importTaskTitles.read(fileName),
    input: { importId },
    accountId: ctx.actor.accountId,
  });

/** Takes a file of people in, after a look at what it is. The reading itself is a task. */
export const startImport = async (
  ctx: Ctx & { store: FileStore },
  { name, bytes, kind }: { name: string; bytes: Uint8Array; kind: PersonKind },
): Promise<{ readonly ok: true; readonly value: Started } | UploadRefusal> => {
  demand(mayChangePeople(ctx.actor));
  const upload = await checkUpload({ name, bytes }, tableFamilies);
  if (!upload.ok) return upload;
  const fileId = await keepFile(ctx, { bytes, name, mediaType: 'application/octet-stream' });
  const importId = await insertImport(ctx.db, {
    fileId,
    fileName: name,
    understanding: emptyUnderstanding(kind),
    accountId: ctx.actor.accountId,
  });
  await record(ctx, 'import.started', { kind: 'import', id: importId }, { file: name });
  return { ok: true, value: { importId, taskId: await readingTask(ctx, importId, name) } };
};

/** What somebody chose for a column: a field, to leave it out, or to leave it to the reader again. */
export type ColumnChoice = PersonField | 'skip' | 'auto';

/**
 * Maps the columns anew, remembers the choice for files with the same headings, and reads the file again. That a column
 * of special data is to be read is asked every time.
 */
export const mapColumns = async (
  ctx: Ctx,
  importId: string,
  choices: Readonly<Record<number, ColumnChoice>>,
): Promise<Outcome<Started, 'not-in-review'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  const chosen: Record<number, ChosenColumns[number]> = { ...one.understanding.chosen };
  for (const { index, heading, special } of one.understanding.columns) {
    const choice = choices[index];
    if (choice === undefined) continue;
    delete chosen[index];
    if (choice !== 'auto') chosen[index] = choice;
    if (heading === '') continue;
    if (choice === 'auto') await forget(ctx.db, 'column', headingKey(heading));
    else if (!special || choice === 'skip') await remember(ctx.db, 'column', headingKey(heading), choice);
  }
  const understanding = { ...one.understanding, chosen };
  if (!(await moveImport(ctx.db, importId, ['review'], 'reading', { understanding })))
    return { ok: false, reason: 'not-in-review' };
  return done({ importId, taskId: await readingTask(ctx, importId, one.fileName) });
};
