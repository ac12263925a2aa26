// 1,000 consents of two pages each with their codes: PDF and DOCX by the printing worker, with its memory. Side by side with
// LibreOffice's own mail merge (without codes): /usr/bin/python3 bench/mail-merge.py 1000 FOLDER, with soffice and python3-uno.
import type { FormAnswer, FormRequest } from '../src/features/consents/form-request.ts';
import { startWorker } from '../src/platform/worker-thread.ts';
import { memoryOf, report, timed } from './measure.ts';
import { formSheet, ownTag } from './spoil-scan.ts';

const people = 1000;
const printer = startWorker<FormRequest, FormAnswer>('forms-worker', '../features/consents/forms-worker.ts');
const pages: number[] = [];
const printing = await timed(async () => {
  for (let from = 0; from < people; from += 100) {
    const sheets = Array.from({ length: 100 }, (_, at) => formSheet(from + at, 2));
    const said = await printer.ask({ kind: 'print', sheets, tag: ownTag });
    if (said.kind !== 'printed') throw new Error(said.kind);
    pages.push(...said.pages);
  }
});
let sizes = { pdf: 0, docx: 0 };
const finishing = await timed(async () => {
  const said = await printer.ask({ kind: 'finish', tag: ownTag });
  if (said.kind !== 'finished') throw new Error(said.kind);
  sizes = { pdf: said.pdf.length, docx: said.docx.length };
});
await printer.close();
if (pages.some((count) => count !== 2)) throw new Error('a form is not two pages long');

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
report([
  {
    what: '1,000 consents of 2 pages with codes, PDF and DOCX',
    value: Math.round((printing + finishing) / 100) / 10,
    unit: 's',
    bar: 'LibreOffice mail merge in the same minutes on 2 cores: 27.7 s the PDF, 24.4 s the DOCX',
  },
  { what: 'setting them in parts of 100 people', value: Math.round(printing / 100) / 10, unit: 's' },
  { what: 'joining the PDF and writing the DOCX', value: Math.round(finishing / 100) / 10, unit: 's' },
  { what: 'size of the PDF', value: megabytes(sizes.pdf), unit: 'MB' },
  { what: 'size of the DOCX', value: megabytes(sizes.docx), unit: 'MB' },
  { what: 'memory at its highest', value: memoryOf(process.pid).peak, unit: 'MB' },
]);
