import { counted } from '../../../kernel/russian/plural.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepPairs, pairReaders } from '../access.ts';
import { countPairs, type ListedPair, type PairFilter, pairsBy } from '../rows.ts';
import { OrderOf, periodWords, StateOf, sideName, sidePlace } from './words.tsx';

const perPage = 25;
const states = ['working', 'coming', 'over', 'no-order'] as const;
const stateNames = { working: 'Работают', coming: 'Впереди', over: 'Завершены', 'no-order': 'Без приказа' } as const;

const readFilter = (query: URLSearchParams): PairFilter & { page: number } => {
  const state = states.find((one) => one === query.get('state'));
  return {
    search: query.get('q') ?? '',
    form: query.get('form') ?? '',
    ...(state ? { state } : {}),
    page: Math.max(1, Number(query.get('page')) || 1),
  };
};

const address = ({ search, form, state, page = 1 }: PairFilter & { page?: number }): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (form) query.set('form', form);
  if (state) query.set('state', state);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/pairs?${query}` : '/pairs';
};

const columns = (ctx: PageCtx, formNames: ReadonlyMap<string, string>) => [
  {
    key: 'mentor',
    label: 'Наставник',
    head: true,
    cell: (pair: ListedPair) => (
      <>
        <a href={`/pairs/${pair.id}`}>{sideName(pair.mentor)}</a> <span class="hint">{sidePlace(pair.mentor)}</span>
      </>
    ),
  },
  {
    key: 'mentee',
    label: 'Наставляемый',
    cell: (pair: ListedPair) => (
      <>
        {sideName(pair.mentee)} <span class="hint">{sidePlace(pair.mentee)}</span>
      </>
    ),
  },
  { key: 'form', label: 'Форма', secondary: true, cell: (pair: ListedPair) => formNames.get(pair.form) ?? pair.form },
  { key: 'period', label: 'Период', secondary: true, cell: periodWords },
  { key: 'state', label: 'Состояние', cell: (pair: ListedPair) => <StateOf pair={pair} today={ctx.today} /> },
  { key: 'order', label: 'Приказ', cell: (pair: ListedPair) => <OrderOf pair={pair} /> },
];

export const pairsPage: Route = {
  method: 'GET',
  path: '/pairs',
  who: pairReaders,
  async handle(ctx, input) {
    const { page, ...filter } = readFilter(input.query);
    const total = await countPairs(ctx.db, filter, ctx.today);
    const pairs = await pairsBy(ctx.db, filter, ctx.today, { limit: perPage, offset: (page - 1) * perPage });
    const forms = await normsOf(ctx.db, 'form');
    const formNames = new Map(forms.map(({ code, label }) => [code, label]));
    const without = await countPairs(ctx.db, { state: 'no-order' }, ctx.today);
    const keeper = mayKeepPairs(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Пары и группы' },
      <>
        <Heading
          title="Пары и группы"
          lead={
            without > 0 ? `${counted(without, 'пара', 'пары', 'пар')} ещё без приказа.` : 'У каждой пары есть приказ.'
          }
          actions={
            keeper ? (
              <>
                <LinkButton href="/pairs/groups" icon="users">
                  Группы
                </LinkButton>
                <LinkButton href="/pairs/new" icon="plus">
                  Составить пару вручную
                </LinkButton>
                {without > 0 ? (
                  <LinkButton kind="primary" icon="file-text" href="/pairs/order">
                    Проект приказа: {without}
                  </LinkButton>
                ) : (
                  <LinkButton kind="primary" icon="network" href="/matching">
                    Подобрать пары
                  </LinkButton>
                )}
              </>
            ) : null
          }
        />
        <FilterBar
          search={{
            action: '/pairs',
            label: 'Фамилия или группа',
            placeholder: 'Фамилия или группа',
            value: filter.search ?? '',
          }}
          keep={{ ...(filter.form ? { form: filter.form } : {}), ...(filter.state ? { state: filter.state } : {}) }}
          live={`Найдено: ${total}`}
        >
          {states.map((state) => (
            <FilterPill
              href={address({ ...filter, state: filter.state === state ? undefined : state })}
              label={stateNames[state]}
              active={filter.state === state}
            />
          ))}
          <FilterMenu
            label="Форма"
            clear={address({ ...filter, form: '' })}
            options={forms.map(({ code, label }) => ({
              label,
              href: address({ ...filter, form: code }),
              current: filter.form === code,
            }))}
          />
        </FilterBar>
        <Table
          caption="Пары и группы"
          columns={columns(ctx, formNames)}
          rows={pairs}
          pages={{ page, perPage, total, href: (number) => address({ ...filter, page: number }) }}
          empty={
            <Empty
              icon="handshake"
              title="Пар пока нет"
              action={keeper ? <LinkButton href="/matching">Подобрать пары</LinkButton> : undefined}
            >
              Они появятся здесь, когда вы подтвердите предложение подбора или составите пару вручную.
            </Empty>
          }
        />
      </>,
    );
  },
};
