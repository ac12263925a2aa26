import { demand } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { readForm, sentValue } from '../../../platform/fields.ts';
import { checkUpload } from '../../../platform/files/check-upload.ts';
import type { UploadFamily } from '../../../platform/files/file-kind.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { fileById } from '../../../platform/storage.ts';
import { sentScan } from '../../documents/pages/registering.tsx';
import { scanFileText } from '../../documents/texts.ts';
import { mayReadOwn, trainees, trainingKeepers } from '../access.ts';
import { approveFields, moduleFields, sessionFields } from '../fields.ts';
import { issueCertificates } from '../issue-certificates.ts';
import { addMaterial, addModule, approveProgramme, newVersion, removeModule } from '../make-programme.ts';
import { planSession } from '../plan-session.ts';
import { materialById, modulesOf, participantsOf, programmeOfModule } from '../programme-rows.ts';
import { sessionById } from '../session-rows.ts';
import { approveRefusals, issueRefusals, moduleRefusals, sessionRefusals, versionRefusals } from '../texts.ts';
import { programmeScreen } from './programme.tsx';
import { theProgramme } from './the-programme.ts';
import { trainerOptions } from './trainers.ts';

const path = '/training/programmes/:programmeId';
const uuid = /^[0-9a-f-]{36}$/;

/** Ticked people of a form. */
export const idsIn = (form: Input['form']): string[] => (form.values.ids ?? []).filter((id) => uuid.test(id));

export const addModuleForm: MemberRoute = {
  method: 'POST',
  path: `${path}/modules`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const read = readForm(moduleFields, form);
    if (!read.ok) return again(await programmeScreen(ctx, programme, { part: 'module', form, errors: read.errors }));
    const outcome = await addModule(ctx, programme.id, read.value);
    if (!outcome.ok)
      return again(
        await programmeScreen(ctx, programme, { part: 'module', form, refusal: moduleRefusals[outcome.reason] }),
      );
    return goTo(`/training/programmes/${programme.id}`, { toast: { text: 'Модуль внесён' } });
  },
};

export const removeModuleForm: MemberRoute = {
  method: 'POST',
  path: '/training/modules/:moduleId/remove',
  who: trainingKeepers,
  async handle(ctx, input) {
    const moduleId = param(input, 'moduleId');
    const programmeId = found(await programmeOfModule(ctx.db, moduleId), 'module');
    const outcome = await removeModule(ctx, moduleId);
    const text = outcome.ok ? 'Модуль убран' : moduleRefusals[outcome.reason];
    return goTo(`/training/programmes/${programmeId}`, { toast: { text } });
  },
};

export const approveForm: MemberRoute = {
  method: 'POST',
  path: `${path}/approve`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const read = readForm(approveFields, form);
    const scan = await sentScan(form);
    if (!read.ok || 'error' in scan) {
      const errors = { ...(read.ok ? {} : read.errors), ...('error' in scan ? { scan: scan.error } : {}) };
      return again(await programmeScreen(ctx, programme, { part: 'approve', form, errors }));
    }
    const outcome = await approveProgramme(ctx, programme.id, { ...read.value, scan: scan.scan });
    if (!outcome.ok)
      return again(
        await programmeScreen(ctx, programme, { part: 'approve', form, refusal: approveRefusals[outcome.reason] }),
      );
    return goTo(`/training/programmes/${programme.id}`, { toast: { text: 'Программа утверждена' } });
  },
};

export const newVersionForm: MemberRoute = {
  method: 'POST',
  path: `${path}/version`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const outcome = await newVersion(ctx, programme.id);
    if (!outcome.ok)
      return goTo(`/training/programmes/${programme.id}`, { toast: { text: versionRefusals[outcome.reason] } });
    return goTo(`/training/programmes/${outcome.value}`, { toast: { text: 'Новая версия создана' } });
  },
};

const sessionFieldsOf = async (ctx: PageCtx, programmeId: string) =>
  sessionFields(
    (await modulesOf(ctx.db, programmeId)).map(({ id, title }) => ({ value: id, label: title })),
    await trainerOptions(ctx),
  );

export const planSessionForm: MemberRoute = {
  method: 'POST',
  path: `${path}/sessions`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const read = readForm(await sessionFieldsOf(ctx, programme.id), form);
    if (!read.ok) return again(await programmeScreen(ctx, programme, { part: 'session', form, errors: read.errors }));
    const { who, ...session } = read.value;
    const outcome = await planSession(ctx, programme.id, { ...session, ...who });
    if (!outcome.ok)
      return again(
        await programmeScreen(ctx, programme, { part: 'session', form, refusal: sessionRefusals[outcome.reason] }),
      );
    const planned = await sessionById(ctx.db, outcome.value);
    const text = planned?.withoutContract
      ? 'Занятие назначено. Договора с ведущим на этот день нет'
      : 'Занятие назначено';
    return goTo(`/training/programmes/${programme.id}`, { toast: { text } });
  },
};

export const issueForm: MemberRoute = {
  method: 'POST',
  path: `${path}/issue`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const outcome = await issueCertificates(ctx, programme.id, idsIn(form));
    if (!outcome.ok)
      return again(
        await programmeScreen(ctx, programme, { part: 'issue', form, refusal: issueRefusals[outcome.reason] }),
      );
    const { numbers, passed } = outcome.value;
    const issued = `Выдано: ${counted(numbers.length, 'удостоверение', 'удостоверения', 'удостоверений')}`;
    const left =
      passed.length > 0
        ? `. Не выдано: ${passed.length}, посещено мало часов, тест не сдан или удостоверение уже есть`
        : '';
    return goTo(`/training/programmes/${programme.id}`, { toast: { text: `${issued}${left}` } });
  },
};

const materialFamilies: readonly UploadFamily[] = ['pdf', 'docx', 'xlsx', 'jpeg', 'png'];

export const addMaterialForm: MemberRoute = {
  method: 'POST',
  path: `${path}/materials`,
  who: trainingKeepers,
  async handle(ctx, input) {
    const programme = await theProgramme(ctx, input);
    const { form } = input;
    const [file] = form.files.file ?? [];
    const bytes = new Uint8Array(file ? await file.arrayBuffer() : new ArrayBuffer(0));
    const checked = await checkUpload({ name: file?.name ?? '', bytes }, materialFamilies);
    if (!checked.ok) {
      const errors = { file: file ? scanFileText(checked) : 'Выберите файл' };
      return again(await programmeScreen(ctx, programme, { part: 'material', form, errors }));
    }
    await addMaterial(ctx, programme.id, { title: sentValue(form, 'title').slice(0, 200), file: checked.value });
    return goTo(`/training/programmes/${programme.id}`, { toast: { text: 'Файл загружен' } });
  },
};

export const materialFile: MemberRoute = {
  method: 'GET',
  path: '/training/materials/:materialId',
  who: trainees,
  async handle(ctx, input) {
    const material = found(await materialById(ctx.db, param(input, 'materialId')), 'material');
    const people = await participantsOf(ctx.db, material.programmeId);
    demand(mayReadOwn(ctx.actor, { personIds: people.map(({ personId }) => personId) }));
    const file = await fileById(ctx.db, material.fileId);
    return download(ctx.store.stream(ctx.actor.college, file.sha256), file.name, file.mediaType);
  },
};
