import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayKeepActs } from './access.ts';
import { allActs, setActFile } from './rows.ts';

/** What the text of an act may be. */
export const actFiles: readonly UploadFamily[] = ['pdf', 'docx', 'odt', 'jpeg', 'png'];

const mediaTypes: Readonly<Partial<Record<UploadFamily, string>>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Puts the text of an act beside it, or a newer one in its place. */
export const attachFile = async (
  ctx: Ctx & { readonly store: FileStore },
  actId: string,
  { name, bytes, family }: CheckedUpload,
): Promise<Outcome<undefined>> => {
  demand(mayKeepActs(ctx.actor));
  found(
    (await allActs(ctx.db)).find(({ id }) => id === actId),
    'act',
  );
  const fileId = await keepFile(ctx, { name, bytes, mediaType: mediaTypes[family] ?? 'application/octet-stream' });
  await setActFile(ctx.db, actId, fileId);
  await record(ctx, 'act.filed', { kind: 'act', id: actId });
  return done();
};
