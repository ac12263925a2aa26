import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm, readForm, sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepRewards, proposers, rewardKeepers } from '../access.ts';
import { nominationFields } from '../fields.ts';
import { changeNomination, openNomination } from '../name-nominee.ts';
import { sideNames } from '../name-texts.ts';
import { type Nomination, nominationById, nominationsOf } from '../nomination-rows.ts';
import { nominationRefusals } from '../texts.ts';
import { RewardTabs } from './tabs.tsx';

const state = (one: Nomination, today: string) => {
  if (one.awarded > 0) return <Badge tone="ok">решено</Badge>;
  return today > one.closesOn ? <Badge tone="warn">ждёт решения</Badge> : <Badge tone="run">открыта</Badge>;
};

const columns = (today: string): Column<Nomination>[] => [
  {
    key: 'title',
    label: 'Номинация',
    head: true,
    cell: (one) => <a href={`/rewards/nominations/${one.id}`}>{one.title}</a>,
  },
  { key: 'side', label: 'Кому', secondary: true, cell: (one) => sideNames[one.side] },
  { key: 'till', label: 'Предлагать до', cell: (one) => formatDay(one.closesOn) },
  { key: 'state', label: 'Состояние', cell: (one) => state(one, today) },
  { key: 'named', label: 'Предложено', kind: 'number', cell: (one) => one.named },
];

export const nominationsPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/nominations',
  who: proposers,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const all = await nominationsOf(ctx.db, currentYear);
    const keeper = mayKeepRewards(ctx.actor) === true;
    const add = (
      <LinkButton kind="primary" icon="plus" href="/rewards/nominations/new">
        Открыть номинацию
      </LinkButton>
    );
    return screen(
      ctx,
      { title: 'Номинации' },
      <>
        <Heading
          title="Номинации"
          lead="Предлагают педагоги, решает рабочая группа, когда приём закончен."
          actions={keeper && all.length > 0 ? add : null}
        />
        <RewardTabs now="/rewards/nominations" />
        <Table
          caption="Номинации года"
          columns={columns(ctx.today)}
          rows={all}
          empty={
            <Empty icon="award" title="Номинаций в этом году нет" action={keeper ? add : undefined}>
              Откройте две или три: «Наставник года», «Прорыв», «Лучшая пара».
            </Empty>
          }
        />
      </>,
    );
  },
};

interface Sent {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = (ctx: PageCtx, one: Nomination | undefined, { form, errors = {}, refusal }: Sent) => {
  const title = one?.title ?? 'Новая номинация';
  const here = one ? `/rewards/nominations/${one.id}` : '/rewards/nominations';
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        crumbs={[
          { label: 'Номинации', href: '/rewards/nominations' },
          ...(one ? [{ label: title, href: here }] : []),
          { label: one ? 'Правка' : title },
        ]}
      />
      <Form
        action={one ? `${here}/edit` : '/rewards/nominations/new'}
        version={one?.version}
        errors={errors}
        refusal={refusal}
        draft={one ? `nomination-${one.id}` : 'nomination-new'}
        actions={
          <Button kind="primary" busy="Записываем…">
            Записать номинацию
          </Button>
        }
      >
        <FormFields fields={nominationFields} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const newNominationPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/nominations/new',
  who: rewardKeepers,
  handle: (ctx) => page(ctx, undefined, { form: formOf({ side: 'mentor' }) }),
};

export const createNomination: MemberRoute = {
  method: 'POST',
  path: '/rewards/nominations/new',
  who: rewardKeepers,
  async handle(ctx, { form }) {
    const read = readForm(nominationFields, form);
    if (!read.ok) return again(await page(ctx, undefined, { form, errors: read.errors }));
    const outcome = await openNomination(ctx, read.value);
    if (!outcome.ok) return again(await page(ctx, undefined, { form, refusal: nominationRefusals[outcome.reason] }));
    return goTo(`/rewards/nominations/${outcome.value}`, { toast: { text: 'Номинация открыта' } });
  },
};

export const editNominationPage: MemberRoute = {
  method: 'GET',
  path: '/rewards/nominations/:nominationId/edit',
  who: rewardKeepers,
  async handle(ctx, input) {
    const one = found(await nominationById(ctx.db, param(input, 'nominationId')), 'nomination');
    const { title, side, criteria, closesOn } = one;
    return page(ctx, one, { form: formOf({ title, side, criteria, closesOn: formatDay(closesOn) }) });
  },
};

export const saveNomination: MemberRoute = {
  method: 'POST',
  path: '/rewards/nominations/:nominationId/edit',
  who: rewardKeepers,
  async handle(ctx, input) {
    const one = found(await nominationById(ctx.db, param(input, 'nominationId')), 'nomination');
    const { form } = input;
    const read = readForm(nominationFields, form);
    if (!read.ok) return again(await page(ctx, one, { form, errors: read.errors }));
    const version = Number(sentValue(form, 'version'));
    const outcome = await changeNomination(ctx, { ...read.value, nominationId: one.id, version });
    if (!outcome.ok) return again(await page(ctx, one, { form, refusal: nominationRefusals[outcome.reason] }));
    return goTo(`/rewards/nominations/${one.id}`, { toast: { text: 'Номинация записана' } });
  },
};
