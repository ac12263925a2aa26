import { day, formatDay } from '../../../kernel/day.ts';
import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { uploadRefusalText } from '../../../platform/files/texts.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { FileField, RadioGroup } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { peopleKeepers } from '../access.ts';
import { recentImports } from '../import-rows.ts';
import type { PersonKind } from '../person.ts';
import { startImport } from '../start-import.ts';
import { importStateNames } from '../texts.ts';
import { ImportSteps } from './import-parts.tsx';

const kinds: readonly { value: PersonKind; label: string; hint?: string }[] = [
  { value: 'student', label: 'Студенты', hint: 'Контингент: группы заведутся сами' },
  { value: 'staff', label: 'Сотрудники колледжа' },
  { value: 'specialist', label: 'Специалисты предприятий', hint: 'Организации заведутся сами' },
  { value: 'graduate', label: 'Выпускники' },
];

const page = async (ctx: PageCtx, { form, error }: { form?: RawForm; error?: string } = {}) => {
  const imports = await recentImports(ctx.db);
  const errors = error ? { file: error } : {};
  return screen(
    ctx,
    { title: 'Загрузка людей' },
    <>
      <Heading
        title="Загрузить людей из Excel"
        crumbs={[{ label: 'Люди', href: '/people' }, { label: 'Загрузка' }]}
        lead="Подойдёт список, который у вас уже есть: переделывать его не нужно. До вашего подтверждения ничего не запишется."
        actions={<ImportSteps current={0} />}
      />
      <Columns
        aside={
          imports.length > 0 ? (
            <Section title="Недавние загрузки">
              <List
                label="Недавние загрузки"
                rows={imports.map((one) => ({
                  title: one.fileName,
                  href: `/people/import/${one.id}`,
                  text: `${importStateNames[one.state]} · ${formatDay(day(one.createdAt.toISOString().slice(0, 10)))}`,
                }))}
              />
            </Section>
          ) : null
        }
      >
        <Form
          action="/people/import"
          files
          errors={errors}
          actions={
            <Button kind="primary" icon="file-up" busy="Отправляем…">
              Прочитать файл
            </Button>
          }
        >
          <RadioGroup
            name="kind"
            label="Кто в файле"
            value={kinds.find(({ value }) => form && value === sentValue(form, 'kind'))?.value ?? 'student'}
            options={kinds}
          />
          <FileField
            name="file"
            label="Файл"
            invite="Перетащите файл сюда или выберите"
            hint="Таблица Excel (.xlsx, .xls), LibreOffice (.ods) или CSV, до 25 МБ и 50 000 строк. Шапка может стоять не в первой строке, ФИО — в одном столбце или в трёх."
            accept=".xlsx,.xls,.ods,.csv,.txt"
            icon="file-spreadsheet"
            error={error}
          />
        </Form>
      </Columns>
    </>,
  );
};

export const importUpload: Route = {
  method: 'GET',
  path: '/people/import',
  who: peopleKeepers,
  handle: (ctx) => page(ctx),
};

export const uploadPeople: Route = {
  method: 'POST',
  path: '/people/import',
  who: peopleKeepers,
  async handle(ctx, { form }) {
    const file = form.files.file?.[0];
    if (!file) return again(await page(ctx, { form, error: 'Выберите файл со списком' }));
    const kind = kinds.find(({ value }) => value === sentValue(form, 'kind'))?.value ?? 'student';
    const bytes = new Uint8Array(await file.arrayBuffer());
    const started = await startImport(ctx, { name: file.name, bytes, kind });
    if (!started.ok) return again(await page(ctx, { form, error: uploadRefusalText(started) }));
    const { taskId } = started.value;
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, taskId));
    return goTo(`/tasks/${taskId}`);
  },
};
