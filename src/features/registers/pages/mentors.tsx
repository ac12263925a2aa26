import { formatDayLong } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { Input, PageCtx, Route } from '../../../platform/http/route.ts';
import { recall } from '../../../platform/remembered.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Stat, StatRow } from '../../../ui/stat-row.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { kept, pageOf, placeWith } from '../../consents/pages/address.ts';
import { ConsentMark, Place } from '../../consents/pages/words.tsx';
import { fullName } from '../../people/person.ts';
import { mayKeepRegisters, registerReaders } from '../access.ts';
import type { MemberColumn } from '../mentee.ts';
import { mentorStatuses } from '../mentor.ts';
import {
  countMentors,
  type MentorCounts,
  type MentorFilter,
  type MentorLine,
  mentorCounts,
  mentorPage,
} from '../mentor-rows.ts';
import { statusNames } from '../texts.ts';
import { addedColumns, addedStats, frameOf } from './register-parts.tsx';
import { type Labels, labelsOf, listOf } from './words.tsx';

const path = '/mentors';
const perPage = 25;

const filterOf = (query: URLSearchParams): MentorFilter => ({
  search: query.get('q') ?? '',
  status: mentorStatuses.find((status) => status === query.get('status')) ?? null,
  topic: query.get('topic') || null,
  form: query.get('form') || null,
  onlyGaps: query.get('gaps') === 'yes',
});

const narrowed = ({ search, status, topic, form, onlyGaps }: MentorFilter): boolean =>
  onlyGaps || [search, status, topic, form].some(Boolean);

const statsOf = (
  { total, approved, withCompetences, withConsent, places }: MentorCounts,
  today: PageCtx['today'],
): Stat[] => {
  const percent = (count: number) => (total === 0 ? 0 : (count * 100) / total);
  const gaps = `${path}?gaps=yes`;
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
      value: approved,
      label: 'утверждены',
      href: `${path}?status=approved`,
      bar: { percent: percent(approved), tone: 'ok' },
      note:
        total > approved ? (
          <a href={`${path}?status=candidate`}>{counted(total - approved, 'кандидат', 'кандидата', 'кандидатов')}</a>
        ) : null,
    },
    {
      value: withCompetences,
      label: 'с компетенциями',
      bar: { percent: percent(withCompetences), tone: 'ok' },
      note: lacking(total - withCompetences, 'не заполнено', gaps),
    },
    {
      value: withConsent,
      label: 'с согласием',
      bar: { percent: percent(withConsent), tone: 'ok' },
      note: lacking(total - withConsent, 'не хватает', '/consents?who=mentors&state=absent'),
    },
    { value: places, label: 'мест для наставляемых', href: path },
  ];
};

const columnsOf = (ctx: PageCtx, topics: Labels, forms: Labels): Column<MentorLine>[] => [
  {
    key: 'name',
    label: 'Фамилия, имя, отчество',
    head: true,
    cell: (row) => <a href={`${path}/${row.id}`}>{fullName(row)}</a>,
  },
  {
    key: 'place',
    label: 'Кто это',
    cell: (row) => (
      <>
        <Place person={row} today={ctx.today} />
        {row.organisation ? `, ${row.organisation}` : null}
      </>
    ),
  },
  {
    key: 'competences',
    label: 'С чем поможет',
    cell: (row) =>
      row.competences.length === 0 ? <Badge tone="bad">не заполнено</Badge> : listOf(topics, row.competences),
  },
  {
    key: 'forms',
    label: 'Формы',
    secondary: true,
    cell: (row) => (row.forms.length === 0 ? <Badge tone="bad">не заполнено</Badge> : listOf(forms, row.forms)),
  },
  { key: 'capacity', label: 'Мест', kind: 'number', cell: (row) => row.capacity },
  {
    key: 'consent',
    label: 'Согласие на обработку',
    cell: (row) => <ConsentMark state={row.consent} till={row.consentTill} />,
  },
  {
    key: 'status',
    label: 'Состояние',
    cell: (row) =>
      row.status === 'approved' ? statusNames.approved : <Badge tone="mute">{statusNames[row.status]}</Badge>,
  },
];

