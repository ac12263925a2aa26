import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { keepFile } from '../../platform/storage.ts';
import { mayRegister } from './access.ts';
import { isEditable } from './document.ts';
import type { PaperCtx } from './print-paper.ts';
import { holdDocument, updateDocument } from './rows.ts';

/** What a scan of a signed paper may be. */
export const documentScans: readonly UploadFamily[] = ['pdf', 'jpeg', 'png'];

const mediaTypes: Readonly<Partial<Record<UploadFamily, string>>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Puts a checked scan into the college's files. */
export const keepScan = (ctx: Pick<PaperCtx, 'db' | 'actor' | 'store'>, scan: CheckedUpload): Promise<string> =>
  keepFile(ctx, {
    name: scan.name,
    bytes: scan.bytes,
    mediaType: mediaTypes[scan.family] ?? 'application/octet-stream',
  });

/** Adds the scan of a signed paper, or a better one in its place. A draft has nothing to scan yet. */
export const attachScan = async (
  ctx: Pick<PaperCtx, 'db' | 'actor' | 'today' | 'store'>,
  documentId: string,
  scan: CheckedUpload,
): Promise<Outcome<undefined, 'not-signed'>> => {
  const paper = found(await holdDocument(ctx.db, documentId), 'document');
  demand(mayRegister(ctx.actor, paper.kind));
  if (isEditable(paper.status)) return refused('not-signed');

  await updateDocument(ctx.db, documentId, { scanFileId: await keepScan(ctx, scan) });
  await record(ctx, 'document.scanned', { kind: 'document', id: documentId });
  return done();
};
