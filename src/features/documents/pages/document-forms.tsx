import { demand } from '../../../kernel/actor.ts';
import { readForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Confirm } from '../../../ui/dialog.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { documentKeepers, documentRegistrars, mayKeepDocuments, mayRegister } from '../access.ts';
import { attachScan } from '../attach-scan.ts';
import { numberFields } from '../fields.ts';
import { draftCancellation, refreshDocument } from '../make-document.ts';
import { setNumberAndDay } from '../number-document.ts';
import { removeDocument } from '../remove-document.ts';
import { sendToSigning, signDocument } from '../sign-document.ts';
import { makeRefusals, numberRefusals, refreshRefusals, removeRefusals, scanRefusals, signRefusals } from '../texts.ts';
import { documentScreen } from './document.tsx';
import type { Shown } from './document-aside.tsx';
import { theDocument } from './files.ts';
import { sentScan } from './registering.tsx';

const versionIn = (input: Input): number => Number(sentValue(input.form, 'version')) || 0;

const shownAgain = async (ctx: PageCtx, input: Input, shown: Shown) =>
  again(await documentScreen(ctx, await theDocument(ctx, input), shown));

/** Refusals about the number stand at its field, others over the form. */
const refusalOf = (input: Input, reason: string, words: string): Shown => {
  const field = reason === 'number-taken' || reason === 'no-number' ? 'number' : undefined;
  const day = reason === 'no-date' || reason === 'day-ahead' ? 'day' : undefined;
  const at = field ?? day;
  return at ? { form: input.form, errors: { [at]: words } } : { form: input.form, refusal: words };
};

export const numberThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/number',
  who: documentKeepers,
  async handle(ctx, input) {
    const { id: documentId } = await theDocument(ctx, input);
    const read = readForm(numberFields, input.form);
    if (!read.ok) return shownAgain(ctx, input, { form: input.form, errors: read.errors });
    const outcome = await setNumberAndDay(ctx, { documentId, version: versionIn(input), ...read.value });
    if (!outcome.ok) {
      return shownAgain(ctx, input, refusalOf(input, outcome.reason, numberRefusals[outcome.reason]));
    }
    return goTo(`/documents/${documentId}`, { toast: { text: 'Номер и дата записаны' } });
  },
};

export const signThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/sign',
  who: documentKeepers,
  async handle(ctx, input) {
    const { id: documentId } = await theDocument(ctx, input);
    const read = readForm(numberFields, input.form);
    const sent = await sentScan(input.form);
    const wrongScan = 'error' in sent ? { scan: sent.error } : {};
    if (!read.ok || 'error' in sent) {
      return shownAgain(ctx, input, { form: input.form, errors: { ...(read.ok ? {} : read.errors), ...wrongScan } });
    }
    const outcome = await signDocument(ctx, {
      documentId,
      version: versionIn(input),
      ...read.value,
      scan: sent.scan,
    });
    if (!outcome.ok) return shownAgain(ctx, input, refusalOf(input, outcome.reason, signRefusals[outcome.reason]));
    return goTo(`/documents/${documentId}`, { toast: { text: 'Документ подписан' } });
  },
};

const sending = (path: string, back: boolean, done: string): MemberRoute => ({
  method: 'POST',
  path,
  who: documentKeepers,
  async handle(ctx, input) {
    const { id: documentId } = await theDocument(ctx, input);
    const outcome = await sendToSigning(ctx, { documentId, version: versionIn(input), back });
    if (!outcome.ok) return shownAgain(ctx, input, { refusal: numberRefusals[outcome.reason] });
    return goTo(`/documents/${documentId}`, { toast: { text: done } });
  },
});

export const sendThis = sending('/documents/:documentId/send', false, 'Документ отправлен на подпись');
export const takeBackThis = sending('/documents/:documentId/take-back', true, 'Документ снова в проектах');

export const scanThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/scan',
  who: documentRegistrars,
  async handle(ctx, input) {
    const { id } = await theDocument(ctx, input);
    const sent = await sentScan(input.form);
    if ('error' in sent) return shownAgain(ctx, input, { errors: { scan: sent.error } });
    if (!sent.scan) return shownAgain(ctx, input, { errors: { scan: 'Выберите файл со сканом' } });
    const outcome = await attachScan(ctx, id, sent.scan);
    if (!outcome.ok) return shownAgain(ctx, input, { refusal: scanRefusals[outcome.reason] });
    return goTo(`/documents/${id}`, { toast: { text: 'Скан приложен' } });
  },
};

export const refreshThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/refresh',
  who: documentKeepers,
  async handle(ctx, input) {
    const { id } = await theDocument(ctx, input);
    const outcome = await refreshDocument(ctx, id);
    if (!outcome.ok) return shownAgain(ctx, input, { refusal: refreshRefusals[outcome.reason] });
    return goTo(`/documents/${id}`, { toast: { text: 'Проект собран заново' } });
  },
};

export const cancelThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/cancel',
  who: documentKeepers,
  async handle(ctx, input) {
    const { id } = await theDocument(ctx, input);
    const outcome = await draftCancellation(ctx, id);
    if (!outcome.ok) return shownAgain(ctx, input, { refusal: makeRefusals[outcome.reason] });
    return goTo(`/documents/${outcome.value}`, { toast: { text: 'Составлен проект приказа об отмене' } });
  },
};

export const removePage: MemberRoute = {
  method: 'GET',
  path: '/documents/:documentId/remove',
  who: documentRegistrars,
  async handle(ctx, input) {
    const paper = await theDocument(ctx, input);
    demand(paper.origin === 'made' ? mayKeepDocuments(ctx.actor) : mayRegister(ctx.actor, paper.kind));
    const verb = paper.origin === 'made' ? 'Удалить проект' : 'Убрать из реестра';
    return screen(
      ctx,
      { title: verb },
      <>
        <Heading
          title={`${verb}?`}
          crumbs={[
            { label: 'Документы', href: '/documents' },
            { label: paper.title, href: `/documents/${paper.id}` },
            { label: verb },
          ]}
        />
        <Confirm action={`/documents/${paper.id}/remove`} verb={verb} back={`/documents/${paper.id}`}>
          <p>{paper.title}</p>
          <p>
            Вернуть его будет нельзя, запись останется в журнале. Пары, которые стоят только в этом проекте, снова
            станут свободны для приказа.
          </p>
        </Confirm>
      </>,
    );
  },
};

export const removeThis: MemberRoute = {
  method: 'POST',
  path: '/documents/:documentId/remove',
  who: documentRegistrars,
  async handle(ctx, input) {
    const { id, origin } = await theDocument(ctx, input);
    const outcome = await removeDocument(ctx, id);
    if (!outcome.ok) return shownAgain(ctx, input, { refusal: removeRefusals[outcome.reason] });
    return goTo('/documents', { toast: { text: origin === 'made' ? 'Проект удалён' : 'Документ убран из реестра' } });
  },
};
