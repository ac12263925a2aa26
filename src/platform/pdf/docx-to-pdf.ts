import { findLibreOffice, libreOfficePdf } from './libreoffice.ts';
import { workAside } from './work-aside.ts';

type PdfEngine = 'libreoffice' | 'typst';

export interface PdfOptions {
  /** Title of the PDF. */
  readonly title?: string;
  /** Without a wish: LibreOffice where it is installed, else our own setter. */
  readonly engine?: PdfEngine;
}

/**
 * Makes a PDF of a DOCX without blocking the server. LibreOffice knows every Word file; our own setter needs nothing but Node and knows what official
 * papers are made of (see `readPaper`), and steps in when LibreOffice is missing or fails. Rejects with `Failure('broken')`.
 */
export async function docxToPdf(docx: Uint8Array, { title = '', engine }: PdfOptions = {}): Promise<Uint8Array> {
  const office = engine === 'typst' ? undefined : await findLibreOffice();
  if (office) {
    const pdf = await libreOfficePdf(office, docx).catch(() => undefined);
    if (pdf) return pdf;
  }
  return workAside({ kind: 'pdf', docx, title });
}
