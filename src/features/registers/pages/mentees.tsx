import { formatDayLong } from '../../../kernel/day.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { recall } from '../../../platform/remembered.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Stat, StatRow } from '../../../ui/stat-row.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { consentStates } from '../../consents/consent.ts';
import { idOr, kept, pageOf, placeWith } from '../../consents/pages/address.ts';
import { ConsentMark, Place } from '../../consents/pages/words.tsx';
import { stateNames } from '../../consents/texts.ts';
import { fullName } from '../../people/person.ts';
import { mayKeepRegisters, registerReaders } from '../access.ts';
import { groupsOf } from '../member-rows.ts';
import type { MemberColumn } from '../mentee.ts';
import {
  type BaseCounts,
  countMentees,
  type Frame,
  type MenteeFilter,
  type MenteeLine,
  menteeCounts,
  menteePage,
} from '../mentee-rows.ts';
import { addedColumns, addedStats, frameOf } from './register-parts.tsx';
import { type Labels, labelsOf, NeedsCell } from './words.tsx';

const path = '/mentees';
const perPage = 25;

const filterOf = (query: URLSearchParams): MenteeFilter => {
  const consent = query.get('consent');
  return {
    search: query.get('q') ?? '',
    groupId: idOr(query.get('group')),
    topic: query.get('topic') || null,
    consent: consent === 'absent' ? consent : (consentStates.find((state) => state === consent) ?? null),
    onlyGaps: query.get('gaps') === 'yes',
    sort: query.get('sort') === 'group' ? 'group' : 'name',
    descending: query.get('way') === 'desc',
  };
};

const narrowed = ({ search, groupId, topic, consent, onlyGaps }: MenteeFilter): boolean =>
  onlyGaps || [search, groupId, topic, consent].some(Boolean);

const statsOf = (counts: BaseCounts, more: readonly Stat[], today: PageCtx['today']): Stat[] => {
  const { total, withNeed, withConsent } = counts;
  const percent = (count: number) => (total === 0 ? 0 : (count * 100) / total);
  const lacking = (count: number, words: string, href: string) =>
    count === 0 ? (
      'у всех'
    ) : (
      <a href={href}>
        {count} {words}
      </a>
    );
  return [
    {
      value: total,
      label: 'всего',
      href: path,
      bar: { percent: total === 0 ? 0 : 100, tone: 'run' },
      note: `на ${formatDayLong(today)}`,
    },
    {
      value: withNeed,
      label: 'с запросом',
      bar: { percent: percent(withNeed), tone: 'ok' },
      note: lacking(total - withNeed, 'без запроса', `${path}?topic=none`),
    },
    {
      value: withConsent,
      label: 'с согласием',
      bar: { percent: percent(withConsent), tone: 'ok' },
      note: lacking(total - withConsent, 'не хватает', `${path}?consent=absent`),
    },
    ...more,
  ];
};

const sortOf = (query: URLSearchParams, filter: MenteeFilter, by: MenteeFilter['sort']) => {
  const now = filter.sort === by ? (filter.descending ? ('desc' as const) : ('asc' as const)) : undefined;
  const changes = { sort: by === 'name' ? '' : by, way: now === 'asc' ? 'desc' : '' };
  return { href: placeWith(path, query, changes), now };
};

interface Look {
  readonly ctx: PageCtx;
  readonly query: URLSearchParams;
  readonly filter: MenteeFilter;
  readonly frame: Frame;
  readonly topics: Labels;
}

const columnsOf = ({ ctx, query, filter, frame, topics }: Look): Column<MenteeLine>[] => [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    sort: sortOf(query, filter, 'name'),
    cell: (row) => <a href={`${path}/${row.id}`}>{fullName(row)}</a>,
  },
  {
    key: 'group',
    label: 'Группа',
    sort: sortOf(query, filter, 'group'),
    cell: (row) => <Place person={row} today={ctx.today} />,
  },
  {
    key: 'need',
    label: 'Запрос',
    cell: (row) => <NeedsCell needs={row.needs} labels={topics} secrets={frame.secrets} />,
  },
  {
    key: 'consent',
    label: 'Согласие на обработку',
    cell: (row) => <ConsentMark state={row.consent} till={row.consentTill} />,
  },
];

