import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Avatar, List } from '../../../ui/chips.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { sideName, sidePlace } from '../../pairs/pages/words.tsx';
import { pairsBy } from '../../pairs/rows.ts';
import { initials } from '../../people/person.ts';
import { mayKeepTemplates, mayReadRegister, ownGroupsOnly, planOverseers, planParties } from '../access.ts';
import {
  countPlans,
  type ListedPlan,
  type PlanFilter,
  plansBy,
  type RegisterState,
  registerStates,
} from '../register-rows.ts';
import { planStates, registerStateNames } from '../texts.ts';

const perPage = 25;
const tones = { none: 'bad', draft: 'warn', waiting: 'run', agreed: 'ok' } as const;

/** «согласован», «ждёт согласия», and that a correction is under way. */
export const PlanBadge = ({ row: { state, correcting } }: { readonly row: ListedPlan }) => (
  <>
    <Badge tone={tones[state]}>{planStates[state]}</Badge>
    {correcting ? <Badge tone="run">правится</Badge> : null}
  </>
);

const taskWords = ({ state, tasks, done: finished, late }: ListedPlan) =>
  state === 'agreed' ? (
    <>
      {finished} из {tasks}
      {late > 0 ? <Badge tone="bad">срок прошёл у {late}</Badge> : null}
    </>
  ) : (
    ''
  );

interface Asked {
  readonly search: string;
  readonly form: string;
  readonly state: RegisterState | undefined;
}

const readFilter = (query: URLSearchParams): Asked => ({
  search: query.get('q') ?? '',
  form: query.get('form') ?? '',
  state: registerStates.find((one) => one === query.get('state')),
});

const address = ({ search, form, state }: Asked, page = 1): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (form) query.set('form', form);
  if (state) query.set('state', state);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/plans?${query}` : '/plans';
};

const columns = (forms: ReadonlyMap<string, string>) => [
  {
    key: 'pair',
    label: 'Пара',
    head: true,
    cell: (row: ListedPlan) => (
      <a href={row.planId ? `/plans/${row.planId}` : `/pairs/${row.pairId}/plan`}>
        {sideName(row.mentor)} — {sideName(row.mentee)}
      </a>
    ),
  },
  { key: 'group', label: 'Группа', cell: ({ mentee }: ListedPlan) => sidePlace(mentee) },
  { key: 'form', label: 'Форма', secondary: true, cell: ({ form }: ListedPlan) => forms.get(form) ?? form },
  { key: 'state', label: 'План', cell: (row: ListedPlan) => <PlanBadge row={row} /> },
  { key: 'tasks', label: 'Задачи', cell: taskWords },
  {
    key: 'day',
    label: 'Согласован',
    secondary: true,
    cell: ({ agreedOn }: ListedPlan) => (agreedOn ? formatDay(agreedOn) : ''),
  },
];

const registerScreen = async (ctx: PageCtx, query: URLSearchParams) => {
  demand(mayReadRegister(ctx.actor));
  const asked = readFilter(query);
  const page = Math.max(1, Number(query.get('page')) || 1);
  const { state, ...rest } = asked;
  const filter: PlanFilter = { ...rest, groupIds: ownGroupsOnly(ctx.actor) };
  const counts = await countPlans(ctx.db, filter, ctx.today);
  const rows = await plansBy(ctx.db, { ...filter, state }, ctx.today, { limit: perPage, offset: (page - 1) * perPage });
  const forms = await normsOf(ctx.db, 'form');
  const total = state ? counts[state] : counts.all;
  return screen(
    ctx,
    { title: 'Планы пар' },
    <>
      <Heading
        title="Планы пар"
        lead={`Согласованы у ${counts.agreed} из ${counted(counts.all, 'пары', 'пар', 'пар')}.`}
        actions={
          mayKeepTemplates(ctx.actor) === true ? (
            <LinkButton href="/plans/templates" icon="files">
              Шаблоны планов
            </LinkButton>
          ) : undefined
        }
      />
      <FilterBar
        search={{ action: '/plans', label: 'Фамилия или имя', placeholder: 'Фамилия или имя', value: asked.search }}
        keep={{ ...(asked.form ? { form: asked.form } : {}), ...(state ? { state } : {}) }}
        live={`Найдено: ${total}`}
      >
        {registerStates.map((one) => (
          <FilterPill
            href={address({ ...asked, state: state === one ? undefined : one })}
            label={registerStateNames[one]}
            count={counts[one]}
            active={state === one}
          />
        ))}
        <FilterMenu
          label="Форма"
          clear={address({ ...asked, form: '' })}
          options={forms.map(({ code, label }) => ({
            label,
            href: address({ ...asked, form: code }),
            current: asked.form === code,
          }))}
        />
      </FilterBar>
      <Table
        caption="Планы пар"
        columns={columns(new Map(forms.map(({ code, label }) => [code, label])))}
        rows={rows}
        pages={{ page, perPage, total, href: (next) => address(asked, next) }}
        empty={
          <Empty icon="target" title={counts.all === 0 ? 'Пар пока нет' : 'Таких планов нет'}>
            {counts.all === 0
              ? 'План появится у пары, когда наставник начнёт его. Сначала составьте пары.'
              : 'Снимите отбор, чтобы увидеть остальные пары.'}
          </Empty>
        }
      />
    </>,
  );
};

export const plansPage: MemberRoute = {
  method: 'GET',
  path: '/plans',
  who: planOverseers,
  handle: (ctx, input) => registerScreen(ctx, input.query),
};

const planHref = ({ planId, pairId }: ListedPlan): string => (planId ? `/plans/${planId}` : `/pairs/${pairId}/plan`);

/** One's own plans: straight to it when there is only one. */
export const myPlansPage: MemberRoute = {
  method: 'GET',
  path: '/my-plans',
  who: planParties,
  async handle(ctx) {
    const { personId } = ctx.actor;
    const pairs = personId === null ? [] : await pairsBy(ctx.db, { personId }, ctx.today, { limit: 100 });
    const pairIds = pairs.filter(({ till }) => till >= ctx.today).map(({ id }) => id);
    const rows = pairIds.length === 0 ? [] : await plansBy(ctx.db, { pairIds }, ctx.today, { limit: 100 });
    const [only, ...others] = rows;
    if (only && others.length === 0) return goTo(planHref(only));
    return screen(
      ctx,
      { title: 'Мои планы' },
      <>
        <Heading title="Мои планы" lead={counted(rows.length, 'пара', 'пары', 'пар')} />
        {rows.length === 0 ? (
          <Empty icon="target" title="Плана пока нет">
            Он появится, когда куратор составит вашу пару.
          </Empty>
        ) : (
          <List
            label="Мои планы"
            rows={rows.map((row) => {
              const partner = row.mentor.id === personId ? row.mentee : row.mentor;
              return {
                title: `${partner.lastName} ${partner.firstName}`,
                href: planHref(row),
                before: <Avatar initials={initials(partner)} size="m" accent />,
                text: taskWords(row),
                after: <PlanBadge row={row} />,
              };
            })}
          />
        )}
      </>,
    );
  },
};
