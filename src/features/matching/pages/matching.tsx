import { academicYear, yearLabel } from '../../../kernel/academic-year.ts';
import { formatDay, maxDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { pairKeepers } from '../../pairs/access.ts';
import { answerSoon } from '../ask-aside.ts';
import { conditionNames } from '../candidate.ts';
import { questionFields } from '../fields.ts';
import { conditionsOf, matchingNorms } from '../norm-rows.ts';
import { proposeSoon, type Soon } from '../propose-pairs.ts';
import type { Beside } from '../question.ts';
import { proposalsOf } from '../rows.ts';
import { proposeRefusals } from '../texts.ts';

const page = async (
  ctx: PageCtx,
  form: RawForm,
  { errors = {}, refusal }: { errors?: FormErrors; refusal?: string | undefined } = {},
) => {
  const { currentYear } = await theCollege(ctx.db);
  const forms = await normsOf(ctx.db, 'form');
  const names = new Map(forms.map(({ code, label }) => [code, label]));
  const proposals = await proposalsOf(ctx.db, currentYear);
  return screen(
    ctx,
    { title: 'Подбор пар' },
    <>
      <Heading
        title="Подбор пар"
        actions={
          <LinkButton href="/matching/norms" icon="scale">
            Веса и условия
          </LinkButton>
        }
        lead={`Предложение на ${yearLabel(currentYear)} учебный год: у кого больше всего общего и сколько человек получат наставника.`}
      />
      <Columns
        aside={
          <Note kind="info" title="Предложение — не решение">
            Состав пар утверждает рабочая группа, закрепляет приказ. Одни и те же данные всегда дают одно и то же
            предложение.
          </Note>
        }
      >
        <Section title="Посчитать предложение">
          <Form
            action="/matching"
            errors={errors}
            refusal={refusal}
            actions={
              <Button kind="primary" icon="network" busy="Считаем…">
                Подобрать пары
              </Button>
            }
          >
            <FormFields fields={questionFields(forms)} form={form} errors={errors} />
          </Form>
        </Section>
        {proposals.length === 0 ? null : (
          <Section title="Прежние предложения" count={proposals.length}>
            <Table
              caption="Предложения этого года"
              plain
              columns={[
                {
                  key: 'number',
                  label: 'Предложение',
                  head: true,
                  cell: (row) => <a href={`/matching/${row.id}`}>№ {row.number}</a>,
                },
                {
                  key: 'form',
                  label: 'Форма',
                  cell: (row) => row.forms.map((form) => names.get(form) ?? form).join(', '),
                },
                {
                  key: 'met',
                  label: 'Пар',
                  kind: 'number',
                  cell: (row) => `${row.totals.met} из ${row.totals.wanted}`,
                },
                {
                  key: 'mode',
                  label: 'Как',
                  secondary: true,
                  cell: (row) => (row.mode === 'groups' ? 'группами' : 'парами'),
                },
                {
                  key: 'state',
                  label: 'Состояние',
                  secondary: true,
                  cell: (row) => (row.state === 'ordered' ? 'опубликовано' : 'открыто'),
                },
                {
                  key: 'period',
                  label: 'Период',
                  secondary: true,
                  cell: (row) => `${formatDay(row.from)} — ${formatDay(row.till)}`,
                },
              ]}
              rows={proposals}
            />
          </Section>
        )}
      </Columns>
    </>,
  );
};

export const matchingPage: Route = {
  method: 'GET',
  path: '/matching',
  who: pairKeepers,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const year = academicYear(currentYear);
    const { conditions } = await matchingNorms(ctx.db);
    return page(
      ctx,
      formOf({
        forms: ['student-student'],
        mode: 'pairs',
        from: formatDay(maxDay(ctx.today, year.from)),
        till: formatDay(year.till),
        conditions: conditionNames.filter((name) => conditions[name]),
      }),
    );
  },
};

export const makeProposal = (beside: Beside): Route => ({
  method: 'POST',
  path: '/matching',
  who: pairKeepers,
  async handle(ctx, input) {
    const read = readForm(questionFields(await normsOf(ctx.db, 'form')), input.form);
    if (!read.ok) return again(await page(ctx, input.form, { errors: read.errors }));
    const question = { ...read.value, conditions: conditionsOf(read.value.conditions) };
    const outcome = await proposeSoon(ctx, question, { beside, answerSoon });
    if (!outcome.ok) return again(await page(ctx, input.form, { refusal: proposeRefusals[outcome.reason] }));
    return goOn(ctx, outcome.value);
  },
});

/** To the proposal that is there already, or to the work that makes it. */
export const goOn = (ctx: PageCtx, soon: Soon, text?: string): Response => {
  if ('proposalId' in soon) return goTo(`/matching/${soon.proposalId}`, text ? { toast: { text } } : {});
  ctx.afterCommit(() => ctx.tasks.enqueue(ctx.actor.college, soon.taskId));
  return goTo(`/tasks/${soon.taskId}`);
};
