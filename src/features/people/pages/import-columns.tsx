import type { RawForm } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { peopleKeepers } from '../access.ts';
import type { Import } from '../import.ts';
import { importById } from '../import-rows.ts';
import { personFieldNames, skipReasons } from '../import-texts.ts';
import { personFields } from '../person-values.ts';
import type { Column } from '../recognise-columns.ts';
import { type ColumnChoice, mapColumns } from '../start-import.ts';
import { importRefusals } from '../texts.ts';
import { ImportSteps } from './import-parts.tsx';

const headingOf = ({ letters, heading }: Column): string => (heading === '' ? letters : `${letters}: «${heading}»`);

const Meaning = ({ column }: { readonly column: Column }) => {
  if (column.field) return <Tick>{personFieldNames[column.field]}</Tick>;
  if (column.special && column.confidence !== 'chosen') return <Badge tone="warn">{skipReasons.special}</Badge>;
  return <>{column.skip ? skipReasons[column.skip] : 'не нужен'}</>;
};

const samplesOf = ({ samples, special }: Column): string =>
  special ? 'не показываем' : samples.map((sample) => sample.slice(0, 40)).join(' · ');

const ColumnTable = ({ columns }: { readonly columns: readonly Column[] }) => (
  <Table
    caption="Столбцы файла и как они поняты"
    rows={columns}
    columns={[
      { key: 'heading', label: 'Столбец файла', head: true, cell: headingOf },
      { key: 'meaning', label: 'Что в нём', cell: (column) => <Meaning column={column} /> },
      { key: 'samples', label: 'Например', cell: samplesOf, secondary: true },
    ]}
  />
);

/** Which columns were understood, and as what. Columns without anything in them are not worth a look. */
export const ColumnStrip = ({ one }: { readonly one: Import }) => {
  const columns = one.understanding.columns.filter(({ skip }) => skip !== 'empty');
  const read = columns.filter(({ field }) => field !== null).length;
  return (
    <Section
      title={`Столбцы узнаны: ${read} из ${columns.length}`}
      aside={<a href={`/people/import/${one.id}/columns`}>Сопоставить заново</a>}
    >
      {columns.length > 0 ? <ColumnTable columns={columns.slice(0, 40)} /> : null}
    </Section>
  );
};

/** One field is read from one column; what stands in the closed part is only for a column of special data. */
const optionsOf = ({ special }: Column) => [
  { value: 'auto', label: 'как решит система' },
  { value: 'skip', label: 'не загружать' },
  ...personFields
    .filter((field) => field !== 'closedNote' || special)
    .map((field) => ({ value: field, label: personFieldNames[field] })),
];

const chosen = (one: Import, column: Column): string =>
  one.understanding.chosen[column.index] ?? column.field ?? 'auto';

const page = (ctx: PageCtx, one: Import, refusal?: string) =>
  screen(
    ctx,
    { title: `Столбцы: ${one.fileName}` },
    <>
      <Heading
        title="Что в каком столбце"
        crumbs={[
          { label: 'Люди', href: '/people' },
          { label: 'Загрузка', href: '/people/import' },
          { label: one.fileName, href: `/people/import/${one.id}` },
          { label: 'Столбцы' },
        ]}
        lead="Выбор запомнится: следующий файл с такой же шапкой прочитается сразу верно. Исправления, которые вы уже сделали, останутся."
        actions={<ImportSteps current={1} id={one.id} />}
      />
      <Form
        action={`/people/import/${one.id}/columns`}
        refusal={refusal}
        actions={
          <>
            <Button kind="primary" busy="Читаем заново…">
              Прочитать файл заново
            </Button>
            <LinkButton kind="quiet" href={`/people/import/${one.id}`}>
              Не менять
            </LinkButton>
          </>
        }
      >
        {one.understanding.columns.slice(0, 100).map((column) => (
          <SelectField
            name={`column-${column.index}`}
            label={headingOf(column)}
            hint={samplesOf(column)}
            value={chosen(one, column)}
            options={optionsOf(column)}
            width="l"
          />
        ))}
      </Form>
    </>,
  );

const theImport = async (ctx: PageCtx, input: Input): Promise<Import> =>
  found(await importById(ctx.db, param(input, 'importId')), 'import');

export const columnsPage: Route = {
  method: 'GET',
  path: '/people/import/:importId/columns',
  who: peopleKeepers,
  handle: async (ctx, input) => page(ctx, await theImport(ctx, input)),
};

/** Only what differs from what was shown is a choice; the rest stays with the reader. */
const choicesOf = (one: Import, form: RawForm): Record<number, ColumnChoice> => {
  const allowed: readonly string[] = ['auto', 'skip', ...personFields];
  const choices: Record<number, ColumnChoice> = {};
  for (const column of one.understanding.columns) {
    const sent = form.values[`column-${column.index}`]?.[0];
    const closed = sent === 'closedNote' && !column.special;
    if (sent === undefined || closed || !allowed.includes(sent) || sent === chosen(one, column)) continue;
    choices[column.index] = sent as ColumnChoice;
  }
  return choices;
};

export const saveColumns: Route = {
  method: 'POST',
  path: '/people/import/:importId/columns',
  who: peopleKeepers,
  async handle(ctx, input) {
    const one = await theImport(ctx, input);
    const choices = choicesOf(one, input.form);
    if (Object.keys(choices).length === 0) return goTo(`/people/import/${one.id}`);
    const outcome = await mapColumns(ctx, one.id, choices);
    if (!outcome.ok) return again(await page(ctx, one, importRefusals[outcome.reason]));
    const { taskId } = outcome.value;
    ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, taskId));
    return goTo(`/tasks/${taskId}`);
  },
};
