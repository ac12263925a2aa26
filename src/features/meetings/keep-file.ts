import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { cleanPhoto, type PhotoRefusal } from '../../platform/files/clean-photo.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayReadWords } from './access.ts';
import { deleteFile, filesOf, insertFile } from './file-rows.ts';
import { theMeeting } from './the-pair.ts';

export const fileFamilies: readonly UploadFamily[] = ['jpeg', 'png', 'pdf', 'docx'];

export type FileRefusal = 'too-many' | PhotoRefusal;

const mostFiles = 10;

const mediaTypes: Partial<Record<UploadFamily, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Keeps a file or a photo beside a meeting: for the two and the curator. Photos lose what a camera wrote about place and time. */
export const keepMeetingFile = async (
  ctx: Ctx & { readonly store: FileStore },
  meetingId: string,
  { name, bytes, family }: CheckedUpload,
): Promise<Outcome<undefined, FileRefusal>> => {
  const { parties } = await theMeeting(ctx, meetingId);
  demand(mayReadWords(ctx.actor, parties));
  const files = await filesOf(ctx.db, meetingId);
  if (files.length >= mostFiles) return refused('too-many');
  const photo = family === 'jpeg' || family === 'png' ? cleanPhoto(bytes, family) : undefined;
  if (photo && !photo.ok) return refused(photo.reason);
  const mediaType = mediaTypes[family] ?? 'application/octet-stream';
  const fileId = await keepFile(ctx, { name, bytes: photo?.bytes ?? bytes, mediaType });
  await insertFile(ctx.db, { meetingId, fileId, position: files.length + 1, accountId: ctx.actor.accountId });
  await record(ctx, 'meeting.file-kept', { kind: 'meeting', id: meetingId });
  return done();
};

export const removeMeetingFile = async (ctx: Ctx, meetingId: string, fileId: string): Promise<Outcome<undefined>> => {
  const { parties } = await theMeeting(ctx, meetingId);
  demand(mayReadWords(ctx.actor, parties));
  found((await deleteFile(ctx.db, meetingId, fileId)) || null, 'file of the meeting');
  await record(ctx, 'meeting.file-removed', { kind: 'meeting', id: meetingId });
  return done();
};
