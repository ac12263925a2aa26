import { addDays, formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { mayKeepRisks, riskGroups, riskKeepers, riskReaders } from '../access.ts';
import { closedFlags, type Flag, openFlags } from '../flag-rows.ts';
import { lookThrough } from '../look-through.ts';
import { riskReasons } from '../risk.ts';
import { sendQuarterRounds } from '../send-rounds.ts';
import { flagWords, outcomeNames, reasonNames } from '../texts.ts';

export const pairName = ({ mentor, mentee }: Pick<Flag, 'mentor' | 'mentee'>): string => `${mentor} и ${mentee}`;

const columns: Column<Flag>[] = [
  { key: 'pair', label: 'Пара', head: true, cell: (flag) => <a href={`/risks/${flag.id}`}>{pairName(flag)}</a> },
  {
    key: 'reason',
    label: 'Почему',
    cell: (flag) => (
      <>
        <Badge tone="warn">{reasonNames[flag.reason]}</Badge> {flagWords(flag.reason, flag.details)}
      </>
    ),
  },
  { key: 'since', label: 'С какого дня', cell: (flag) => formatDay(flag.openedOn) },
  { key: 'owner', label: 'Ответственный', cell: (flag) => flag.owner ?? '—' },
];

const doneColumns: Column<Flag>[] = [
  { key: 'pair', label: 'Пара', head: true, cell: (flag) => <a href={`/risks/${flag.id}`}>{pairName(flag)}</a> },
  { key: 'reason', label: 'Почему', cell: (flag) => reasonNames[flag.reason] },
  { key: 'outcome', label: 'Чем кончилось', cell: (flag) => (flag.outcome ? outcomeNames[flag.outcome] : '') },
  { key: 'words', label: 'Что сделано', secondary: true, cell: (flag) => flag.words },
  { key: 'when', label: 'Когда', cell: (flag) => (flag.closedOn ? formatDay(flag.closedOn) : '') },
];

/** How long closed flags stay in sight. */
const lately = 60;

export const risksPage: MemberRoute = {
  method: 'GET',
  path: '/risks',
  who: riskReaders,
  async handle(ctx, { query }) {
    const groups = riskGroups(ctx.actor);
    const all = await openFlags(ctx.db, groups);
    const closed = await closedFlags(ctx.db, addDays(ctx.today, -lately), groups);
    const reason = riskReasons.find((one) => one === query.get('reason'));
    const mine = query.get('mine') === 'yes';
    const rows = all.filter(
      (flag) => (!reason || flag.reason === reason) && (!mine || flag.ownerId === ctx.actor.personId),
    );
    const pairs = new Set(all.map(({ pairId }) => pairId)).size;
    const keeper = mayKeepRisks(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Пары под вопросом' },
      <>
        <Heading
          title="Пары под вопросом"
          lead={
            all.length > 0
              ? `${counted(pairs, 'пара', 'пары', 'пар')}, ${counted(all.length, 'пометка', 'пометки', 'пометок')}. Каждую закрывает решение.`
              : 'Сейчас таких нет.'
          }
          actions={
            keeper ? (
              <>
                <PostButton action="/risks/look">
                  <Button icon="refresh-cw" busy="Просматриваем пары…">
                    Просмотреть сейчас
                  </Button>
                </PostButton>
                <LinkButton icon="sliders-horizontal" href="/risks/norms">
                  Что считать риском
                </LinkButton>
              </>
            ) : null
          }
        />
        {all.length > 0 ? (
          <FilterBar live={`Показано: ${rows.length}`}>
            {ctx.actor.personId ? (
              <FilterPill href={mine ? '/risks' : '/risks?mine=yes'} label="Мои" active={mine} />
            ) : null}
            {riskReasons
              .filter((one) => all.some((flag) => flag.reason === one))
              .map((one) => (
                <FilterPill
                  href={reason === one ? '/risks' : `/risks?reason=${one}`}
                  label={reasonNames[one]}
                  count={all.filter((flag) => flag.reason === one).length}
                  active={reason === one}
                />
              ))}
          </FilterBar>
        ) : null}
        <Table
          caption="Открытые пометки"
          columns={columns}
          rows={rows}
          empty={
            <Empty icon="handshake" title="Пар под вопросом нет">
              Система просматривает пары каждый день: нет ли долгого молчания, сорванных встреч, просроченных задач.
            </Empty>
          }
        />
        {closed.length > 0 ? (
          <Section title="Закрыто за два месяца" count={closed.length}>
            <Table caption="Закрытые пометки" columns={doneColumns} rows={closed} plain />
          </Section>
        ) : null}
      </>,
    );
  },
};

export const lookNow: MemberRoute = {
  method: 'POST',
  path: '/risks/look',
  who: riskKeepers,
  async handle(ctx) {
    await sendQuarterRounds(ctx);
    const outcome = await lookThrough(ctx);
    if (!outcome.ok) return goTo('/risks');
    const { opened, passed, corrections } = outcome.value;
    const text = `Новых пометок: ${opened}, прошло само: ${passed}, исправлений плана: ${corrections}`;
    return goTo('/risks', { toast: { text } });
  },
};
