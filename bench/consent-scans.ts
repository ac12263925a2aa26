// A scan of 200 mixed pages read back: what is found, what is filed wrongly, how long it takes.
import { deflateSync } from 'node:zlib';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { bestReading } from '../src/features/consents/form-code.ts';
import type { FormAnswer, FormRequest } from '../src/features/consents/form-request.ts';
import type { FormSheet } from '../src/features/consents/form-sheet.ts';
import type { GreyPage } from '../src/features/consents/page-codes.ts';
import type { ScanAnswer, ScanRequest } from '../src/features/consents/scan-request.ts';
import { drawPage, openPdf } from '../src/features/consents/scanned-pdf.ts';
import { startWorker } from '../src/platform/worker-thread.ts';
import { memoryOf, quantile, report } from './measure.ts';
import { blurred, chance, covered, dirty, formSheet, ownTag, turned } from './spoil-scan.ts';

/** Of 200 pages: forms of ours, forms of another college, and ours that nobody can read (5 %). */
const ours = 184;
const others = 6;
const unreadable = 10;

const printed = async (sheets: readonly FormSheet[], tag: string): Promise<Uint8Array> => {
  const printer = startWorker<FormRequest, FormAnswer>('forms-worker', '../features/consents/forms-worker.ts');
  const said = await printer.ask({ kind: 'print', sheets, tag });
  const papers = said.kind === 'printed' ? await printer.ask({ kind: 'finish', tag }) : said;
  await printer.close();
  if (papers.kind !== 'finished') throw new Error(papers.kind);
  return papers.pdf;
};

/** A page that is nothing but a picture, as scanners make them. */
const addPicture = (scan: PDFDocument, { width, height, dots }: GreyPage, dpi: number): void => {
  const page = scan.addPage([(width * 72) / dpi, (height * 72) / dpi]);
  const picture = scan.context.stream(deflateSync(dots, { level: 1 }), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  });
  const name = page.node.newXObject('Scan', scan.context.register(picture));
  const { width: wide, height: high } = page.getSize();
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(wide, 0, 0, high, 0, 0),
    drawObject(name),
    popGraphicsState(),
  );
};

const next = chance(20261012);
const resolutions = [150, 150, 200, 300];
const spoiled = (page: GreyPage, dpi: number): GreyPage => {
  const smear = next() < 0.4 ? (dpi === 300 ? 2 : 1) : 0;
  const quarter = [0, 0, 180, 180, 90, 270][Math.floor(next() * 6)] ?? 0;
  return dirty(blurred(turned(page, quarter + (next() - 0.5) * 8), smear), next);
};

interface Expected {
  readonly code: string | null;
}

const sheets = Array.from({ length: (ours + unreadable) / 2 }, (_, at) => formSheet(at, 2));
const strangers = Array.from({ length: others / 2 }, (_, at) => formSheet(5000 + at, 2));
const [own, foreign] = [
  await openPdf(await printed(sheets, ownTag)),
  await openPdf(await printed(strangers, 'ZZZZZZ')),
];
const jobs = [
  ...Array.from({ length: ours + unreadable }, (_, at) => ({
    pdf: own,
    page: at,
    bad: at % 19 === 7,
    code: sheets[Math.floor(at / 2)]?.code ?? '',
  })),
  ...Array.from({ length: others }, (_, at) => ({ pdf: foreign, page: at, bad: false, code: null })),
].toSorted(() => next() - 0.5);

/** An upload of so many pages: the bytes of the pictures are what limits it. */
const together = 25;
const scans: PDFDocument[] = [];
const expected: Expected[] = [];
let spoiltPages = 0;
for (const [index, { pdf, page, bad, code }] of jobs.entries()) {
  const dpi = resolutions[Math.floor(next() * resolutions.length)] ?? 200;
  const clean = await drawPage(pdf, page, dpi);
  const beyond = bad && spoiltPages < unreadable;
  if (beyond) spoiltPages += 1;
  const worse = beyond
    ? spoiltPages % 3 === 0
      ? blurred(clean, Math.round(dpi / 15))
      : covered(clean, spoiltPages % 2 ? 0 : 255)
    : clean;
  const { width, height, dots } = spoiled(worse, dpi);
  const scan = scans[Math.floor(index / together)] ?? (await PDFDocument.create());
  scans[Math.floor(index / together)] = scan;
  addPicture(scan, { width, height, dots }, dpi);
  expected.push({ code: beyond ? null : code });
}

const reader = startWorker<ScanRequest, ScanAnswer>('scans-worker', '../features/consents/scans-worker.ts');
let [found, wrong] = [0, 0];
const times: number[] = [];
for (const [index, { code }] of expected.entries()) {
  const key = String(Math.floor(index / together));
  const page = index % together;
  if (page === 0) {
    const bytes = (await scans[Number(key)]?.save()) ?? new Uint8Array();
    await reader.ask({ kind: 'open', source: { key, family: 'pdf', bytes } });
  }
  const start = performance.now();
  const said = await reader.ask({ kind: 'read', at: { key, page }, tag: ownTag });
  times.push(performance.now() - start);
  const reading = said.kind === 'read' ? bestReading(said.codes, ownTag) : undefined;
  if (reading?.kind !== 'form') {
    if (code) console.error(`page ${index + 1} was not found`);
    continue;
  }
  if (reading.code === code) found += 1;
  else wrong += 1;
}
await reader.close();

const readable = expected.filter(({ code }) => code !== null).length;
const total = times.reduce((sum, time) => sum + time, 0);
report([
  { what: 'pages of the mixed scan', value: expected.length, unit: '' },
  { what: 'pages whose code can be read', value: readable, unit: '' },
  { what: 'of them found, %', value: Math.round((found / readable) * 1000) / 10, unit: '', bar: '≥ 99' },
  { what: 'pages filed wrongly', value: wrong, unit: '', bar: '0' },
  { what: 'reading all pages', value: Math.round(total / 100) / 10, unit: 's' },
  { what: 'reading a page, p95', value: quantile(times, 0.95), unit: 'ms' },
  { what: 'memory at its highest (with the generator)', value: memoryOf(process.pid).peak, unit: 'MB' },
]);
