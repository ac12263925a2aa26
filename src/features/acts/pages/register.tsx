import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { actKeepers, actReaders, mayKeepActs } from '../access.ts';
import { type Act, actLevels, reviewOf, type StaleCitation, staleCitations, stateOf } from '../act.ts';
import { installActs } from '../install-acts.ts';
import { allActs, allCitations } from '../rows.ts';
import { levelNames, requisitesOf, stateNames, stateTones } from '../texts.ts';

const marks = ['check', 'review', 'replaced'] as const;
type Mark = (typeof marks)[number];

interface Asked {
  readonly level: string | null;
  readonly mark: Mark | null;
  readonly search: string;
}

const address = ({ level, mark, search }: Asked): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (level) query.set('level', level);
  if (mark) query.set('mark', mark);
  return query.size > 0 ? `/acts?${query}` : '/acts';
};

const markNames: Readonly<Record<Mark, string>> = {
  check: 'Проверьте',
  review: 'Пора пересмотреть',
  replaced: 'Заменены и утратили силу',
};

export const StateOfAct = ({ act, acts, ctx }: { act: Act; acts: readonly Act[]; ctx: Pick<PageCtx, 'today'> }) => {
  const state = stateOf(act, acts, ctx.today);
  return state === 'in-force' ? (
    <Tick>{stateNames[state]}</Tick>
  ) : (
    <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
  );
};

const ReviewOf = ({ act, ctx }: { act: Act; ctx: Pick<PageCtx, 'today'> }) => {
  if (act.reviewBy === null) return <span>—</span>;
  const review = reviewOf(act, ctx.today);
  const words = `до ${formatDay(act.reviewBy)}`;
  if (review === 'late') return <Badge tone="bad">{words}</Badge>;
  return review === 'soon' ? <Badge tone="warn">{words}</Badge> : <span>{words}</span>;
};

