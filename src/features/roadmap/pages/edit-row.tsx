import { demand } from '../../../kernel/actor.ts';
import { describeTerm } from '../../../kernel/term/describe-term.ts';
import { readTerm } from '../../../kernel/term/read-term.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepRoadmap, roadmapKeepers } from '../access.ts';
import { addRow, changedParts, editRow, type RowRefusal, removeRow } from '../edit-row.ts';
import { rowFields } from '../fields.ts';
import { rowById } from '../roadmap-rows.ts';
import type { KeptRow } from '../row.ts';
import { removeRefusals, rowRefusals } from '../texts.ts';
import { readFilter } from './address.ts';

interface Asked {
  readonly form: RawForm;
  readonly version?: number;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  /** What another person made of the row meanwhile. */
  readonly theirs?: KeptRow;
}

const formOfRow = (row: KeptRow): RawForm =>
  formOf({
    ...row,
    responsible: row.responsible.join('\n'),
    documents: row.documents.join('\n'),
    position: null,
    stage: null,
    year: null,
    version: null,
  });

const understood = (text: string): string => {
  const term = readTerm(text);
  return term.kind === 'unknown' ? 'Срок не понят: строка не напомнит о себе' : `Срок понят так: ${describeTerm(term)}`;
};

const Theirs = ({ mine, theirs }: { readonly mine: RawForm; readonly theirs: KeptRow }) => {
  const values = formOfRow(theirs);
  const parts = (Object.keys(rowFields) as (keyof typeof rowFields)[]).filter(
    (name) => sentValue(values, name) !== sentValue(mine, name).replaceAll('\r\n', '\n'),
  );
  return (
    <Note kind="warn" title="Что сохранено другим человеком и отличается от вашего">
      <DefinitionList
        terms={parts.map((name) => ({ label: rowFields[name].label, value: sentValue(values, name) || 'пусто' }))}
      />
    </Note>
  );
};

const editScreen = async (ctx: PageCtx, row: KeptRow, asked: Asked) =>
  screen(
    ctx,
    { title: `Изменить строку ${row.number}` },
    <>
      <Heading
        title={`Строка ${row.number}`}
        crumbs={[
          { label: 'Дорожная карта', href: `/roadmap?year=${row.year}` },
          { label: row.number, href: row.kind === 'stage' ? undefined : `/roadmap/rows/${row.id}` },
          { label: 'Изменить' },
        ]}
        lead={understood(sentValue(asked.form, 'termText'))}
      />
      {asked.theirs ? <Theirs mine={asked.form} theirs={asked.theirs} /> : null}
      <Form
        action={`/roadmap/rows/${row.id}/edit`}
        version={asked.version ?? row.version}
        errors={asked.errors}
        refusal={asked.refusal}
        draft={`roadmap-row-${row.id}`}
        actions={
          <Button kind="primary" busy="Сохраняем…">
            Сохранить строку
          </Button>
        }
      >
        <FormFields fields={rowFields} form={asked.form} errors={asked.errors} />
      </Form>
      <Section title="Убрать строку">
        <p>Строка уйдёт из карты вместе с тем, что в ней написано. Строку с подтверждениями убрать нельзя.</p>
        <PostButton action={`/roadmap/rows/${row.id}/remove`}>
          <Button kind="danger" icon="trash-2">
            Убрать строку {row.number}
          </Button>
        </PostButton>
      </Section>
    </>,
  );

const asked = async (ctx: PageCtx, input: Input): Promise<KeptRow> => {
  demand(mayKeepRoadmap(ctx.actor));
  return found(await rowById(ctx.db, param(input, 'rowId')), 'roadmap row');
};

export const editRowPage: Route = {
  method: 'GET',
  path: '/roadmap/rows/:rowId/edit',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const row = await asked(ctx, input);
    return editScreen(ctx, row, { form: formOfRow(row) });
  },
};

const refusalOf = (reason: RowRefusal): Pick<Asked, 'errors' | 'refusal'> =>
  reason === 'number-taken' ? { errors: { number: rowRefusals[reason] } } : { refusal: rowRefusals[reason] };

const savedWords = (termText: string): string =>
  readTerm(termText).kind === 'unknown' ? 'Сохранено, но срок не понят' : 'Строка сохранена';

export const saveRow: Route = {
  method: 'POST',
  path: '/roadmap/rows/:rowId/edit',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const row = await asked(ctx, input);
    const version = Number(sentValue(input.form, 'version'));
    const read = readForm(rowFields, input.form);
    if (!read.ok) return again(await editScreen(ctx, row, { form: input.form, version, errors: read.errors }));
    const outcome = await editRow(ctx, { ...read.value, rowId: row.id, version });
    if (outcome.ok) {
      const path = row.kind === 'stage' ? `/roadmap?year=${row.year}` : `/roadmap/rows/${row.id}`;
      return goTo(path, { toast: { text: savedWords(read.value.termText) } });
    }
    const stale = outcome.reason === 'changed-meanwhile';
    const theirs = stale && changedParts(row, { ...row, ...read.value }).length > 0 ? { theirs: row } : {};
    const shown = { form: input.form, version: stale ? row.version : version, ...refusalOf(outcome.reason), ...theirs };
    return again(await editScreen(ctx, row, shown));
  },
};

export const dropRow: Route = {
  method: 'POST',
  path: '/roadmap/rows/:rowId/remove',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const row = await asked(ctx, input);
    const outcome = await removeRow(ctx, row.id);
    if (!outcome.ok)
      return again(await editScreen(ctx, row, { form: formOfRow(row), refusal: removeRefusals[outcome.reason] }));
    return goTo(`/roadmap?year=${row.year}`, { toast: { text: `Строка ${row.number} убрана` } });
  },
};

const newScreen = (ctx: PageCtx, year: number, { form, errors, refusal }: Asked) =>
  screen(
    ctx,
    { title: 'Новая строка' },
    <>
      <Heading
        title="Новая строка"
        crumbs={[{ label: 'Дорожная карта', href: `/roadmap?year=${year}` }, { label: 'Новая строка' }]}
        lead="Строка встанет на место по своему номеру."
      />
      <Form
        action="/roadmap/new"
        hidden={{ year }}
        errors={errors}
        refusal={refusal}
        draft={`roadmap-new-${year}`}
        actions={
          <>
            <Button kind="primary">Добавить строку</Button>
            <LinkButton kind="quiet" href={`/roadmap?year=${year}`}>
              Не добавлять
            </LinkButton>
          </>
        }
      >
        <FormFields fields={rowFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const newRowPage: Route = {
  method: 'GET',
  path: '/roadmap/new',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    return newScreen(ctx, readFilter(input.query, currentYear).year, { form: formOf({}) });
  },
};

export const newRow: Route = {
  method: 'POST',
  path: '/roadmap/new',
  who: roadmapKeepers,
  async handle(ctx, input) {
    const { currentYear } = await theCollege(ctx.db);
    const { year } = readFilter(new URLSearchParams({ year: sentValue(input.form, 'year') }), currentYear);
    const read = readForm(rowFields, input.form);
    if (!read.ok) return again(await newScreen(ctx, year, { form: input.form, errors: read.errors }));
    const outcome = await addRow(ctx, { ...read.value, year });
    if (!outcome.ok) return again(await newScreen(ctx, year, { form: input.form, ...refusalOf(outcome.reason) }));
    return goTo(`/roadmap/rows/${outcome.value}`, { toast: { text: savedWords(read.value.termText) } });
  },
};
