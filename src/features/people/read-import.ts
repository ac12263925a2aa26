import { Worker } from 'node:worker_threads';
import type { Ctx } from '../../platform/context.ts';
import { checkUpload, tableFamilies } from '../../platform/files/check-upload.ts';
import { readSheets } from '../../platform/files/parse-in-worker.ts';
import type { Sheet } from '../../platform/files/sheet.ts';
import { readRefusals, uploadRefusalText } from '../../platform/files/texts.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, fileById } from '../../platform/storage.ts';
import { workerUrl } from '../../platform/worker.ts';
import type { Import } from './import.ts';
import { comparablePeople, knownGroups, remembered } from './import-memory-rows.ts';
import { deleteImportRows, importById, importRows, insertImportRows, moveImport } from './import-rows.ts';
import { noSheetText } from './import-texts.ts';
import type { EarlierAnswers, FileUnderstanding, UnderstandRequest } from './understand-sheets.ts';

/** Understanding ten thousand rows takes a second of pure thought: not on the thread that answers people. */
const understandAside = (request: UnderstandRequest): Promise<FileUnderstanding | undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('understand-worker', '../features/people/understand-worker.ts'), {
      workerData: request,
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.once('message', (answer: FileUnderstanding | null) => resolve(answer ?? undefined));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the understanding worker ended without an answer')));
  });

const answersOf = async (db: Ctx['db'], importId: string): Promise<Record<number, EarlierAnswers>> => {
  const answers: Record<number, EarlierAnswers> = {};
  for (const { row, understood, decision, twin } of await importRows(db, importId)) {
    const { corrections, accepted } = understood;
    const touched = Object.keys(corrections).length + accepted.length > 0 || twin?.answer || decision === 'skip';
    if (touched) answers[row] = { corrections, accepted, skip: decision === 'skip', twin: twin?.answer ?? null };
  }
  return answers;
};

type Reading = { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly text: string };

const sheetsOf = async (ctx: Ctx & { store: FileStore }, one: Import): Promise<Reading> => {
  const file = await fileById(ctx.db, found(one.fileId, 'file of an import'));
  const bytes = await ctx.store.read(ctx.actor.college, file.sha256);
  const upload = await checkUpload({ name: file.name, bytes }, tableFamilies);
  if (!upload.ok) return { ok: false, text: uploadRefusalText(upload) };
  const sheets = await readSheets(upload.value);
  return sheets.ok ? { ok: true, sheets: sheets.value } : { ok: false, text: readRefusals[sheets.reason] };
};

/** Rows in one statement, and between two looks at whether somebody pressed «stop». */
const batch = 1000;

export type ReadEnd = { readonly ok: true; readonly rows: number } | { readonly ok: false; readonly text: string };

/**
 * Reads an uploaded file and lays its rows out for the review. Nothing of it gets into the register. May be run again
 * from the start: after a crash, or when the columns were mapped anew (answers that people gave are kept).
 */
export const readImport = async (
  ctx: Ctx & { store: FileStore },
  importId: string,
  progress: (done: number, total: number) => Promise<void>,
): Promise<ReadEnd> => {
  const one = found(await importById(ctx.db, importId), 'import');
  if (one.state !== 'reading') return { ok: true, rows: 0 };
  const refuse = async (text: string): Promise<ReadEnd> => {
    await moveImport(ctx.db, importId, ['reading'], 'refused', { refusal: text });
    await record(ctx, 'import.refused', { kind: 'import', id: importId }, { file: one.fileName });
    return { ok: false, text };
  };

  const reading = await sheetsOf(ctx, one);
  if (!reading.ok) return refuse(reading.text);
  const understood = await understandAside({
    sheets: reading.sheets,
    input: {
      today: ctx.today,
      knownGroups: await knownGroups(ctx.db),
      remembered: await remembered(ctx.db),
      chosen: one.understanding.chosen,
      existing: await comparablePeople(ctx.db),
    },
    answers: await answersOf(ctx.db, importId),
  });
  if (!understood) return refuse(noSheetText);

  const { rows, sheetName, ...rest } = understood;
  await deleteImportRows(ctx.db, importId);
  for (let from = 0; from < rows.length; from += batch) {
    await progress(from, rows.length);
    await insertImportRows(ctx.db, importId, rows.slice(from, from + batch));
  }
  await progress(rows.length, rows.length);
  await moveImport(ctx.db, importId, ['reading'], 'review', {
    sheetName,
    understanding: { ...one.understanding, ...rest },
  });
  return { ok: true, rows: rows.length };
};
