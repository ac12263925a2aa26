import { sentValue } from '../../../platform/fields.ts';
import { goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FilterBar, FilterPill } from '../../../ui/filter-bar.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { plain } from '../../people/person.ts';
import { mayKeepMeetings, meetingKeepers, meetingReaders } from '../access.ts';
import { type GuestLine, guestLines } from '../guest-rows.ts';
import { inviteNew, markByHand, uninvite } from '../invite-guests.ts';
import type { GeneralMeeting } from '../meeting.ts';
import { sideNames } from '../name-texts.ts';
import { guestRefusals } from '../texts.ts';
import { crumbsOf, theMeeting } from './desk.tsx';

const filters = {
  all: { label: 'Все', fits: () => true },
  came: { label: 'Пришли', fits: ({ came }: GuestLine) => came },
  absent: { label: 'Не пришли', fits: ({ came }: GuestLine) => !came },
  voted: { label: 'Выбрали', fits: ({ voted }: GuestLine) => voted },
  silent: { label: 'Не выбрали', fits: ({ came, voted }: GuestLine) => came && !voted },
} as const;
type Filter = keyof typeof filters;

const isFilter = (word: string): word is Filter => word in filters;

const perPage = 50;

const columns = (meeting: GeneralMeeting, keeper: boolean): readonly Column<GuestLine>[] => [
  { key: 'number', label: '№', kind: 'number', cell: ({ number }) => number },
  { key: 'name', label: 'Участник', head: true, cell: ({ name }) => name },
  { key: 'place', label: 'Группа, должность', cell: ({ place }) => place || '—' },
  { key: 'side', label: 'Кто', secondary: true, cell: ({ side }) => sideNames[side] },
  {
    key: 'came',
    label: 'Явка',
    cell: ({ came, voted }) =>
      voted ? <Tick>есть, выбор сделан</Tick> : came ? <Badge tone="run">на встрече</Badge> : '—',
  },
  ...(keeper && meeting.state !== 'closed'
    ? [
        {
          key: 'act',
          label: 'Действия',
          labelHidden: true,
          kind: 'actions' as const,
          cell: ({ personId, came, voted, name }: GuestLine) =>
            voted ? null : (
              <>
                <PostButton
                  action={`/general-meetings/${meeting.id}/guests`}
                  hidden={{ person: personId, act: came ? 'gone' : 'came' }}
                >
                  <Button size="s">
                    {came ? 'Снять отметку' : 'На месте'}
                    <span class="sr">: {name}</span>
                  </Button>
                </PostButton>
                <PostButton action={`/general-meetings/${meeting.id}/slips`} hidden={{ person: personId }} answersPage>
                  <Button size="s" kind="quiet">
                    Новый листок<span class="sr">: {name}</span>
                  </Button>
                </PostButton>
                {came ? null : (
                  <PostButton
                    action={`/general-meetings/${meeting.id}/guests`}
                    hidden={{ person: personId, act: 'drop' }}
                  >
                    <Button size="s" kind="quiet">
                      Убрать<span class="sr">: {name}</span>
                    </Button>
                  </PostButton>
                )}
              </>
            ),
        },
      ]
    : []),
];

const guestsScreen = async (ctx: PageCtx, meeting: GeneralMeeting, { query }: Pick<Input, 'query'>) => {
  const all = await guestLines(ctx.db, meeting.id);
  const who = isFilter(query.get('who') ?? '') ? (query.get('who') as Filter) : 'all';
  const looked = plain(query.get('q') ?? '');
  const rows = all.filter(
    (guest) => filters[who].fits(guest) && (looked === '' || plain(`${guest.number} ${guest.name}`).includes(looked)),
  );
  const here = `/general-meetings/${meeting.id}/guests`;
  const page = Math.max(1, Number(query.get('page') ?? '1') || 1);
  const address = (code: string, at = 1) =>
    `${here}?${new URLSearchParams({ ...(code === 'all' ? {} : { who: code }), ...(looked ? { q: looked } : {}), ...(at > 1 ? { page: String(at) } : {}) })}`;
  const keeper = mayKeepMeetings(ctx.actor) === true;
  return screen(
    ctx,
    { title: 'Участники' },
    <>
      <Heading
        title="Участники"
        crumbs={crumbsOf(meeting, 'Участники')}
        lead={`В списке ${all.length}, пришли ${all.filter(({ came }) => came).length}.`}
        actions={
          keeper && meeting.state !== 'closed' ? (
            <PostButton action={here} hidden={{ act: 'invite' }}>
              <Button icon="user-plus">Добавить новых из баз</Button>
            </PostButton>
          ) : null
        }
      />
      <FilterBar
        search={{
          action: here,
          label: 'Найти участника',
          placeholder: 'Номер или фамилия',
          value: query.get('q') ?? '',
        }}
        keep={who === 'all' ? {} : { who }}
        live={`Показано: ${rows.length}`}
      >
        {Object.entries(filters).map(([code, { label, fits }]) => (
          <FilterPill href={address(code)} label={label} count={all.filter(fits).length} active={code === who} />
        ))}
      </FilterBar>
      <Table
        caption="Участники общей встречи"
        columns={columns(meeting, keeper)}
        rows={rows.slice((page - 1) * perPage, page * perPage)}
        pages={{ page, perPage, total: rows.length, href: (at: number) => address(who, at) }}
        empty={
          <Empty icon="users-round" title="Таких участников нет">
            Снимите отбор или добавьте новых из баз наставников и наставляемых.
          </Empty>
        }
      />
    </>,
  );
};

export const guestsPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/guests',
  who: meetingReaders,
  handle: async (ctx, input) => guestsScreen(ctx, await theMeeting(ctx, input), input),
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export const changeGuests: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/guests',
  who: meetingKeepers,
  async handle(ctx, input) {
    const meetingId = param(input, 'generalMeetingId');
    await theMeeting(ctx, input);
    const here = `/general-meetings/${meetingId}/guests`;
    const act = sentValue(input.form, 'act');
    if (act === 'invite') {
      const outcome = await inviteNew(ctx, meetingId);
      return goTo(here, {
        toast: { text: outcome.ok ? `Добавлено: ${outcome.value}` : guestRefusals[outcome.reason] },
      });
    }
    const personId = sentValue(input.form, 'person');
    if (!uuid.test(personId)) return goTo(here, { toast: { text: guestRefusals['not-asked'] } });
    const outcome =
      act === 'drop'
        ? await uninvite(ctx, meetingId, personId)
        : await markByHand(ctx, { meetingId, personId, came: act === 'came' });
    const words = act === 'drop' ? 'Убран из списка' : act === 'came' ? 'Отмечено: на встрече' : 'Отметка снята';
    return goTo(here, { toast: { text: outcome.ok ? words : guestRefusals[outcome.reason] } });
  },
};
