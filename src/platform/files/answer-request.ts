import { readCsv } from './csv.ts';
import type { DocumentText } from './document-text.ts';
import { decodeText } from './encoding.ts';
import type { UploadFamily } from './file-kind.ts';
import { readOdtTables } from './odt-tables.ts';
import { ReadFailure, type ReadReason } from './read-failure.ts';
import type { Sheet } from './sheet.ts';
import { textTableOf } from './sheet-table.ts';
import { readWorkbook } from './spreadsheet.ts';
import { readWordTables } from './word-tables.ts';

export interface ReadRequest {
  readonly kind: 'sheets' | 'document';
  readonly name: string;
  readonly family: UploadFamily;
  readonly bytes: Uint8Array;
}

export type ReadAnswer =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: true; readonly document: DocumentText }
  | { readonly ok: false; readonly reason: ReadReason };

async function readSheets({ family, bytes, name }: ReadRequest): Promise<readonly Sheet[]> {
  if (family === 'text') return [readCsv(bytes, name).sheet];
  if (family === 'xlsx' || family === 'ods' || family === 'xls') return readWorkbook(bytes, family);
  throw new ReadFailure('unreadable');
}

async function readDocument(request: ReadRequest): Promise<DocumentText> {
  if (request.family === 'docx') return readWordTables(request.bytes);
  if (request.family === 'odt') return readOdtTables(request.bytes);
  if (request.family === 'text') return { tables: [], paragraphs: decodeText(request.bytes).text.split(/\r\n?|\n/) };
  const sheets = await readSheets(request);
  return { tables: sheets.filter((sheet) => !sheet.hidden).map(textTableOf), paragraphs: [] };
}

/** The work of the reading worker. Every fault of the file becomes a reason; nothing of the file gets into an error. */
export async function answerRequest(request: ReadRequest): Promise<ReadAnswer> {
  try {
    if (request.kind === 'sheets') return { ok: true, sheets: await readSheets(request) };
    return { ok: true, document: await readDocument(request) };
  } catch (error) {
    return { ok: false, reason: error instanceof ReadFailure ? error.reason : 'unreadable' };
  }
}
