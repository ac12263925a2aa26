import { checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { eventKeepers, eventReaders } from '../access.ts';
import { keepPhoto, photoFamilies, removePhoto } from '../keep-photo.ts';
import { photosOf } from '../rows.ts';
import { photoRefusals } from '../texts.ts';
import { eventScreen, theEvent } from './event.tsx';

export const putPhoto: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/photos',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const refuse = async (photo: string) =>
      again(await eventScreen(ctx, event, { part: 'photo', form: input.form, errors: { photo } }));
    const [file] = input.form.files.photo ?? [];
    if (!file) return refuse('Выберите снимок');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const checked = await checkUpload({ name: file.name, bytes }, photoFamilies);
    if (!checked.ok) return refuse(uploadRefusalText(checked));
    const outcome = await keepPhoto(ctx, event.id, checked.value);
    if (!outcome.ok) return refuse(photoRefusals[outcome.reason]);
    return goTo(`/events/${event.id}#photos`, { toast: { text: 'Фотография добавлена' } });
  },
};

export const openPhoto: MemberRoute = {
  method: 'GET',
  path: '/events/:eventId/photos/:fileId',
  who: eventReaders,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    const fileId = param(input, 'fileId');
    found(
      (await photosOf(ctx.db, event.id)).find((photo) => photo.fileId === fileId),
      'photo',
    );
    const file = await fileById(ctx.db, fileId);
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};

export const dropPhoto: MemberRoute = {
  method: 'POST',
  path: '/events/:eventId/photos/:fileId/remove',
  who: eventKeepers,
  async handle(ctx, input) {
    const event = await theEvent(ctx, input);
    await removePhoto(ctx, event.id, param(input, 'fileId'));
    return goTo(`/events/${event.id}#photos`, { toast: { text: 'Фотография убрана' } });
  },
};
