import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { sentValue } from '../../../platform/fields.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { caseKeepers } from '../access.ts';
import { type CaseState, type SupportCase, stateOf } from '../case.ts';
import { openCase } from '../open-case.ts';
import { casesOf } from '../rows.ts';
import { openRefusals, outcomeNames, stateNames } from '../texts.ts';

const tones: Readonly<Record<CaseState, Tone>> = { overdue: 'bad', waits: 'run', found: 'ok', closed: 'mute' };

export const StateOfCase = ({ ctx, one }: { readonly ctx: Pick<PageCtx, 'today'>; readonly one: SupportCase }) => {
  const state = stateOf(one, ctx.today);
  return <Badge tone={tones[state]}>{one.outcome ? outcomeNames[one.outcome] : stateNames[state]}</Badge>;
};

const perPage = 50;

export const casesPage: MemberRoute = {
  method: 'GET',
  path: '/support-cases',
  who: caseKeepers,
  async handle(ctx, { query }) {
    const { currentYear } = await theCollege(ctx.db);
    const all = await casesOf(ctx.db, currentYear, ctx.today);
    const states = ['overdue', 'waits', 'found', 'closed'] as const;
    const state = states.find((one) => one === query.get('state'));
    const rows = all.filter((one) => state === undefined || stateOf(one, ctx.today) === state);
    const page = Math.max(1, Number(query.get('page') ?? '1') || 1);
    const open = all.filter(({ closedOn }) => closedOn === null).length;
    return screen(
      ctx,
      { title: 'Пока без пары' },
      <>
        <Heading
          title="Пока без пары"
          lead={
            open === 0
              ? 'Открытых сопровождений нет.'
              : `Сопровождение открыто для ${counted(open, 'человека', 'человек', 'человек')}: они первые при следующем подборе.`
          }
          actions={<LinkButton href="/matching">К подбору пар</LinkButton>}
        />
        {all.length > 0 ? (
          <FilterBar live={`Показано: ${rows.length}`}>
            {states.map((one) => (
              <FilterPill
                href={state === one ? '/support-cases' : `/support-cases?state=${one}`}
                label={stateNames[one]}
                count={all.filter((row) => stateOf(row, ctx.today) === one).length}
                active={state === one}
              />
            ))}
          </FilterBar>
        ) : null}
        <Table
          caption="Наставляемые без пары"
          rows={rows.slice((page - 1) * perPage, page * perPage)}
          columns={[
            {
              key: 'name',
              label: 'Кто',
              head: true,
              cell: (one) => <a href={`/support-cases/${one.id}`}>{one.name}</a>,
            },
            { key: 'place', label: 'Группа, должность', cell: ({ place }) => place || '—' },
            { key: 'opened', label: 'С какого дня', secondary: true, cell: ({ openedOn }) => formatDay(openedOn) },
            {
              key: 'due',
              label: 'Следующий шаг до',
              cell: ({ dueOn, closedOn }) => (closedOn ? '—' : formatDay(dueOn)),
            },
            { key: 'attempts', label: 'Попыток', kind: 'number', cell: ({ attempts }) => attempts },
            { key: 'state', label: 'Состояние', cell: (one) => <StateOfCase ctx={ctx} one={one} /> },
          ]}
          pages={{
            page,
            perPage,
            total: rows.length,
            href: (at: number) =>
              `/support-cases?${new URLSearchParams({ ...(state ? { state } : {}), page: String(at) })}`,
          }}
          empty={
            <Empty icon="hand-heart" title="Никто не ждёт пары с сопровождением">
              Если подбор кого-то не устроил, откройте сопровождение из списка «Без наставника»: у психолога появится
              дело со сроком, а человек будет первым при следующем подборе.
            </Empty>
          }
        />
      </>,
    );
  },
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Opened by one press from the list of the matching; a case that is there already is simply opened. */
export const createCase: MemberRoute = {
  method: 'POST',
  path: '/support-cases',
  who: caseKeepers,
  async handle(ctx, { form }) {
    const personId = sentValue(form, 'person');
    if (!uuid.test(personId)) return goTo('/support-cases', { toast: { text: openRefusals['not-a-mentee'] } });
    const outcome = await openCase(ctx, { personId });
    if (!outcome.ok) return goTo('/support-cases', { toast: { text: openRefusals[outcome.reason] } });
    return goTo(`/support-cases/${outcome.value}`, { toast: { text: 'Сопровождение открыто' } });
  },
};