/** Warnings in words: who names what, and what stands in its place. */
export const StaleNote = ({ stale }: { readonly stale: readonly StaleCitation[] }) =>
  stale.length === 0 ? null : (
    <Note kind="warn" title={`Ссылки устарели: ${counted(stale.length, 'акт', 'акта', 'актов')}`} strong>
      <ul>
        {stale.map(({ act, cited, state, instead }) => (
          <li>
            <a href={`/acts/${act.id}`}>{act.title}</a> ссылается на <a href={`/acts/${cited.id}`}>{cited.title}</a>{' '}
            {requisitesOf(cited)}: {stateNames[state]}.{' '}
            {instead ? (
              <>
                Теперь вместо него <a href={`/acts/${instead.id}`}>{instead.title}</a> {requisitesOf(instead)}.
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Note>
  );

const has = (mark: Mark, act: Act, acts: readonly Act[], ctx: PageCtx): boolean => {
  if (mark === 'check') return act.unconfirmed;
  const state = stateOf(act, acts, ctx.today);
  if (mark === 'replaced') return state === 'replaced' || state === 'lapsed';
  return state === 'in-force' && ['late', 'soon'].includes(reviewOf(act, ctx.today));
};

const columnsOf = (ctx: PageCtx, acts: readonly Act[]): readonly Column<Act>[] => [
  {
    key: 'title',
    label: 'Акт',
    head: true,
    cell: (act) => (
      <>
        <a href={`/acts/${act.id}`}>{act.title}</a>{' '}
        {act.unconfirmed ? (
          <Badge tone="warn" icon="search">
            проверьте
          </Badge>
        ) : null}
      </>
    ),
  },
  { key: 'number', label: 'Дата и номер', cell: (act) => requisitesOf(act) || '—' },
  { key: 'level', label: 'Уровень', secondary: true, cell: ({ level }) => levelNames[level] },
  { key: 'state', label: 'Состояние', cell: (act) => <StateOfAct act={act} acts={acts} ctx={ctx} /> },
  {
    key: 'revised',
    label: 'Редакция',
    secondary: true,
    cell: ({ revisedOn }) => (revisedOn ? `от ${formatDay(revisedOn)}` : '—'),
  },
  { key: 'review', label: 'Пересмотр', cell: (act) => <ReviewOf act={act} ctx={ctx} /> },
  { key: 'file', label: 'Текст', secondary: true, cell: ({ fileId }) => (fileId ? 'есть' : '—') },
];

const noActs = (keeper: boolean) => (
  <Empty
    icon="scale"
    title="Здесь будут акты, на которые опирается программа"
    action={
      keeper ? (
        <PostButton action="/acts/install">
          <Button kind="primary" icon="list-plus">
            Взять встроенный список
          </Button>
        </PostButton>
      ) : undefined
    }
  >
    Во встроенном списке федеральные акты с датами; региональные и локальные вы внесёте сами.
  </Empty>
);

export const actsPage: MemberRoute = {
  method: 'GET',
  path: '/acts',
  who: actReaders,
  async handle(ctx, input) {
    const asked: Asked = {
      level: actLevels.find((one) => one === input.query.get('level')) ?? null,
      mark: marks.find((one) => one === input.query.get('mark')) ?? null,
      search: input.query.get('q') ?? '',
    };
    const acts = await allActs(ctx.db);
    const stale = staleCitations(acts, await allCitations(ctx.db), ctx.today);
    const words = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = acts
      .filter(({ level }) => asked.level === null || level === asked.level)
      .filter((act) => asked.mark === null || has(asked.mark, act, acts, ctx))
      .filter(({ title, number, issuer }) => {
        const text = `${title} ${number} ${issuer}`.toLowerCase();
        return words.every((word) => text.includes(word));
      });
    const keeper = mayKeepActs(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Акты' },
      <>
        <Heading
          title="Акты"
          lead={
            acts.length === 0
              ? 'Реестр пока пуст.'
              : `${counted(acts.length, 'акт', 'акта', 'актов')}. Слово «проверьте» стоит там, где реквизиты не сверены с источником.`
          }
          actions={
            keeper ? (
              <LinkButton kind={acts.length > 0 ? 'primary' : 'secondary'} icon="plus" href="/acts/new">
                Внести акт
              </LinkButton>
            ) : null
          }
        />
        <StaleNote stale={stale} />
        {acts.length === 0 ? (
          noActs(keeper)
        ) : (
          <>
            <FilterBar
              search={{
                action: '/acts',
                label: 'Название или номер',
                placeholder: 'Название или номер',
                value: asked.search,
              }}
              keep={Object.fromEntries(new URLSearchParams(address({ ...asked, search: '' }).split('?')[1] ?? ''))}
              live={`Найдено: ${rows.length}`}
            >
              {actLevels.map((level) => (
                <FilterPill
                  href={address({ ...asked, level: asked.level === level ? null : level })}
                  label={levelNames[level]}
                  count={acts.filter((act) => act.level === level).length}
                  active={asked.level === level}
                />
              ))}
              {marks.map((mark) => (
                <FilterPill
                  href={address({ ...asked, mark: asked.mark === mark ? null : mark })}
                  label={markNames[mark]}
                  count={acts.filter((act) => has(mark, act, acts, ctx)).length}
                  active={asked.mark === mark}
                />
              ))}
            </FilterBar>
            <Table
              caption="Реестр актов"
              columns={columnsOf(ctx, acts)}
              rows={rows}
              empty={
                <Empty icon="scale" title="Таких актов нет" action={<LinkButton href="/acts">Показать все</LinkButton>}>
                  Под этот отбор не подходит ни один акт.
                </Empty>
              }
            />
          </>
        )}
      </>,
    );
  },
};

export const takeBuiltIn: MemberRoute = {
  method: 'POST',
  path: '/acts/install',
  who: actKeepers,
  async handle(ctx) {
    const outcome = await installActs(ctx);
    const added = outcome.ok ? outcome.value : 0;
    const text = added > 0 ? `Добавлено: ${counted(added, 'акт', 'акта', 'актов')}` : 'Все акты списка уже в реестре';
    return goTo('/acts', { toast: { text } });
  },
};
