import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CheckedUpload } from '../../platform/files/check-upload.ts';
import { cleanPhoto } from '../../platform/files/clean-photo.ts';
import type { UploadFamily } from '../../platform/files/file-kind.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { type FileStore, keepFile } from '../../platform/storage.ts';
import { mayKeepEvents } from './access.ts';
import { deletePhoto, eventById, insertPhoto, photosOf } from './rows.ts';

export type PhotoRefusal = 'too-many' | 'broken' | 'too-big';

export const photoFamilies: readonly UploadFamily[] = ['jpeg', 'png'];

/** More than this is an album, and belongs elsewhere. */
const mostPhotos = 40;

/**
 * Keeps a photo of an event for staff, without what the camera wrote into it. It is published nowhere: that needs consents of
 * those who are seen.
 */
export const keepPhoto = async (
  ctx: Ctx & { readonly store: FileStore },
  eventId: string,
  { name, bytes, family }: CheckedUpload,
): Promise<Outcome<undefined, PhotoRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  found(await eventById(ctx.db, eventId), 'event');
  const photos = await photosOf(ctx.db, eventId);
  if (photos.length >= mostPhotos) return refused('too-many');
  const kind = family === 'png' ? 'png' : 'jpeg';
  const photo = cleanPhoto(bytes, kind);
  if (!photo.ok) return refused(photo.reason);
  const fileId = await keepFile(ctx, { name, bytes: photo.bytes, mediaType: `image/${kind}` });
  await insertPhoto(ctx.db, eventId, fileId, photos.length + 1);
  await record(ctx, 'event.photographed', { kind: 'event', id: eventId });
  return done();
};

export const removePhoto = async (ctx: Ctx, eventId: string, fileId: string): Promise<Outcome<undefined>> => {
  demand(mayKeepEvents(ctx.actor));
  found((await deletePhoto(ctx.db, eventId, fileId)) || null, 'photo');
  await record(ctx, 'event.photo-removed', { kind: 'event', id: eventId });
  return done();
};
