import { day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { found } from '../../platform/http/replies.ts';
import { keepFile } from '../../platform/storage.ts';
import { Cancelled, type TaskRun } from '../../platform/tasks.ts';
import { type AskedWorker, startWorker } from '../../platform/worker-thread.ts';
import { theCollege } from '../college/rows.ts';
import { collegeTag } from './form-code.ts';
import { sheetFor } from './form-of-person.ts';
import type { FormAnswer, FormRequest } from './form-request.ts';
import { batchById, cancelBatch, finishBatch, formsOfBatch } from './form-rows.ts';
import type { FormSheet } from './form-sheet.ts';
import { consentSettings } from './setting-rows.ts';
import { asStarter } from './task-starter.ts';
import { textById } from './text-rows.ts';

/** More people in one document of the setter take much more memory (STACK: 100 people 170 MB, 250 people 290 MB). */
const together = 100;

type Printer = AskedWorker<FormRequest, FormAnswer>;

const loaded = (run: TaskRun, batchId: string) =>
  asStarter(run, async ({ db }) => {
    const batch = found(await batchById(db, batchId), 'batch of consents');
    const forms = await formsOfBatch(db, batchId);
    const printing = {
      text: found(await textById(db, batch.textId), 'text of consent'),
      college: await theCollege(db),
      settings: await consentSettings(db),
      till: day(String(run.input.till)),
    };
    return { batch, forms, sheets: forms.map((form) => sheetFor(form, printing)) };
  });

const print = async (run: TaskRun, printer: Printer, sheets: readonly FormSheet[], tag: string): Promise<number[]> => {
  const pages: number[] = [];
  for (let from = 0; from < sheets.length; from += together) {
    await run.progress(from, sheets.length);
    const said = await printer.ask({ kind: 'print', sheets: sheets.slice(from, from + together), tag });
    if (said.kind !== 'printed') throw new Failure('broken', `consent-forms.${said.kind}`);
    pages.push(...said.pages);
  }
  await run.progress(sheets.length, sheets.length);
  return pages;
};

/**
 * Makes the papers of a batch. Starts over after a restart; what is ready stays as it is. A stopped batch is forgotten.
 * Answers the number of forms; 0 when the batch was cancelled before.
 */
export const makeForms = async (run: TaskRun): Promise<number> => {
  const batchId = String(run.input.batchId);
  const { batch, forms, sheets } = await loaded(run, batchId);
  if (batch.state !== 'making') return forms.length;

  const tag = collegeTag(run.college);
  const printer: Printer = startWorker('forms-worker', '../features/consents/forms-worker.ts', { heap: 1024 });
  try {
    const pages = await print(run, printer, sheets, tag);
    const papers = await printer.ask({ kind: 'finish', tag });
    if (papers.kind !== 'finished') throw new Failure('broken', `consent-forms.${papers.kind}`);
    await asStarter(run, async (ctx) => {
      const name = (ending: string) => `${batch.title}.${ending}`;
      const pdf = await keepFile(ctx, { bytes: papers.pdf, name: name('pdf'), mediaType: 'application/pdf' });
      const docx = await keepFile(ctx, { bytes: papers.docx, name: name('docx'), mediaType: docxType });
      await finishBatch(ctx.db, batchId, { pdf, docx }, new Map(forms.map(({ id }, at) => [id, pages[at] ?? 1])));
    });
    return forms.length;
  } catch (error) {
    if (error instanceof Cancelled) await asStarter(run, ({ db }) => cancelBatch(db, batchId));
    throw error;
  } finally {
    await printer.close();
  }
};

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
