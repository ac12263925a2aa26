import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { type CheckedUpload, checkUpload } from '../../../platform/files/check-upload.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { questionnaireKeepers } from '../access.ts';
import { purposeFields } from '../fields.ts';
import { readQuestionnaireFile } from '../read-file.ts';
import { addQuestionnaire } from '../save-questionnaire.ts';

const crumb = { label: 'Анкеты', href: '/questionnaires' };

const newPage = async (ctx: PageCtx, form: RawForm, errors: FormErrors = {}) =>
  screen(
    ctx,
    { title: 'Новая анкета' },
    <>
      <Heading
        title="Новая анкета"
        crumbs={[crumb, { label: 'Новая анкета' }]}
        lead="Сначала название и для кого она. Вопросы — на следующей странице."
      />
      <Form
        action="/questionnaires/new"
        errors={errors}
        draft="new-questionnaire"
        actions={<Button kind="primary">Завести анкету</Button>}
      >
        <FormFields fields={purposeFields(await normsOf(ctx.db, 'form'))} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newQuestionnaire: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/new',
  who: questionnaireKeepers,
  handle: (ctx) => newPage(ctx, formOf({ moment: 'other' })),
};

export const createQuestionnaire: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/new',
  who: questionnaireKeepers,
  async handle(ctx, { form }) {
    const read = readForm(purposeFields(await normsOf(ctx.db, 'form')), form);
    if (!read.ok) return again(await newPage(ctx, form, read.errors));
    const outcome = await addQuestionnaire(ctx, read.value);
    return outcome.ok ? goTo(`/questionnaires/${outcome.value}`, { toast: { text: 'Анкета заведена' } }) : outcome;
  },
};

const importScreen = (ctx: PageCtx, problems: readonly string[] = []) =>
  screen(
    ctx,
    { title: 'Анкета из файла' },
    <>
      <Heading
        title="Анкета из файла"
        crumbs={[crumb, { label: 'Из файла' }]}
        lead="Подойдёт выгрузка анкеты (.json) или таблица (.xlsx), в которой каждая строка — вопрос."
      />
      {problems.length > 0 ? (
        <Note kind="bad" title="Файл не загружен. Поправьте и попробуйте снова" strong>
          <ul>
            {problems.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Form action="/questionnaires/import" files actions={<Button kind="primary">Загрузить анкету</Button>}>
        <FileField name="file" label="Файл" invite="Перетащите файл или выберите" accept=".json,.xlsx,.ods" />
      </Form>
      <Note title="Столбцы таблицы">
        <p>
          «Вопрос» и «Вид» нужны всегда; «Раздел», «Варианты», «Обязательный», «Подсказка», «Показывать, если» — когда
          есть что написать. Порядок столбцов любой.
        </p>
        <p>
          Вид: шкала 1–10, шкала 1–5, один, несколько, да/нет, число, короткий, развёрнутый, расставить, таблица.
          Варианты пишут через точку с запятой: у шкалы это подписи концов, у таблицы — «строки | столбцы». Условие: «2
          = да».
        </p>
      </Note>
    </>,
  );

export const importPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/import',
  who: questionnaireKeepers,
  handle: (ctx) => importScreen(ctx),
};

/** JSON is text to the checker of uploads; everything else is a workbook. */
const checked = async (file: File | undefined): Promise<CheckedUpload | string> => {
  if (!file) return 'Выберите файл';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const verdict = await checkUpload({ name: file.name, bytes }, ['text', 'xlsx', 'ods']);
  return verdict.ok ? verdict.value : uploadRefusalText(verdict);
};

export const importFile: MemberRoute = {
  method: 'POST',
  path: '/questionnaires/import',
  who: questionnaireKeepers,
  async handle(ctx, { form }) {
    const file = await checked(form.files.file?.[0]);
    if (typeof file === 'string') return again(await importScreen(ctx, [file]));
    const read = await readQuestionnaireFile(file);
    if (!read.ok) return again(await importScreen(ctx, read.problems));
    const { definition, ...purpose } = read.value;
    const known = (await normsOf(ctx.db, 'form')).some(({ code }) => code === purpose.form);
    const outcome = await addQuestionnaire(ctx, { ...purpose, form: known ? purpose.form : null }, definition);
    if (!outcome.ok) return outcome;
    return goTo(`/questionnaires/${outcome.value}`, { toast: { text: 'Анкета загружена. Посмотрите её и утвердите' } });
  },
};
