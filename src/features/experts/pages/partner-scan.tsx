import { checkUpload } from '../../../platform/files/check-upload.ts';
import { again, download, found, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { expertKeepers } from '../access.ts';
import { scanAgreement } from '../save-agreement.ts';
import { onePage, theAgreement } from './partners.tsx';

export const putScan: MemberRoute = {
  method: 'POST',
  path: '/partners/:agreementId/scan',
  who: expertKeepers,
  async handle(ctx, input) {
    const agreement = await theAgreement(ctx, input);
    const [file] = input.form.files.scan ?? [];
    const bytes = new Uint8Array(file ? await file.arrayBuffer() : new ArrayBuffer(0));
    const checked = await checkUpload({ name: file?.name ?? '', bytes }, ['pdf', 'jpeg', 'png']);
    if (!checked.ok)
      return again(
        await onePage(ctx, agreement, undefined, 'Нужен файл PDF, JPEG или PNG до 25 МБ. Выберите его ещё раз.'),
      );
    await scanAgreement(ctx, agreement.id, checked.value);
    return goTo(`/partners/${agreement.id}`, { toast: { text: 'Скан загружен' } });
  },
};

export const agreementScan: MemberRoute = {
  method: 'GET',
  path: '/partners/:agreementId/scan',
  who: expertKeepers,
  async handle(ctx, input) {
    const { scanFileId } = await theAgreement(ctx, input);
    const file = await fileById(ctx.db, found(scanFileId, 'scan of this agreement'));
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