const Filters = ({
  look: { query, filter, frame, topics },
  groups,
  gaps,
  found,
}: {
  readonly look: Look;
  readonly groups: readonly { readonly id: string; readonly code: string }[];
  readonly gaps: number;
  readonly found: number;
}) => {
  const topicOptions = [
    ...topics,
    ['none', 'нет запроса'] as const,
    ...(frame.secrets ? [['secret', 'закрытые'] as const] : []),
  ];
  return (
    <FilterBar
      search={{
        action: path,
        label: 'Найти наставляемого',
        placeholder: 'Фамилия, группа, телефон',
        value: filter.search,
      }}
      keep={kept(query)}
      live={`Найдено: ${found}`}
    >
      <FilterMenu
        label="Группа"
        clear={placeWith(path, query, { group: '' })}
        options={groups.map(({ id, code }) => ({
          label: code,
          href: placeWith(path, query, { group: id }),
          current: id === filter.groupId,
        }))}
      />
      <FilterMenu
        label="Запрос"
        clear={placeWith(path, query, { topic: '' })}
        options={topicOptions.map(([code, label]) => ({
          label,
          href: placeWith(path, query, { topic: code }),
          current: code === filter.topic,
        }))}
      />
      <FilterMenu
        label="Согласие"
        clear={placeWith(path, query, { consent: '' })}
        options={[
          ['absent', 'не хватает'] as const,
          ...consentStates.map((state) => [state, stateNames[state]] as const),
        ].map(([code, label]) => ({
          label,
          href: placeWith(path, query, { consent: code }),
          current: code === filter.consent,
        }))}
      />
      <FilterPill
        label="Только с пробелами"
        active={filter.onlyGaps}
        count={gaps}
        tone={gaps > 0 ? 'bad' : 'ok'}
        href={placeWith(path, query, { gaps: filter.onlyGaps ? '' : 'yes' })}
      />
    </FilterBar>
  );
};

const Nobody = ({ filtered, mayAdd }: { readonly filtered: boolean; readonly mayAdd: boolean }) =>
  filtered ? (
    <Empty icon="search" title="Никого не нашлось" action={<LinkButton href={path}>Показать всех</LinkButton>}>
      По этому отбору в базе никого нет. Уберите часть условий.
    </Empty>
  ) : (
    <Empty
      icon="graduation-cap"
      title="База наставляемых пока пуста"
      action={
        mayAdd ? (
          <LinkButton kind="primary" icon="user-plus" href={`${path}/add`}>
            Добавить людей
          </LinkButton>
        ) : undefined
      }
    >
      Здесь будут студенты и молодые педагоги, которым нужна помощь. Кто записан в запросах группы, попадает сюда сам.
    </Empty>
  );

const menteesScreen = async (ctx: PageCtx, { query }: Input, added: readonly MemberColumn[]) => {
  const frame = await frameOf(ctx);
  const filter = filterOf(query);
  const look: Look = { ctx, query, filter, frame, topics: labelsOf(await normsOf(ctx.db, 'topic')) };
  const counts = await recall(ctx.actor.college, `mentees ${JSON.stringify(frame)}`, () => menteeCounts(ctx.db, frame));
  const found = narrowed(filter) ? await countMentees(ctx.db, frame, filter) : counts.total;
  const page = pageOf(query);
  const rows = await menteePage(ctx.db, frame, filter, { page, perPage });
  const mayAdd = mayKeepRegisters(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Наставляемые' },
    <>
      <Heading
        title="Наставляемые"
        lead={
          counts.total === 0
            ? 'Те, кому нужна помощь наставника.'
            : `${counted(counts.groups, 'группа', 'группы', 'групп')}, ${counts.gaps === 0 ? 'у каждого есть запрос и согласие' : `${counted(counts.gaps, 'человек', 'человека', 'человек')} ${plural(counts.gaps, 'ждёт', 'ждут', 'ждут')} запроса или согласия`}.`
        }
        actions={
          <>
            <LinkButton icon="message-circle" href="/needs">
              Запросы групп
            </LinkButton>
            {mayAdd ? (
              <LinkButton kind="primary" icon="user-plus" href={`${path}/add`}>
                Добавить
              </LinkButton>
            ) : null}
          </>
        }
      />
      <StatRow stats={statsOf(counts, await addedStats(ctx, added), ctx.today)} />
      <Filters look={look} groups={await groupsOf(ctx.db, frame.visible)} gaps={counts.gaps} found={found} />
      <Table
        caption="База наставляемых"
        columns={[...columnsOf(look), ...(await addedColumns(ctx, added, rows))]}
        rows={rows}
        pages={{ page, perPage, total: found, href: (next) => placeWith(path, query, { page: next }) }}
        empty={<Nobody filtered={narrowed(filter)} mayAdd={mayAdd} />}
      />
    </>,
  );
};

/** The register of mentees; `added` are columns of features above. */
export const menteesPage = (added: readonly MemberColumn[]): Route => ({
  method: 'GET',
  path,
  who: registerReaders,
  handle: (ctx, input) => menteesScreen(ctx, input, added),
});
