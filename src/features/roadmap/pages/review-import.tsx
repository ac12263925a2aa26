import { yearLabel } from '../../../kernel/academic-year.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import { describeTerm } from '../../../kernel/term/describe-term.ts';
import { readTerm } from '../../../kernel/term/read-term.ts';
import { type RawForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Checkbox, Fieldset, TextArea, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { roadmapKeepers } from '../access.ts';
import {
  confirmImport,
  correctImport,
  type ImportRefusal,
  type Replacement,
  replacementOf,
} from '../confirm-import.ts';
import { blockerOf, type Fix, hasForeignYears, type ImportRow, mended, type RoadmapImport } from '../import.ts';
import { importById } from '../import-rows.ts';
import type { Doubt } from '../roadmap.ts';
import { doubtWords, fieldWords, importRefusalFields, importRefusals } from '../texts.ts';

const rowWords = (count: number): string => counted(count, 'строку', 'строки', 'строк');

const doubtText = ({ because, field, text, understood }: Doubt): string => {
  const was = text.trim() ? `: «${text.trim()}»` : '';
  const now = understood && understood !== text ? ` → «${understood}»` : '';
  return `${fieldWords[field]}${was}${now}. ${doubtWords[because]}.`;
};

interface Shown {
  readonly one: RoadmapImport;
  readonly replacement: Replacement | null;
  /** What was typed, when the page is shown again. */
  readonly form?: RawForm;
  readonly refusal?: ImportRefusal;
}

const DoubtfulRow = ({
  row,
  index,
  form,
  errors,
}: {
  readonly row: ImportRow;
  readonly index: number;
  readonly form: RawForm | undefined;
  readonly errors: Readonly<Record<string, string>>;
}) => {
  const typed = (name: string, stored: string) => (form ? (form.values[`${name}-${index}`]?.[0] ?? stored) : stored);
  return (
    <Fieldset
      legend={`${row.kind === 'stage' ? 'Этап ' : ''}${row.number} ${row.title}`}
      hint={row.doubts.map(doubtText).join(' ')}
      row
    >
      <TextField
        name={`number-${index}`}
        label={fieldWords.number}
        width="s"
        value={typed('number', row.number)}
        error={errors[`number-${index}`]}
      />
      <TextField
        name={`term-${index}`}
        label={fieldWords.term}
        width="m"
        value={typed('term', row.termText)}
        hint={`Понято: ${describeTerm(readTerm(row.termText))}`}
      />
      <TextField
        name={`responsible-${index}`}
        label={fieldWords.responsible}
        width="l"
        hint="Через запятую"
        value={typed('responsible', row.responsible.join(', '))}
      />
      <TextArea
        name={`title-${index}`}
        label={fieldWords.title}
        rows={2}
        width="full"
        value={typed('title', row.title)}
        error={errors[`title-${index}`]}
      />
    </Fieldset>
  );
};

const numbers = (rows: Replacement['removed']): string => rows.map(({ number }) => number).join(', ');

const Replacing = ({ year, replacement, checked }: { year: number; replacement: Replacement; checked: boolean }) => (
  <>
    <Note
      kind="warn"
      title={`Карта на ${yearLabel(year)} уже есть: ${counted(replacement.rows, 'строка', 'строки', 'строк')}`}
    >
      <ul>
        <li>
          Строки с теми же номерами получат новый текст: {replacement.updated}. Подтверждения и журнал останутся при
          них.
        </li>
        <li>Новых строк: {replacement.added}.</li>
        {replacement.removed.length > 0 ? (
          <li>Исчезнут строки, которых нет в файле: {numbers(replacement.removed)}.</li>
        ) : null}
        {replacement.kept.length > 0 ? (
          <li>Останутся, потому что у них есть подтверждения: {numbers(replacement.kept)}.</li>
        ) : null}
      </ul>
    </Note>
    <Checkbox name="replace" value="yes" label="Заменить карту этого года" checked={checked} />
  </>
);

const WholeTable = ({ rows }: { readonly rows: readonly ImportRow[] }) => (
  <Section title="Вся карта" count={rows.length}>
    <Table
      caption="Строки карты, как они поняты"
      rows={rows}
      marked={(row) => row.doubts.length > 0}
      columns={[
        { key: 'number', label: fieldWords.number, cell: (row) => row.number },
        {
          key: 'title',
          label: fieldWords.title,
          head: true,
          cell: (row) => (row.kind === 'stage' ? <strong>{row.title}</strong> : row.title),
        },
        { key: 'term', label: fieldWords.term, cell: (row) => row.termText || '—' },
        {
          key: 'understood',
          label: 'Срок понят',
          cell: (row) => (row.kind === 'stage' && !row.termText ? '—' : describeTerm(readTerm(row.termText))),
        },
        { key: 'responsible', label: fieldWords.responsible, cell: (row) => row.responsible.join(', ') || '—' },
        {
          key: 'documents',
          label: fieldWords.documents,
          secondary: true,
          cell: (row) => row.documents.join('; ') || '—',
        },
      ]}
    />
  </Section>
);

/** The field that keeps the rows from being written, with the words. `mendedRows` are the rows as they were typed. */
const errorsOf = (mendedRows: readonly ImportRow[], refusal: ImportRefusal | undefined): Record<string, string> => {
  const field = refusal && importRefusalFields[refusal];
  const index = blockerOf(mendedRows)?.index;
  return refusal && field && index !== undefined ? { [`${field}-${index}`]: importRefusals[refusal] } : {};
};

const leadOf = (doubtful: number): string =>
  doubtful === 0
    ? 'Всё понято без сомнений. Проверьте и запишите.'
    : `${counted(doubtful, 'строка просит', 'строки просят', 'строк просят')} взгляда. Исправьте прямо здесь; остальное понято.`;

/** Fields of doubtful rows, by the place of the row. */
const fixesIn = ({ values }: RawForm): Record<number, Fix> => {
  const fixes: Record<number, Fix> = {};
  for (const name of Object.keys(values)) {
    const place = /^number-(\d{1,4})$/.exec(name)?.[1];
    if (place === undefined) continue;
    const sent = (field: string) => values[`${field}-${place}`]?.[0] ?? '';
    fixes[Number(place)] = {
      number: sent('number'),
      title: sent('title'),
      term: sent('term'),
      responsible: sent('responsible'),
    };
  }
  return fixes;
};

const reviewScreen = (ctx: PageCtx, { one, replacement, form, refusal }: Shown) => {
  const mendedRows = form ? mended(one.rows, fixesIn(form)) : one.rows;
  const errors = errorsOf(mendedRows, refusal);
  const stopper = refusal ? blockerOf(mendedRows)?.index : undefined;
  const doubtful = one.rows.flatMap((row, index) =>
    row.doubts.length > 0 || index === stopper ? [{ row, index }] : [],
  );
  const said = (name: string, otherwise: boolean) => (form ? sentValue(form, name) !== '' : otherwise);
  return screen(
    ctx,
    { title: 'Проверка дорожной карты' },
    <>
      <Heading
        title={`Проверка карты на ${yearLabel(one.year)}`}
        crumbs={[
          { label: 'Дорожная карта', href: '/roadmap' },
          { label: 'Загрузка', href: '/roadmap/import' },
          { label: one.fileName || 'Вставленный текст' },
        ]}
        lead={leadOf(doubtful.length)}
      />
      <Form
        action={`/roadmap/import/${one.id}`}
        version={one.version}
        errors={errors}
        refusal={refusal && Object.keys(errors).length === 0 ? importRefusals[refusal] : undefined}
        draft={`roadmap-import-${one.id}-${one.version}`}
        actions={
          <>
            <Button kind="primary" field="do" value="confirm" busy="Записываем…">
              Записать {rowWords(one.rows.length)}
            </Button>
            {doubtful.length > 0 ? (
              <Button field="do" value="save">
                Сохранить правки
              </Button>
            ) : null}
            <LinkButton kind="quiet" href="/roadmap/import">
              Загрузить другой файл
            </LinkButton>
          </>
        }
      >
        {one.impliedStages.length > 0 ? (
          <Note>
            В файле нет {plural(one.impliedStages.length, 'строки этапа', 'строк этапов', 'строк этапов')}{' '}
            {one.impliedStages.join(', ')}: этап понят по номерам.
          </Note>
        ) : null}
        {doubtful.map(({ row, index }) => (
          <DoubtfulRow row={row} index={index} form={form} errors={errors} />
        ))}
        {hasForeignYears(one) ? (
          <Checkbox
            name="shift"
            value="yes"
            label={`Перенести даты на ${yearLabel(one.year)}`}
            hint="В файле стоят даты другого учебного года: «01.09» останется, год станет вашим"
            checked={said('shift', true)}
          />
        ) : null}
        {replacement ? <Replacing year={one.year} replacement={replacement} checked={said('replace', false)} /> : null}
      </Form>
      <WholeTable rows={one.rows} />
    </>,
  );
};

const inReview = async (ctx: PageCtx, input: Input): Promise<RoadmapImport> =>
  found(await importById(ctx.db, param(input, 'importId')), 'import of a roadmap');

export const reviewPage: Route = {
  method: 'GET',
  path: '/roadmap/import/:importId',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const one = await inReview(ctx, input);
    if (one.state !== 'review')
      return goTo(`/roadmap?year=${one.year}`, { toast: { text: importRefusals['not-in-review'] } });
    return reviewScreen(ctx, { one, replacement: await replacementOf(ctx.db, one) });
  },
};

