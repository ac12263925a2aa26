import { checkUpload, documentTableFamilies, type UploadRefusal } from '../../platform/files/check-upload.ts';
import { readDocument } from '../../platform/files/parse-in-worker.ts';
import type { ReadReason } from '../../platform/files/read-failure.ts';
import { readRoadmap } from './read-roadmap.ts';
import type { RoadmapReading } from './roadmap.ts';

/** Why nothing was read at all: the file was refused, or it does not open. */
export type FileRefusal =
  | { readonly kind: 'upload'; readonly refusal: Omit<UploadRefusal, 'ok'> }
  | { readonly kind: 'read'; readonly reason: ReadReason };

export type ParsedRoadmap =
  | { readonly ok: true; readonly reading: RoadmapReading }
  | ({ readonly ok: false } & FileRefusal);

/**
 * A roadmap out of a file: DOCX, ODT, XLSX, ODS, XLS, or text with tabs. The file is checked first and read in a worker.
 * A document without tables is read as text.
 */
export async function parseRoadmapFile(bytes: Uint8Array, name: string): Promise<ParsedRoadmap> {
  const upload = await checkUpload({ name, bytes }, documentTableFamilies);
  if (!upload.ok) {
    const { ok: _, ...refusal } = upload;
    return { ok: false, kind: 'upload', refusal };
  }
  const document = await readDocument(upload.value);
  if (!document.ok) return { ok: false, kind: 'read', reason: document.reason };
  const { tables, paragraphs } = document.value;
  const source = tables.length > 0 ? tables.map(({ rows }) => rows) : paragraphs.join('\n');
  return { ok: true, reading: readRoadmap(source) };
}