const Filters = ({
  query,
  filter,
  topics,
  forms,
  gaps,
  found,
}: {
  readonly query: URLSearchParams;
  readonly filter: MentorFilter;
  readonly topics: Labels;
  readonly forms: Labels;
  readonly gaps: number;
  readonly found: number;
}) => {
  const menu = (label: string, name: string, options: Iterable<readonly [string, string]>, current: string | null) => (
    <FilterMenu
      label={label}
      clear={placeWith(path, query, { [name]: '' })}
      options={[...options].map(([code, words]) => ({
        label: words,
        href: placeWith(path, query, { [name]: code }),
        current: code === current,
      }))}
    />
  );
  return (
    <FilterBar
      search={{
        action: path,
        label: 'Найти наставника',
        placeholder: 'Фамилия, группа, телефон',
        value: filter.search,
      }}
      keep={kept(query)}
      live={`Найдено: ${found}`}
    >
      {menu(
        'Состояние',
        'status',
        mentorStatuses.map((status) => [status, statusNames[status]] as const),
        filter.status,
      )}
      {menu('С чем поможет', 'topic', topics, filter.topic)}
      {menu('Форма', 'form', forms, filter.form)}
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
      icon="award"
      title="База наставников пока пуста"
      action={
        mayAdd ? (
          <LinkButton kind="primary" icon="user-plus" href={`${path}/add`}>
            Добавить людей
          </LinkButton>
        ) : undefined
      }
    >
      Здесь будут студенты, педагоги, выпускники и специалисты предприятий, готовые помогать.
    </Empty>
  );

const mentorsScreen = async (ctx: PageCtx, { query }: Input, added: readonly MemberColumn[]) => {
  const frame = await frameOf(ctx);
  const filter = filterOf(query);
  const topics = labelsOf(await normsOf(ctx.db, 'topic'));
  const forms = labelsOf(await normsOf(ctx.db, 'form'));
  const counts = await recall(ctx.actor.college, `mentors ${JSON.stringify(frame)}`, () => mentorCounts(ctx.db, frame));
  const found = narrowed(filter) ? await countMentors(ctx.db, frame, filter) : counts.total;
  const page = pageOf(query);
  const rows = await mentorPage(ctx.db, frame, filter, { page, perPage });
  const mayAdd = mayKeepRegisters(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Наставники' },
    <>
      <Heading
        title="Наставники"
        lead={
          counts.gaps === 0
            ? 'Кто готов помогать, с чем и когда.'
            : `У ${counted(counts.gaps, 'человека', 'человек', 'человек')} не хватает компетенций, форм или согласия: пары им подобрать нельзя.`
        }
        actions={
          mayAdd ? (
            <LinkButton kind="primary" icon="user-plus" href={`${path}/add`}>
              Добавить
            </LinkButton>
          ) : undefined
        }
      />
      <StatRow stats={[...statsOf(counts, ctx.today), ...(await addedStats(ctx, added))]} />
      <Filters query={query} filter={filter} topics={topics} forms={forms} gaps={counts.gaps} found={found} />
      <Table
        caption="База наставников"
        columns={[...columnsOf(ctx, topics, forms), ...(await addedColumns(ctx, added, rows))]}
        rows={rows}
        pages={{ page, perPage, total: found, href: (next) => placeWith(path, query, { page: next }) }}
        empty={<Nobody filtered={narrowed(filter)} mayAdd={mayAdd} />}
      />
    </>,
  );
};

/** The register of mentors; `added` are columns of features above. */
export const mentorsPage = (added: readonly MemberColumn[]): Route => ({
  method: 'GET',
  path,
  who: registerReaders,
  handle: (ctx, input) => mentorsScreen(ctx, input, added),
});