export const answerImport: Route = {
  method: 'POST',
  path: '/roadmap/import/:importId',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { form } = input;
    const one = await inReview(ctx, input);
    const answers = { importId: one.id, version: Number(sentValue(form, 'version')), fixes: fixesIn(form) };
    const confirms = sentValue(form, 'do') === 'confirm';
    const agreed = { replace: sentValue(form, 'replace') !== '', shift: sentValue(form, 'shift') !== '' };
    const outcome = confirms ? await confirmImport(ctx, { ...answers, ...agreed }) : await correctImport(ctx, answers);
    if (outcome.ok) {
      if (confirms)
        return goTo(`/roadmap?year=${one.year}`, { toast: { text: `Записано: ${rowWords(outcome.value)}` } });
      const left = outcome.value;
      const text = left > 0 ? `Правки сохранены, сомнений осталось: ${left}` : 'Правки сохранены, сомнений нет';
      return goTo(`/roadmap/import/${one.id}`, { toast: { text } });
    }
    if (outcome.reason === 'not-in-review')
      return goTo(`/roadmap?year=${one.year}`, { toast: { text: importRefusals['not-in-review'] } });
    const replacement = await replacementOf(ctx.db, { ...one, rows: mended(one.rows, answers.fixes) });
    return again(await reviewScreen(ctx, { one, replacement, form, refusal: outcome.reason }));
  },
};
