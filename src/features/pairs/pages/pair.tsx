import type { Child } from 'hono/jsx';
import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { journalOf } from '../../../platform/journal.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepPairs, mayReadPair, mayReadPairs, pairKeepers, pairVisitors } from '../access.ts';
import { dropPair, endPair } from '../end-pair.ts';
import { endFields } from '../fields.ts';
import { chainOf, type ListedPair, pairById } from '../rows.ts';
import { dropRefusals, endRefusals, pairsJournal } from '../texts.ts';
import { OrderOf, periodWords, StateOf, sideName, sidePlace } from './words.tsx';

/** What features above pairs put on a pair's page: its plan, its meetings. */
export interface PairExtras {
  readonly sections?: readonly ((ctx: PageCtx, pair: ListedPair) => Promise<Child>)[];
}

interface Shown {
  readonly extras: PairExtras;
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const read = async (ctx: PageCtx, input: Input): Promise<ListedPair> => {
  const pair = found(await pairById(ctx.db, param(input, 'pairId')), 'pair');
  demand(mayReadPair(ctx.actor, { ...pair, mentorGroupId: pair.mentor.groupId, menteeGroupId: pair.mentee.groupId }));
  return pair;
};

const terms = async (ctx: PageCtx, pair: ListedPair) => {
  const names = new Map(
    [...(await normsOf(ctx.db, 'form')), ...(await normsOf(ctx.db, 'variant'))].map(({ code, label }) => [code, label]),
  );
  return [
    { label: 'Наставник', value: `${sideName(pair.mentor)}, ${sidePlace(pair.mentor)}` },
    { label: 'Наставляемый', value: `${sideName(pair.mentee)}, ${sidePlace(pair.mentee)}` },
    { label: 'Форма', value: names.get(pair.form) ?? pair.form },
    { label: 'Вариант ролей', value: pair.variant ? (names.get(pair.variant) ?? pair.variant) : '' },
    { label: 'Период', value: periodWords(pair) },
    { label: 'Состояние', value: <StateOf pair={pair} today={ctx.today} /> },
    { label: 'Приказ', value: <OrderOf pair={pair} /> },
    ...(pair.groupId
      ? [{ label: 'Группа', value: <a href={`/pairs/groups/${pair.groupId}`}>{pair.groupName}</a> }]
      : []),
    ...(pair.endReason ? [{ label: 'Почему завершена', value: pair.endReason }] : []),
  ];
};

/** Who led this mentee before and after, with the orders that say so; null when there was no other mentor. */
const Chain = async (ctx: PageCtx, pair: ListedPair) => {
  const chain = await chainOf(ctx.db, pair);
  if (chain.length < 2) return null;
  const readers = mayReadPairs(ctx.actor) === true;
  return (
    <Section title="Как менялись наставники">
      <Table
        caption="Наставники этого человека по порядку"
        plain
        columns={[
          {
            key: 'mentor',
            label: 'Наставник',
            head: true,
            cell: (one: ListedPair) =>
              one.id === pair.id || !readers ? (
                <strong>{sideName(one.mentor)}</strong>
              ) : (
                <a href={`/pairs/${one.id}`}>{sideName(one.mentor)}</a>
              ),
          },
          { key: 'period', label: 'Период', cell: periodWords },
          { key: 'why', label: 'Почему сменился', cell: (one) => (readers ? one.endReason : '') },
          { key: 'order', label: 'Приказ', cell: (one) => <OrderOf pair={one} /> },
        ]}
        rows={chain}
      />
    </Section>
  );
};

const page = async (ctx: PageCtx, pair: ListedPair, { extras, form, errors = {}, refusal }: Shown) => {
  const parts: Child[] = [];
  for (const section of extras.sections ?? []) parts.push(await section(ctx, pair));
  const history = await journalOf(ctx.db, { kind: 'pair', id: pair.id });
  const keeper = mayKeepPairs(ctx.actor) === true && pair.till >= ctx.today;
  return screen(
    ctx,
    { title: `${pair.mentor.lastName} — ${pair.mentee.lastName}` },
    <>
      <Heading
        title={`${sideName(pair.mentor)} и ${sideName(pair.mentee)}`}
        crumbs={[
          { label: 'Пары и группы', href: '/pairs' },
          { label: `${pair.mentor.lastName} — ${pair.mentee.lastName}` },
        ]}
        lead={`С ${formatDay(pair.from)} по ${formatDay(pair.till)}`}
      />
      <Columns
        aside={
          <Section title="Журнал">
            <ul class="plain-list">
              {history.map((entry) => (
                <li>
                  {pairsJournal[entry.action] ?? entry.action} <span class="hint">{entry.actorName}</span>
                </li>
              ))}
            </ul>
          </Section>
        }
      >
        {refusal && !form ? <Note kind="bad">{refusal}</Note> : null}
        <DefinitionList terms={await terms(ctx, pair)} rules />
        {await Chain(ctx, pair)}
        {parts}
        {keeper && !pair.groupId ? (
          <p>
            <LinkButton href={`/pairs/${pair.id}/replace`} icon="repeat">
              Заменить наставника
            </LinkButton>
          </p>
        ) : null}
        {keeper ? (
          <Section title="Завершить пару раньше срока">
            <Form
              action={`/pairs/${pair.id}/end`}
              version={pair.version}
              errors={errors}
              refusal={form ? refusal : undefined}
              draft={`end-${pair.id}`}
              actions={
                <Button kind="danger" busy="Записываем…">
                  Завершить пару
                </Button>
              }
            >
              <FormFields fields={endFields} form={form ?? formOf({ till: formatDay(ctx.today) })} errors={errors} />
            </Form>
          </Section>
        ) : null}
        {keeper && !pair.orderId && pair.from >= ctx.today ? (
          <Section title="Пара составлена по ошибке?">
            <p>Она ещё не началась и не стоит в приказе: её можно убрать без следа в документах.</p>
            <PostButton action={`/pairs/${pair.id}/drop`}>
              <Button kind="quiet">Убрать пару</Button>
            </PostButton>
          </Section>
        ) : null}
      </Columns>
    </>,
  );
};

export const pairPage = (extras: PairExtras): Route => ({
  method: 'GET',
  path: '/pairs/:pairId',
  who: pairVisitors,
  handle: async (ctx, input) => page(ctx, await read(ctx, input), { extras }),
});

export const endThisPair = (extras: PairExtras): Route => ({
  method: 'POST',
  path: '/pairs/:pairId/end',
  who: pairKeepers,
  async handle(ctx, input) {
    const pair = await read(ctx, input);
    const values = readForm(endFields, input.form);
    if (!values.ok) return again(await page(ctx, pair, { extras, form: input.form, errors: values.errors }));
    const version = Number(sentValue(input.form, 'version')) || 0;
    const outcome = await endPair(ctx, { pairId: pair.id, version, ...values.value });
    if (!outcome.ok)
      return again(await page(ctx, pair, { extras, form: input.form, refusal: endRefusals[outcome.reason] }));
    return goTo(`/pairs/${pair.id}`, { toast: { text: 'Пара завершена' } });
  },
});

export const dropThisPair = (extras: PairExtras): Route => ({
  method: 'POST',
  path: '/pairs/:pairId/drop',
  who: pairKeepers,
  async handle(ctx, input) {
    const pair = await read(ctx, input);
    const outcome = await dropPair(ctx, pair.id);
    if (!outcome.ok) return again(await page(ctx, pair, { extras, refusal: dropRefusals[outcome.reason] }));
    return goTo('/pairs', { toast: { text: 'Пара убрана' } });
  },
});
