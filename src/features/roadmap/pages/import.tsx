import { yearLabel } from '../../../kernel/academic-year.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { FileField, SelectField, TextArea } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { roadmapKeepers } from '../access.ts';
import { parseRoadmapFile } from '../parse-roadmap.ts';
import { readRoadmap } from '../read-roadmap.ts';
import type { NotARoadmap, RoadmapReading, Seen } from '../roadmap.ts';
import { roadmapYears } from '../roadmap-rows.ts';
import { startImport } from '../start-import.ts';
import { fieldWords, fileRefusalText, notARoadmapWords } from '../texts.ts';
import { readFilter } from './address.ts';

interface Asked {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refused?: { readonly reason: NotARoadmap; readonly seen: Seen };
}

/** What was seen in a refused file: so that a person understands whether it was the right one. */
const SeenWords = ({ reason, seen }: NonNullable<Asked['refused']>) => {
  const columns = seen.columns.map((column) => fieldWords[column].toLowerCase());
  const shape =
    seen.tables === 0
      ? ''
      : `В нём ${counted(seen.tables, 'таблица', 'таблицы', 'таблиц')}, ${counted(seen.rows, 'строка', 'строки', 'строк')}; ${
          columns.length > 0 ? `узнаны столбцы: ${columns.join(', ')}` : 'ни один столбец не узнан'
        }.`;
  return (
    <Note kind="bad" title="Это не дорожная карта">
      {notARoadmapWords[reason]} {shape}
    </Note>
  );
};

const importScreen = async (ctx: PageCtx, { form, errors = {}, refused }: Asked) => {
  const { currentYear } = await theCollege(ctx.db);
  const taken = await roadmapYears(ctx.db);
  const years = [...new Set([currentYear + 1, currentYear, ...taken])].toSorted((one, other) => other - one);
  return screen(
    ctx,
    { title: 'Загрузить дорожную карту' },
    <>
      <Heading
        title="Загрузить дорожную карту"
        crumbs={[{ label: 'Дорожная карта', href: '/roadmap' }, { label: 'Загрузка' }]}
        lead="Подойдёт файл Word, Excel или ODT либо текст с таблицей. Сначала вы увидите, как всё понято; до подтверждения ничего не записывается."
      />
      {refused ? <SeenWords {...refused} /> : null}
      <Form
        action="/roadmap/import"
        files
        errors={errors}
        actions={
          <Button kind="primary" busy="Читаем…">
            Прочитать карту
          </Button>
        }
      >
        <SelectField
          name="year"
          label="Учебный год"
          value={sentValue(form, 'year')}
          options={years.map((year) => ({
            value: String(year),
            label: `${yearLabel(year)}${taken.includes(year) ? ', карта уже есть' : ''}`,
          }))}
        />
        <FileField
          name="file"
          label="Файл"
          optional
          hint="DOCX, ODT, XLSX, XLS, ODS или текст с табуляциями, до 25 МБ"
          invite="Перетащите файл или выберите"
          accept=".docx,.odt,.xlsx,.xls,.ods,.txt,.csv,.tsv"
          error={errors.file}
        />
        <TextArea
          name="text"
          label="Или вставьте таблицу текстом"
          hint="Скопируйте её из Word или с сайта вместе со столбцами"
          optional
          rows={8}
          value={form.values.text?.[0] ?? ''}
          error={errors.text}
        />
      </Form>
    </>,
  );
};

export const importPage: Route = {
  method: 'GET',
  path: '/roadmap/import',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    return importScreen(ctx, { form: formOf({ year: String(readFilter(input.query, currentYear).year) }) });
  },
};

type Read =
  | { readonly errors: FormErrors }
  | { readonly reading: RoadmapReading; readonly file?: { readonly name: string; readonly bytes: Uint8Array } };

/** The file, or else the pasted text. */
const readForm = async ({ files, values }: RawForm): Promise<Read> => {
  const [sent] = files.file ?? [];
  if (sent && (sent.size > 0 || sent.name !== '')) {
    const file = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
    const parsed = await parseRoadmapFile(file.bytes, file.name);
    return parsed.ok ? { reading: parsed.reading, file } : { errors: { file: fileRefusalText(parsed) } };
  }
  const text = values.text?.[0] ?? '';
  if (text.trim() === '') return { errors: { file: 'Выберите файл или вставьте текст ниже' } };
  if (text.length > 500_000) return { errors: { text: 'Слишком длинно. Загрузите файл целиком' } };
  return { reading: readRoadmap(text) };
};

export const readImport: Route = {
  method: 'POST',
  path: '/roadmap/import',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const { year } = readFilter(new URLSearchParams({ year: sentValue(input.form, 'year') }), currentYear);
    const read = await readForm(input.form);
    if ('errors' in read) return again(await importScreen(ctx, { form: input.form, errors: read.errors }));
    if (!read.reading.ok) return again(await importScreen(ctx, { form: input.form, refused: read.reading }));
    const outcome = await startImport(ctx, { year, roadmap: read.reading.value, file: read.file });
    if (!outcome.ok)
      return again(await importScreen(ctx, { form: input.form, errors: { file: 'В таблице нет строк карты' } }));
    return goTo(`/roadmap/import/${outcome.value}`);
  },
};
