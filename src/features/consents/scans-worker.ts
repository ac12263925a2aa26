import { parentPort } from 'node:worker_threads';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { greyPng } from '../../platform/files/grey-png.ts';
import { bestReading } from './form-code.ts';
import { codesInPage, codesInPicture } from './page-codes.ts';
import type { PageAddress, ScanAnswer, ScanRequest, ScanSource } from './scan-request.ts';
import { drawPage, openPdf } from './scanned-pdf.ts';

/** What most scanners make, then what small and worn codes need. */
const resolutions = [200, 300, 130];
const shownAt = 70;

const sources = new Map<string, ScanSource>();
const documents = new Map<string, PDFiumDocument>();

const open = async (source: ScanSource): Promise<ScanAnswer> => {
  if (source.family !== 'pdf') {
    sources.set(source.key, source);
    return { kind: 'opened', pages: 1 };
  }
  const pdf = await openPdf(source.bytes).catch(() => undefined);
  if (!pdf) return { kind: 'opened', pages: 0 };
  sources.set(source.key, source);
  documents.set(source.key, pdf);
  return { kind: 'opened', pages: pdf.getPageCount() };
};

const sourceOf = (key: string): ScanSource => {
  const source = sources.get(key);
  if (!source) throw new Error('this file was not opened');
  return source;
};

const read = async ({ key, page }: PageAddress, tag: string): Promise<ScanAnswer> => {
  const ours = (codes: readonly string[]): boolean => bestReading(codes, tag)?.kind === 'form';
  const pdf = documents.get(key);
  if (!pdf) return { kind: 'read', codes: await codesInPicture(sourceOf(key).bytes, ours), picture: undefined };
  let codes: string[] = [];
  for (const dpi of resolutions) {
    const found = await codesInPage(await drawPage(pdf, page, dpi), ours);
    if (found.length > 0) codes = found;
    if (ours(found)) return { kind: 'read', codes, picture: undefined };
  }
  const { width, height, dots } = await drawPage(pdf, page, shownAt);
  return { kind: 'read', codes, picture: greyPng(width, height, dots) };
};

/** One PDF of pages from several files, in the order given. */
const gather = async (pages: readonly PageAddress[]): Promise<ScanAnswer> => {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const opened = new Map<string, PDFDocument>();
  for (const { key, page } of pages) {
    const { family, bytes } = sourceOf(key);
    if (family === 'pdf') {
      const from = opened.get(key) ?? (await parsed(key, bytes));
      opened.set(key, from);
      for (const copy of await whole.copyPages(from, [page])) whole.addPage(copy);
    } else {
      const picture = await (family === 'jpeg' ? whole.embedJpg(bytes) : whole.embedPng(bytes));
      const { width, height } = picture.scaleToFit(595, 842);
      whole.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
    }
  }
  return { kind: 'gathered', pdf: await whole.save() };
};

const kept = new Map<string, PDFDocument>();
const parsed = async (key: string, bytes: Uint8Array): Promise<PDFDocument> => {
  const known = kept.get(key) ?? (await PDFDocument.load(bytes, { updateMetadata: false }));
  kept.set(key, known);
  return known;
};

const drop = (key: string): ScanAnswer => {
  documents.get(key)?.destroy();
  for (const place of [sources, documents, kept]) place.delete(key);
  return { kind: 'dropped' };
};

const answer = async (request: ScanRequest): Promise<ScanAnswer> => {
  if (request.kind === 'open') return open(request.source);
  if (request.kind === 'read') return read(request.at, request.tag);
  if (request.kind === 'gather') return gather(request.pages);
  return drop(request.key);
};

parentPort?.on('message', async (request: ScanRequest) => {
  const said = await answer(request).catch(
    (error: unknown): ScanAnswer => ({ kind: 'broken', problem: error instanceof Error ? error.name : typeof error }),
  );
  parentPort?.postMessage(said);
});
