import { demand } from '../../../kernel/actor.ts';
import { addDays, type Day, daysBetween, formatDay, formatDayMonth } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import type { ListedPair } from '../../pairs/rows.ts';
import { mayLogMeeting, mayPlanMeeting, mayPrintDiary, mayReadMeeting, meetingVisitors, sideOf } from '../access.ts';
import type { Meeting } from '../meeting.ts';
import { expectationNames, kindNames } from '../name-texts.ts';
import { type Expectation, expectations } from '../norm.ts';
import { meetingNorms } from '../norm-rows.ts';
import { meetingsOf } from '../rows.ts';
import { partiesOf, thePair } from '../the-pair.ts';
import { MeetingLine } from './meeting-line.tsx';
import { aboutWords, StateOf, signatureOf } from './words.tsx';

const expectationTones = { held: 'ok', planned: 'run', late: 'bad', ahead: 'mute' } as const;

const Expected = ({ rows }: { readonly rows: readonly Expectation[] }) => (
  <Table
    plain
    caption="Какие встречи ожидаются от пары"
    rows={rows}
    columns={[
      { key: 'kind', label: 'Встреча', head: true, cell: ({ kind }) => kindNames[kind] },
      {
        key: 'by',
        label: 'Срок',
        cell: ({ kind, by }) => `${kind === 'working' ? 'следующая до' : 'до'} ${formatDay(by)}`,
      },
      {
        key: 'state',
        label: 'Состояние',
        cell: ({ state, meeting }) =>
          meeting ? (
            <a href={`/meetings/${meeting.id}`}>
              {expectationNames[state]} {formatDay(meeting.day)}
            </a>
          ) : (
            <Badge tone={expectationTones[state]}>{expectationNames[state]}</Badge>
          ),
      },
    ]}
  />
);

/** «14 встреч, в среднем раз в 16 дней» */
export const paceWords = (held: readonly Meeting[]): string => {
  const words = counted(held.length, 'встреча', 'встречи', 'встреч');
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last || held.length < 3) return words;
  const every = Math.max(1, Math.round(daysBetween(first.day, last.day) / (held.length - 1)));
  return `${words}, в среднем раз в ${counted(every, 'день', 'дня', 'дней')}`;
};

export const MeetingTable = ({ meetings, today }: { readonly meetings: readonly Meeting[]; readonly today: Day }) => (
  <Table
    plain
    caption="Встречи пары"
    rows={meetings}
    columns={[
      {
        key: 'day',
        label: 'День',
        head: true,
        cell: ({ id, day, starts }) => (
          <a href={`/meetings/${id}`}>
            {formatDayMonth(day)}
            {starts && day >= today ? `, ${starts}` : ''}
          </a>
        ),
      },
      { key: 'kind', label: 'Встреча', cell: ({ kind }) => kindNames[kind] },
      { key: 'about', label: 'О чём', cell: (meeting) => aboutWords(meeting) },
      { key: 'state', label: 'Состояние', cell: (meeting) => <StateOf meeting={meeting} /> },
    ]}
  />
);

const Actions = ({ ctx, pair }: { readonly ctx: PageCtx; readonly pair: ListedPair }) => {
  const parties = partiesOf(pair);
  return (
    <>
      {mayPrintDiary(ctx.actor, parties) === true ? (
        <>
          <LinkButton href={`/pairs/${pair.id}/diary?as=pdf`} icon="file-down" download>
            Дневник, PDF
          </LinkButton>
          <LinkButton href={`/pairs/${pair.id}/diary?as=docx`} icon="file-text" download>
            DOCX
          </LinkButton>
        </>
      ) : null}
      {mayPlanMeeting(ctx.actor, parties) === true ? (
        <LinkButton href={`/pairs/${pair.id}/meetings/new`} icon="calendar-plus">
          Назначить
        </LinkButton>
      ) : null}
      {mayLogMeeting(ctx.actor, parties) === true ? (
        <LinkButton kind="primary" href={`/my-meetings/log?pair=${pair.id}`} icon="plus">
          Записать встречу
        </LinkButton>
      ) : null}
    </>
  );
};

export const pairMeetingsPage: MemberRoute = {
  method: 'GET',
  path: '/pairs/:pairId/meetings',
  who: meetingVisitors,
  async handle(ctx, input) {
    const { pair, parties } = await thePair(ctx, param(input, 'pairId'));
    demand(mayReadMeeting(ctx.actor, parties));
    const meetings = await meetingsOf(ctx.db, [pair.id]);
    const held = meetings.filter(({ state }) => state === 'held');
    const expected = expectations(pair, await meetingNorms(ctx.db), meetings, ctx.today);
    const own = sideOf(ctx.actor, parties) !== undefined;
    return screen(
      ctx,
      { title: 'Встречи пары' },
      <>
        <Heading
          title="Встречи пары"
          crumbs={[
            own ? { label: 'Мои встречи', href: '/my-meetings' } : { label: 'Пары и группы', href: '/pairs' },
            { label: `${pair.mentor.lastName} — ${pair.mentee.lastName}`, href: `/pairs/${pair.id}` },
            { label: 'Встречи' },
          ]}
          lead={`${signatureOf(pair.mentor)} и ${signatureOf(pair.mentee)}: ${paceWords(held)}.`}
          actions={<Actions ctx={ctx} pair={pair} />}
        />
        <MeetingLine pair={pair} meetings={meetings} today={ctx.today} />
        <Section title="По методике">
          <Expected rows={expected} />
        </Section>
        <Section title="Все встречи" count={meetings.length}>
          {meetings.length === 0 ? (
            <Empty icon="calendar-plus" title="Встреч ещё не было">
              Первая — знакомство с куратором. Назначьте её: обе стороны увидят день и время.
            </Empty>
          ) : (
            <MeetingTable meetings={meetings.toReversed()} today={ctx.today} />
          )}
        </Section>
      </>,
    );
  },
};

/** The line of meetings with the latest of them, on the page of a pair. */
export const meetingsSection = async (ctx: PageCtx, pair: ListedPair) => {
  if (mayReadMeeting(ctx.actor, partiesOf(pair)) !== true) return null;
  const meetings = await meetingsOf(ctx.db, [pair.id]);
  const held = meetings.filter(({ state }) => state === 'held');
  const next = meetings.find(({ state, day }) => state === 'planned' && day >= ctx.today);
  const late = expectations(pair, await meetingNorms(ctx.db), meetings, ctx.today).filter(
    ({ state }) => state === 'late',
  );
  const past = meetings.filter(({ day }) => day <= addDays(ctx.today, 0)).toReversed();
  return (
    <Section title="Встречи" id="meetings" aside={paceWords(held)}>
      <MeetingLine pair={pair} meetings={meetings} today={ctx.today} />
      {late.length > 0 ? (
        <p>
          <Badge tone="bad">{`не в срок: ${late.map(({ kind }) => kindNames[kind].toLowerCase()).join(', ')}`}</Badge>
        </p>
      ) : null}
      {past.length > 0 ? <MeetingTable meetings={past.slice(0, 5)} today={ctx.today} /> : null}
      <p class="phone-row">
        <a href={`/pairs/${pair.id}/meetings`}>
          {meetings.length === 0 ? 'Назначить первую встречу' : `Все встречи: ${meetings.length}`}
        </a>
        {next ? (
          <span class="hint">
            Следующая: {[formatDay(next.day), next.starts, next.place].filter(Boolean).join(', ')}
          </span>
        ) : null}
      </p>
    </Section>
  );
};
