import { Failure } from '../../kernel/failure.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { type FileStore, fileById, keepFile, type StoredFile } from '../../platform/storage.ts';
import { Cancelled, type TaskRun } from '../../platform/tasks.ts';
import { type AskedWorker, startWorker } from '../../platform/worker-thread.ts';
import { shortName } from '../people/person.ts';
import { bestReading, collegeTag, type QrReading } from './form-code.ts';
import { type ConsentForm, formsByCodes, formsByIds, setFormScan } from './form-rows.ts';
import type { ScanAnswer, ScanRequest } from './scan-request.ts';
import {
  countLeft,
  forgetPages,
  insertPages,
  type PageProblem,
  pagesOfForms,
  scanById,
  setScanState,
} from './scan-rows.ts';
import { asStarter } from './task-starter.ts';
import { scannedName } from './task-texts.ts';

export type ScanReader = AskedWorker<ScanRequest, ScanAnswer>;

export const startScanReader = (): ScanReader =>
  startWorker('scans-worker', '../features/consents/scans-worker.ts', { heap: 1024 });

interface ReadPage {
  readonly fileId: string;
  readonly page: number;
  readonly reading: QrReading | 'broken-file' | undefined;
  readonly picture: Uint8Array | undefined;
}

const familyOf = ({ mediaType }: StoredFile) =>
  mediaType === 'application/pdf' ? 'pdf' : mediaType === 'image/jpeg' ? 'jpeg' : 'png';

type Storing = Pick<Ctx, 'db' | 'actor'> & { readonly store: FileStore };

/** Hands a stored file to the reader; answers the number of its pages. */
const openStored = async ({ db, actor, store }: Storing, reader: ScanReader, fileId: string): Promise<number> => {
  const file = await fileById(db, fileId);
  const bytes = new Uint8Array(await store.read(actor.college, file.sha256));
  const said = await reader.ask({ kind: 'open', source: { key: fileId, family: familyOf(file), bytes } });
  return said.kind === 'opened' ? said.pages : 0;
};

/** The pages of each form as one PDF in its folder, whichever uploads they came with. */
export const gatherForms = async (ctx: Storing, reader: ScanReader, formIds: readonly string[]): Promise<void> => {
  const pages = await pagesOfForms(ctx.db, formIds);
  const opened = new Set<string>();
  for (const form of await formsByIds(ctx.db, formIds)) {
    const own = pages.filter(({ formId }) => formId === form.id);
    for (const { fileId } of own) {
      if (!opened.has(fileId)) await openStored(ctx, reader, fileId);
      opened.add(fileId);
    }
    const said = await reader.ask({ kind: 'gather', pages: own.map(({ fileId, page }) => ({ key: fileId, page })) });
    if (said.kind !== 'gathered') throw new Failure('broken', `consent-scans.${said.kind}`);
    const name = scannedName(shortName(form), form.purpose);
    const fileId = await keepFile(ctx, { bytes: said.pdf, name, mediaType: 'application/pdf' });
    await setFormScan(ctx.db, form.id, fileId);
  }
};

const readAll = async (run: TaskRun, reader: ScanReader, fileIds: readonly string[]): Promise<ReadPage[]> => {
  const tag = collegeTag(run.college);
  const counts = new Map<string, number>();
  for (const id of fileIds) counts.set(id, await asStarter(run, (ctx) => openStored(ctx, reader, id)));
  const total = [...counts.values()].reduce((sum, count) => sum + Math.max(1, count), 0);
  const pages: ReadPage[] = [];
  for (const [fileId, count] of counts) {
    if (count === 0) pages.push({ fileId, page: 0, reading: 'broken-file', picture: undefined });
    for (let page = 0; page < count; page++) {
      await run.progress(pages.length, total);
      const said = await reader.ask({ kind: 'read', at: { key: fileId, page }, tag });
      const read = said.kind === 'read' ? said : undefined;
      const reading = read ? bestReading(read.codes, tag) : 'broken-file';
      pages.push({ fileId, page, reading, picture: read?.picture });
    }
  }
  await run.progress(total, total);
  return pages;
};

const problemOf = ({ reading }: ReadPage, form: ConsentForm | undefined): PageProblem | null => {
  if (form) return null;
  if (reading === undefined) return 'no-code';
  if (reading === 'broken-file') return reading;
  if (reading.kind === 'other-college') return 'other-college';
  return reading.kind === 'form' ? 'unknown-form' : 'foreign-code';
};

const write = async (ctx: Storing, scanId: string, pages: readonly ReadPage[]): Promise<string[]> => {
  const codes = pages.flatMap(({ reading }) => (typeof reading === 'object' && reading.kind === 'form' ? reading : []));
  const forms = new Map(
    (await formsByCodes(ctx.db, [...new Set(codes.map(({ code }) => code))])).map((form) => [form.code, form]),
  );
  await forgetPages(ctx.db, scanId);
  const rows = [];
  for (const [at, one] of pages.entries()) {
    const reading = typeof one.reading === 'object' && one.reading.kind === 'form' ? one.reading : undefined;
    const form = reading && forms.get(reading.code);
    const picture = one.picture && { bytes: one.picture, name: `${at + 1}.png`, mediaType: 'image/png' };
    rows.push({
      scanId,
      position: at + 1,
      fileId: one.fileId,
      page: one.page,
      formId: form?.id ?? null,
      formPage: reading?.page ?? null,
      problem: problemOf(one, form),
      pictureFileId: picture ? await keepFile(ctx, picture) : null,
    });
  }
  await insertPages(ctx.db, rows);
  return [...forms.values()].map(({ id }) => id);
};

/** Reads an upload: each page to its form, the rest to a person. Starts over after a restart. */
export const fileScans = async (run: TaskRun): Promise<{ forms: number; left: number }> => {
  const scanId = String(run.input.scanId);
  const reader = startScanReader();
  try {
    const { fileIds } = await asStarter(run, async ({ db }) => found(await scanById(db, scanId), 'scan of consents'));
    const pages = await readAll(run, reader, fileIds);
    return await asStarter(run, async (ctx) => {
      const forms = await write(ctx, scanId, pages);
      await gatherForms(ctx, reader, forms);
      await setScanState(ctx.db, scanId, 'review');
      return { forms: forms.length, left: await countLeft(ctx.db, scanId) };
    });
  } catch (error) {
    if (error instanceof Cancelled) await asStarter(run, ({ db }) => setScanState(db, scanId, 'cancelled'));
    throw error;
  } finally {
    await reader.close();
  }
};
