import { parentPort } from 'node:worker_threads';
import { PDFDocument } from '@cantoo/pdf-lib';
import { typstPdfMarked } from '../../platform/pdf/typst-pdf.ts';
import { formsDocx } from './form-docx.ts';
import type { FormAnswer, FormRequest } from './form-request.ts';
import type { FormSheet } from './form-sheet.ts';
import { endMark, formsTypst } from './form-typst.ts';

const parts: Uint8Array[] = [];
const sheets: FormSheet[] = [];

/** One PDF of all parts. One part is a PDF already. */
const joined = async (): Promise<Uint8Array> => {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of parts) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
  }
  return whole.save();
};

const answer = async (request: FormRequest): Promise<FormAnswer> => {
  if (request.kind === 'finish') return { kind: 'finished', pdf: await joined(), docx: formsDocx(sheets, request.tag) };
  const { pdf, marks } = typstPdfMarked(formsTypst(request.sheets, request.tag), endMark);
  parts.push(pdf);
  sheets.push(...request.sheets);
  return { kind: 'printed', pages: marks.map(Number) };
};

parentPort?.on('message', async (request: FormRequest) => {
  const said = await answer(request).catch(
    // The message of an error could hold names.
    (error: unknown): FormAnswer => ({ kind: 'broken', problem: error instanceof Error ? error.name : typeof error }),
  );
  parentPort?.postMessage(said);
});
