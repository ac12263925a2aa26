import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';
import { download } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { record } from '../../../platform/journal.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterMenu, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { normsOf } from '../../college/rows.ts';
import { mayKeepNorms, mayReadMeetings, meetingReaders, visibleGroups } from '../access.ts';
import { absentNames, kindNames, stateNames } from '../name-texts.ts';
import {
  countMeetings,
  groupsOfMeetings,
  type ListedMeeting,
  listMeetings,
  type MeetingFilter,
  monthsOfMeetings,
} from '../register-rows.ts';
import { StateOf } from './words.tsx';

const perPage = 25;
const states = ['held', 'missed', 'planned', 'cancelled'] as const;
const pillNames = { held: 'Прошли', missed: 'Неявки', planned: 'Назначены', cancelled: 'Отменены' } as const;

type Address = Omit<MeetingFilter, 'visible'> & { readonly page?: number };

const readAddress = (query: URLSearchParams): Address & { readonly page: number } => {
  const month = query.get('month') ?? '';
  const groupId = query.get('group') ?? '';
  return {
    form: query.get('form') ?? '',
    groupId: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(groupId) ? groupId : '',
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : '',
    state: states.find((one) => one === query.get('state')),
    search: query.get('q') ?? '',
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)),
  };
};

const queryOf = ({ form, groupId, month, state, search, page = 1 }: Address): string => {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (form) query.set('form', form);
  if (groupId) query.set('group', groupId);
  if (month) query.set('month', month);
  if (state) query.set('state', state);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query}` : '';
};

const hrefOf = (address: Address): string => `/meetings${queryOf(address)}`;

const monthLabel = (month: string): string => `${month.slice(5)}.${month.slice(0, 4)}`;

const columns = (forms: ReadonlyMap<string, string>): Column<ListedMeeting>[] => [
  {
    key: 'day',
    label: 'День',
    head: true,
    cell: ({ id, day, starts }) => (
      <a href={`/meetings/${id}`}>{[formatDay(day), starts].filter(Boolean).join(', ')}</a>
    ),
  },
  {
    key: 'mentor',
    label: 'Наставник',
    cell: ({ mentor, mentorGroup }) => (
      <>
        {mentor} <span class="hint">{mentorGroup ?? ''}</span>
      </>
    ),
  },
  {
    key: 'mentee',
    label: 'Наставляемый',
    cell: ({ mentee, menteeGroup, pairId }) => (
      <>
        <a href={`/pairs/${pairId}/meetings`}>{mentee}</a> <span class="hint">{menteeGroup ?? ''}</span>
      </>
    ),
  },
  { key: 'form', label: 'Форма', secondary: true, cell: ({ form }) => forms.get(form) ?? form },
  { key: 'kind', label: 'Встреча', secondary: true, cell: ({ kind }) => kindNames[kind] },
  {
    key: 'state',
    label: 'Состояние',
    cell: (meeting) => (
      <>
        <StateOf meeting={meeting} />
        {meeting.reason ? <span class="hint"> {meeting.reason}</span> : null}
        {meeting.needsHelp ? <Badge tone="warn">нужна помощь</Badge> : null}
      </>
    ),
  },
];

const Filters = async ({ ctx, address, total }: { ctx: PageCtx; address: Address; total: number }) => {
  const forms = await normsOf(ctx.db, 'form');
  const groups = await groupsOfMeetings(ctx.db, visibleGroups(ctx.actor));
  const months = await monthsOfMeetings(ctx.db);
  const { state, form, groupId, month } = address;
  return (
    <FilterBar
      search={{ action: '/meetings', label: 'Фамилия', placeholder: 'Фамилия', value: address.search ?? '' }}
      keep={{
        ...(form ? { form } : {}),
        ...(groupId ? { group: groupId } : {}),
        ...(month ? { month } : {}),
        ...(state ? { state } : {}),
      }}
      live={`Найдено: ${total}`}
    >
      {states.map((one) => (
        <FilterPill
          href={hrefOf({ ...address, page: 1, state: state === one ? undefined : one })}
          label={pillNames[one]}
          active={state === one}
        />
      ))}
      <FilterMenu
        label="Месяц"
        clear={hrefOf({ ...address, page: 1, month: '' })}
        options={months.map((one) => ({
          label: monthLabel(one),
          href: hrefOf({ ...address, page: 1, month: one }),
          current: one === month,
        }))}
      />
      <FilterMenu
        label="Форма"
        clear={hrefOf({ ...address, page: 1, form: '' })}
        options={forms.map(({ code, label }) => ({
          label,
          href: hrefOf({ ...address, page: 1, form: code }),
          current: code === form,
        }))}
      />
      <FilterMenu
        label="Группа"
        clear={hrefOf({ ...address, page: 1, groupId: '' })}
        options={groups.map(({ id, code }) => ({
          label: code,
          href: hrefOf({ ...address, page: 1, groupId: id }),
          current: id === groupId,
        }))}
      />
    </FilterBar>
  );
};

export const meetingsPage: MemberRoute = {
  method: 'GET',
  path: '/meetings',
  who: meetingReaders,
  async handle(ctx, input) {
    demand(mayReadMeetings(ctx.actor));
    const { page, ...address } = readAddress(input.query);
    const filter = { ...address, visible: visibleGroups(ctx.actor) };
    const counts = await countMeetings(ctx.db, filter);
    const rows = await listMeetings(ctx.db, filter, { limit: perPage, offset: (page - 1) * perPage });
    const forms = new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));
    const filtered = queryOf(address) !== '';
    return screen(
      ctx,
      { title: 'Встречи' },
      <>
        <Heading
          title="Встречи"
          lead={`Прошло ${counts.held}, ${counted(counts.missed, 'неявка', 'неявки', 'неявок')}, назначено ${counts.planned}.`}
          actions={
            <>
              {mayKeepNorms(ctx.actor) === true ? (
                <LinkButton href="/meetings/norms" icon="sliders-horizontal">
                  Сроки встреч
                </LinkButton>
              ) : null}
              <LinkButton href={`/meetings/export${queryOf(address)}`} icon="file-spreadsheet" download>
                Выгрузить в Excel
              </LinkButton>
            </>
          }
        />
        <Filters ctx={ctx} address={address} total={counts.total} />
        <Table
          caption="Встречи пар"
          columns={columns(forms)}
          rows={rows}
          pages={{ page, perPage, total: counts.total, href: (number) => hrefOf({ ...address, page: number }) }}
          empty={
            <Empty
              icon="calendar-check"
              title={filtered ? 'Таких встреч нет' : 'Встреч пока нет'}
              action={filtered ? <LinkButton href="/meetings">Показать все</LinkButton> : undefined}
            >
              {filtered
                ? 'Уберите часть условий.'
                : 'Наставники записывают их с телефона. Назначить первую можно на странице пары.'}
            </Empty>
          }
        />
      </>,
    );
  },
};

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the filters let through, without a word of the pairs. Leaves a line in the journal: the list goes out of the system. */
export const exportMeetings: MemberRoute = {
  method: 'GET',
  path: '/meetings/export',
  who: meetingReaders,
  async handle(ctx, input) {
    demand(mayReadMeetings(ctx.actor));
    const filter = { ...readAddress(input.query), visible: visibleGroups(ctx.actor) };
    const rows = await listMeetings(ctx.db, filter, { limit: 100_000, offset: 0 });
    const forms = new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));
    const text = (header: string) => ({ header, kind: 'text' as const });
    const bytes = await writeSpreadsheet([
      {
        name: 'Встречи',
        columns: [
          { header: 'День', kind: 'day' },
          ...['Начало', 'Наставник', 'Группа наставника', 'Наставляемый', 'Группа наставляемого'].map(text),
          ...['Форма', 'Встреча', 'Состояние', 'Кого не было', 'Почему'].map(text),
          { header: 'Минут', kind: 'number' },
          text('Где'),
        ],
        rows: rows.map((one) => [
          ...[one.day, one.starts, one.mentor, one.mentorGroup ?? '', one.mentee, one.menteeGroup ?? ''],
          ...[forms.get(one.form) ?? one.form, kindNames[one.kind], stateNames[one.state]],
          ...[one.absent ? absentNames[one.absent] : '', one.reason],
          one.state === 'held' ? one.minutes : null,
          one.place,
        ]),
      },
    ]);
    await record(ctx, 'meetings.exported', { kind: 'meetings', id: null }, { meetings: rows.length });
    return download(new Uint8Array(bytes), 'Встречи.xlsx', xlsx);
  },
};
