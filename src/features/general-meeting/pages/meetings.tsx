import { formatDay } from '../../../kernel/day.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { theCollege } from '../../college/rows.ts';
import { mayKeepMeetings, mayReadPreferences, meetingReaders } from '../access.ts';
import type { GeneralMeeting } from '../meeting.ts';
import { partNames } from '../name-texts.ts';
import { meetingsOf } from '../rows.ts';

const State = ({ state }: Pick<GeneralMeeting, 'state'>) =>
  state === 'closed' ? <Tick>{partNames.closed}</Tick> : <Badge tone="run">{partNames[state]}</Badge>;

export const meetingsPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings',
  who: meetingReaders,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const meetings = await meetingsOf(ctx.db, currentYear);
    const make = mayKeepMeetings(ctx.actor) === true;
    return screen(
      ctx,
      { title: 'Общая встреча' },
      <>
        <Heading
          title="Общая встреча"
          lead="Наставники и наставляемые знакомятся и выбирают, с кем хотели бы работать. Выбор учтёт подбор пар."
          actions={
            <>
              {mayReadPreferences(ctx.actor) === true ? (
                <LinkButton href="/preferences">Кто с кем хочет</LinkButton>
              ) : null}
              {make ? (
                <LinkButton kind="primary" icon="calendar-plus" href="/general-meetings/new">
                  Завести встречу
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Table
          caption="Общие встречи года"
          rows={meetings}
          columns={[
            {
              key: 'title',
              label: 'Встреча',
              head: true,
              cell: (one) => <a href={`/general-meetings/${one.id}`}>{one.title}</a>,
            },
            { key: 'day', label: 'Когда', cell: (one) => `${formatDay(one.day)}, ${one.starts}` },
            { key: 'place', label: 'Где', secondary: true, cell: (one) => one.place || '—' },
            { key: 'state', label: 'Что идёт', cell: (one) => <State state={one.state} /> },
            {
              key: 'came',
              label: 'Пришли',
              kind: 'number',
              cell: (one) => <a href={`/general-meetings/${one.id}/guests`}>{one.finalCame ?? 'список'}</a>,
            },
          ]}
          empty={
            <Empty icon="users-round" title="В этом году общей встречи ещё не было">
              Заведите встречу: в список войдут обе базы, листки с QR-кодами напечатаются сами, а выбор с телефонов
              станет предпочтениями для подбора пар.
            </Empty>
          }
        />
      </>,
    );
  },
};
