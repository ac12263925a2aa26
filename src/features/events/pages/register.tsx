import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { theCollege } from '../../college/rows.ts';
import { eventReaders, mayKeepEvents } from '../access.ts';
import { type EventState, eventAims, eventState, type ProgrammeEvent } from '../event.ts';
import { aimNames, audienceNames, kindNames } from '../name-texts.ts';
import { publicationsOf } from '../publication-rows.ts';
import { eventsOf } from '../rows.ts';
import { stateNames, stateTones } from '../texts.ts';

export const StateOfEvent = ({ state }: { readonly state: EventState }) =>
  state === 'held' ? <Tick>{stateNames[state]}</Tick> : <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>;

export const eventTabs = (now: 'events' | 'publications', events: number, publications: number) => (
  <Tabs
    label="События и публикации"
    tabs={[
      { href: '/events', label: 'События', count: events, current: now === 'events' },
      { href: '/publications', label: 'Публикации', count: publications, current: now === 'publications' },
    ]}
  />
);

const columns = (today: Parameters<typeof eventState>[1]): readonly Column<ProgrammeEvent>[] => [
  { key: 'title', label: 'Событие', head: true, cell: (one) => <a href={`/events/${one.id}`}>{one.title}</a> },
  { key: 'day', label: 'Когда', cell: (one) => `${formatDay(one.day)}, ${one.starts}` },
  { key: 'place', label: 'Где', secondary: true, cell: (one) => one.place || '—' },
  { key: 'kind', label: 'Вид', secondary: true, cell: (one) => kindNames[one.kind] },
  { key: 'for', label: 'Для кого', cell: (one) => one.audiences.map((code) => audienceNames[code]).join(', ') },
  { key: 'state', label: 'Состояние', cell: (one) => <StateOfEvent state={eventState(one, today)} /> },
  {
    key: 'came',
    label: 'Пришли',
    kind: 'number',
    cell: (one) => (
      <a href={`/events/${one.id}#guests`}>
        {one.came + one.others}
        {one.invited > 0 ? ` из ${one.invited}` : ''}
      </a>
    ),
  },
];

export const eventsPage: MemberRoute = {
  method: 'GET',
  path: '/events',
  who: eventReaders,
  async handle(ctx, { query }) {
    const { currentYear } = await theCollege(ctx.db);
    const all = await eventsOf(ctx.db, currentYear);
    const publications = (await publicationsOf(ctx.db, currentYear)).length;
    const aim = eventAims.find((one) => one === query.get('aim'));
    const rows = all.filter((one) => aim === undefined || one.aim === aim);
    const next = all.filter((one) => ['planned', 'today'].includes(eventState(one, ctx.today))).length;
    return screen(
      ctx,
      { title: 'События' },
      <>
        <Heading
          title="События"
          lead={
            all.length === 0
              ? 'Событий этого года пока нет.'
              : `${counted(all.length, 'событие', 'события', 'событий')}, впереди ${next}.`
          }
          actions={
            mayKeepEvents(ctx.actor) === true ? (
              <LinkButton kind="primary" icon="calendar-plus" href="/events/new">
                Внести событие
              </LinkButton>
            ) : null
          }
        />
        {eventTabs('events', all.length, publications)}
        {all.length > 0 ? (
          <FilterBar live={`Показано: ${rows.length}`}>
            {eventAims.map((one) => (
              <FilterPill
                href={aim === one ? '/events' : `/events?aim=${one}`}
                label={aimNames[one]}
                count={all.filter((event) => event.aim === one).length}
                active={aim === one}
              />
            ))}
          </FilterBar>
        ) : null}
        <Table
          caption="События года"
          columns={columns(ctx.today)}
          rows={rows}
          empty={
            <Empty icon="calendar-days" title="Здесь будут собрания, встречи и семинары">
              Внесите событие: пригласите группы, отметьте пришедших, и строки 2.1 и 3.1 дорожной карты закроются сами.
            </Empty>
          }
        />
      </>,
    );
  },
};
