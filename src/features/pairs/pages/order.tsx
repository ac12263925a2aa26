import { academicYear } from '../../../kernel/academic-year.ts';
import { formatDay, maxDay, minDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Checkbox, Fieldset } from '../../../ui/fields.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Columns, Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf, theCollege } from '../../college/rows.ts';
import { staffNames } from '../../people/rows.ts';
import { pairKeepers } from '../access.ts';
import { orderFields } from '../fields.ts';
import { minutePairs, type OrderInput, orderPairs, refreshOrder } from '../order-pairs.ts';
import { usualPlansDay } from '../order-texts.ts';
import { type ListedPair, pairsBy } from '../rows.ts';
import { orderRefusals, refreshOrderRefusals } from '../texts.ts';
import { endedOrders } from './ended.tsx';
import { OrderFacts } from './order-facts.tsx';
import { periodWords, sideName, sidePlace } from './words.tsx';

/** An order of more pairs than this is made by forms. */
const mostPairs = 2000;

interface Shown {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const staffOf = async (ctx: PageCtx) =>
  (await staffNames(ctx.db)).map(({ id, post, ...name }) => ({
    value: id,
    label: `${sideName(name)}${post ? `, ${post}` : ''}`,
    post,
  }));

const firstForm = async (
  ctx: PageCtx,
  pairs: readonly ListedPair[],
  staff: Awaited<ReturnType<typeof staffOf>>,
): Promise<RawForm> => {
  const year = academicYear((await theCollege(ctx.db)).currentYear);
  const [first, ...rest] = pairs;
  const from = first ? minDay(first.from, ...rest.map((pair) => pair.from)) : maxDay(ctx.today, year.from);
  const till = first ? maxDay(first.till, ...rest.map((pair) => pair.till)) : year.till;
  const psychologist = staff.find(({ post }) => /психолог/i.test(post));
  return formOf({
    pairIds: pairs.map(({ id }) => id),
    from: formatDay(from),
    till: formatDay(till),
    plansBy: formatDay(usualPlansDay(from)),
    curatorId: staff.find(({ value }) => value === ctx.actor.personId)?.value ?? '',
    psychologistId: psychologist?.value ?? '',
  });
};

const page = async (ctx: PageCtx, form: string, { form: sent, errors = {}, refusal }: Shown = {}) => {
  const forms = await normsOf(ctx.db, 'form');
  const pairs = await pairsBy(ctx.db, { state: 'no-order', form }, ctx.today, { limit: mostPairs });
  const all = form === '' ? pairs : await pairsBy(ctx.db, { state: 'no-order' }, ctx.today, { limit: mostPairs });
  const staff = await staffOf(ctx);
  const raw = sent ?? (await firstForm(ctx, pairs, staff));
  const chosen = raw.values.pairIds ?? [];
  const labels = new Map(forms.map(({ code, label }) => [code, label]));
  const heading = (
    <Heading
      title="Приказ о закреплении пар и групп"
      crumbs={[{ label: 'Пары и группы', href: '/pairs' }, { label: 'Проект приказа' }]}
      lead={
        all.length === 0
          ? 'Все пары уже стоят в приказах.'
          : `Без приказа: ${counted(all.length, 'пара', 'пары', 'пар')}.`
      }
    />
  );
  const ended = await endedOrders(ctx);
  if (all.length === 0)
    return screen(
      ctx,
      { title: 'Проект приказа' },
      <>
        {heading}
        {ended ?? (
          <Empty
            icon="file-check"
            title="Приказ не нужен"
            action={<LinkButton href="/pairs">Открыть пары и группы</LinkButton>}
          >
            Здесь появятся новые пары и те, что завершились раньше срока.
          </Empty>
        )}
      </>,
    );
  return screen(
    ctx,
    { title: 'Проект приказа' },
    <>
      {heading}
      <FilterBar>
        <FilterPill href="/pairs/order" label="Все формы" count={all.length} active={form === ''} removable={false} />
        {forms
          .filter(({ code }) => all.some((pair) => pair.form === code))
          .map(({ code, label }) => (
            <FilterPill
              href={`/pairs/order?form=${code}`}
              label={label}
              count={all.filter((pair) => pair.form === code).length}
              active={form === code}
              removable={false}
            />
          ))}
      </FilterBar>
      <Form action={form ? `/pairs/order?form=${form}` : '/pairs/order'} errors={errors} refusal={refusal}>
        <Columns
          aside={
            <Section title="Что готово и чего нет">
              <OrderFacts ctx={ctx} pairs={pairs} />
              <Button kind="primary" icon="file-text" busy="Составляем…" wide>
                Составить проект приказа
              </Button>
              <Button field="paper" value="minutes" icon="clipboard-list" busy="Составляем…" wide>
                Протокол рабочей группы
              </Button>
            </Section>
          }
        >
          <Fieldset legend="Период" row>
            <FormFields fields={orderFields(staff)} form={raw} errors={errors} only={['from', 'till', 'plansBy']} />
          </Fieldset>
          <Fieldset legend="Люди, которых назовёт приказ" row>
            <FormFields fields={orderFields(staff)} form={raw} errors={errors} only={['curatorId', 'psychologistId']} />
          </Fieldset>
          <Section title="Кто войдёт" count={pairs.length}>
            <Table
              caption="Пары без приказа"
              columns={[
                {
                  key: 'pick',
                  label: 'Войдёт в приказ',
                  labelHidden: true,
                  cell: (pair: ListedPair) => (
                    <Checkbox
                      name="pairIds"
                      id={`pair-${pair.id}`}
                      value={pair.id}
                      label={`${pair.mentor.lastName} и ${pair.mentee.lastName}`}
                      labelHidden
                      checked={chosen.includes(pair.id)}
                    />
                  ),
                },
                { key: 'mentor', label: 'Наставник', head: true, cell: (pair) => <SideOf side={pair.mentor} /> },
                { key: 'mentee', label: 'Наставляемый', cell: (pair) => <SideOf side={pair.mentee} /> },
                { key: 'form', label: 'Форма', secondary: true, cell: (pair) => labels.get(pair.form) ?? pair.form },
                { key: 'period', label: 'Период', secondary: true, cell: periodWords },
              ]}
              rows={pairs}
            />
          </Section>
        </Columns>
      </Form>
      {ended}
    </>,
  );
};

const SideOf = ({ side }: { readonly side: ListedPair['mentor'] }) => (
  <span>
    {sideName(side)} <span class="hint">{sidePlace(side)}</span>
  </span>
);

export const orderPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/order',
  who: pairKeepers,
  async handle(ctx, input) {
    if (input.query.get('ended')) {
      const ended = await endedOrders(ctx);
      if (ended) return screen(ctx, { title: 'Завершённые пары' }, ended);
    }
    return page(ctx, input.query.get('form') ?? '');
  },
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const makeOrder: MemberRoute = {
  method: 'POST',
  path: '/pairs/order',
  who: pairKeepers,
  async handle(ctx, input) {
    const form = input.query.get('form') ?? '';
    const read = readForm(orderFields(await staffOf(ctx)), input.form);
    if (!read.ok) return again(await page(ctx, form, { form: input.form, errors: read.errors }));
    const pairIds = [...new Set((input.form.values.pairIds ?? []).filter((id) => uuid.test(id)))];
    const order: OrderInput = { ...read.value, psychologistId: read.value.psychologistId || null, pairIds };
    const minutes = (input.form.values.paper ?? []).includes('minutes');
    const outcome = minutes ? await minutePairs(ctx, order) : await orderPairs(ctx, order);
    if (!outcome.ok) {
      return again(await page(ctx, form, { form: input.form, refusal: orderRefusals[outcome.reason] }));
    }
    const text = minutes ? 'Составлен проект протокола' : 'Составлен проект приказа';
    return goTo(`/documents/${outcome.value}`, { toast: { text } });
  },
};

export const refreshThisOrder: MemberRoute = {
  method: 'POST',
  path: '/pairs/order/:documentId/refresh',
  who: pairKeepers,
  async handle(ctx, input) {
    const id = param(input, 'documentId');
    const outcome = await refreshOrder(ctx, id);
    const text = outcome.ok ? 'Проект приказа собран заново' : refreshOrderRefusals[outcome.reason];
    return goTo(`/documents/${id}`, { toast: { text } });
  },
};
