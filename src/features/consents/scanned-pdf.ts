import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { GreyPage } from './page-codes.ts';

const points = 72;
/** A page of A3 at 300 dpi and more; larger ones are drawn smaller. */
const mostDots = 18_000_000;

let library: Promise<PDFiumLibrary> | undefined;

/** The WASM comes from the installed package: nothing is fetched. */
const theLibrary = (): Promise<PDFiumLibrary> => {
  library ??= (async () => {
    const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
    const bytes = new Uint8Array(readFileSync(file));
    return PDFiumLibrary.init({ wasmBinary: bytes.buffer });
  })();
  return library;
};

/** Rejects on a broken or locked PDF. Destroy the document when it is read. */
export const openPdf = async (bytes: Uint8Array): Promise<PDFiumDocument> => (await theLibrary()).loadDocument(bytes);

/** Draws a page (from 0) in grey. */
export const drawPage = async (pdf: PDFiumDocument, page: number, dpi: number): Promise<GreyPage> => {
  const drawn = pdf.getPage(page);
  const { originalWidth, originalHeight } = drawn.getOriginalSize();
  const most = Math.sqrt(mostDots / Math.max(1, originalWidth * originalHeight));
  const { width, height, data } = await drawn.render({ scale: Math.min(dpi / points, most), colorSpace: 'Gray' });
  return { width, height, dots: data };
};
