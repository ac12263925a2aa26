import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { batchById, formsOfBatch } from '../../features/consents/form-rows.ts';
import { consentWorkers } from '../../features/consents/jobs.ts';
import { printForms } from '../../features/consents/print-forms.ts';
import { recordScanned } from '../../features/consents/record-scanned.ts';
import { startScan } from '../../features/consents/start-scan.ts';
import type { CollegeScope } from '../../kernel/actor.ts';
import { type Day, day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Database, inCollege } from '../../platform/db.ts';
import { type FileStore, fileById } from '../../platform/storage.ts';
import { runTask } from '../../platform/tasks.ts';
import type { DemoActors } from './accounts.ts';
import { must } from './must.ts';
import type { DemoPeople } from './people.ts';

interface Papers {
  readonly db: Database;
  readonly college: CollegeScope;
  readonly store: FileStore;
  readonly people: DemoPeople;
  readonly actors: DemoActors;
}

const yearsEnd = day('2027-08-31');

/** Forms for five students of a group were printed; four came back as one scan: the code of the last is under a stain. */
export const fillConsentPapers = async (papers: Papers): Promise<void> => {
  const { db, college, store, people, actors } = papers;
  const workers = new Map(consentWorkers.map((worker) => [worker.kind, worker]));
  const now = (taskId: string) => runTask(db, store, workers, { college, taskId });
  const as = <T>(on: Day, work: (ctx: Ctx & { readonly store: FileStore }) => Promise<T>): Promise<T> =>
    inCollege(db, college, (tx) => work({ db: tx, actor: actors.curator, today: on, store }));

  const group = people.groups.find(({ code }) => code === 'ИС-21');
  const personIds = group?.students.slice(0, 5).map(({ id }) => id) ?? [];
  const printed = await as(day('2027-01-26'), async (ctx) =>
    must(await printForms(ctx, { purpose: 'photo', personIds, till: yearsEnd })),
  );
  await now(printed.taskId);

  const { taskId } = await as(day('2027-02-04'), async (ctx) => {
    const bytes = await scanOf(ctx, printed.batchId);
    return must(await startScan(ctx, [{ name: 'Согласия ИС-21.pdf', family: 'pdf', bytes }]));
  });
  await now(taskId);
  await as(day('2027-02-05'), (ctx) => recordSome(ctx, printed.batchId));
};

const millimetre = 72 / 25.4;

/** The papers of four people, as they were printed; a stain lies over the code of the last one. */
const scanOf = async ({ db, actor, store }: Ctx & { readonly store: FileStore }, batchId: string) => {
  const fileId = (await batchById(db, batchId))?.pdfFileId;
  if (!fileId) throw new Error('the forms of the demo were not printed');
  const paper = await PDFDocument.load(await store.read(actor.college, (await fileById(db, fileId)).sha256));
  const scan = await PDFDocument.create({ updateMetadata: false });
  const most = Math.round((paper.getPageCount() / 5) * 4);
  for (const page of await scan.copyPages(paper, paper.getPageIndices().slice(0, most))) scan.addPage(page);
  const last = scan.getPage(most - 1);
  const [x, y, width, height] = [165, 4, 40, 32].map((side) => side * millimetre);
  last.drawRectangle({ x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0, color: rgb(0.55, 0.48, 0.4) });
  return scan.save();
};

/** Of what came back two papers are recorded, and one still waits to be looked at. */
const recordSome = async (ctx: Ctx, batchId: string): Promise<void> => {
  const back = (await formsOfBatch(ctx.db, batchId)).filter(({ scanFileId }) => scanFileId !== null);
  const papers = back.slice(0, 2).map(({ id, signatory, representativeName }) => ({
    ...{ formId: id, signedBy: signatory, representativeName, representativeDocument: '' },
    ...{ signedOn: day('2027-02-02'), validTill: yearsEnd },
  }));
  const recorded = await recordScanned(ctx, papers);
  if (!recorded.ok) throw new Error(`the scans of the demo were refused: ${recorded.reason}`);
};
