import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { personById } from '../people/rows.ts';
import { mayRecordConsent } from './access.ts';
import { consentById, setScan } from './rows.ts';

/** What a scan of a signed paper may be. */
export const consentScans: readonly UploadFamily[] = ['pdf', 'jpeg', 'png'];

const mediaTypes: Readonly<Partial<Record<UploadFamily, string>>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Puts a checked scan into the college's files. */
export const keepScan = (
  ctx: Ctx & { readonly store: FileStore },
  { name, bytes, family }: CheckedUpload,
): Promise<string> => keepFile(ctx, { name, bytes, mediaType: mediaTypes[family] ?? 'application/octet-stream' });

/** Adds the scan of a paper that was recorded before it was scanned, or a better scan in its place. */
export const attachScan = async (
  ctx: Ctx & { readonly store: FileStore },
  consentId: string,
  scan: CheckedUpload,
): Promise<Outcome<undefined>> => {
  const consent = found(await consentById(ctx.db, consentId), 'consent');
  demand(mayRecordConsent(ctx.actor, found(await personById(ctx.db, consent.personId), 'person')));

  await setScan(ctx.db, consentId, await keepScan(ctx, scan));
  await record(ctx, 'consent.scanned', { kind: 'person', id: consent.personId }, { purpose: consent.purpose });
  return done();
};
