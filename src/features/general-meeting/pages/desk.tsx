import { formatDayLong } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { sentValue } from '../../../platform/fields.ts';
import { again, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { List } from '../../../ui/chips.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Columns, Heading, Section, Sheet } from '../../../ui/heading.tsx';
import { Menu, MenuButton } from '../../../ui/menu.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { StatRow } from '../../../ui/stat-row.tsx';
import { StatusChain } from '../../../ui/status-chain.tsx';
import { mayEnterBallots, mayKeepMeetings, mayReadPreferences, meetingKeepers, meetingReaders } from '../access.ts';
import { closeMeeting } from '../close-meeting.ts';
import { type LiveMeeting, liveMeeting } from '../live-rows.ts';
import { type GeneralMeeting, type Move, meetingStates, moves, nextMove, tellable } from '../meeting.ts';
import { moveMeeting } from '../move-meeting.ts';
import { partNames } from '../name-texts.ts';
import { meetingById } from '../rows.ts';
import { lastPlannedRound } from '../seat-rows.ts';
import { closeRefusals, moveRefusals } from '../texts.ts';

export const theMeeting = async (ctx: PageCtx, input: Input): Promise<GeneralMeeting> =>
  found(await meetingById(ctx.db, param(input, 'generalMeetingId')), 'general meeting');

export const crumbsOf = (meeting: GeneralMeeting, here?: string) => [
  { label: 'Общая встреча', href: '/general-meetings' },
  ...(here
    ? [{ label: meeting.title, href: `/general-meetings/${meeting.id}` }, { label: here }]
    : [{ label: meeting.title }]),
];

export const moveWords = (to: Move, { state, round }: GeneralMeeting): string => {
  if (to === 'rounds') return state === 'rounds' ? `Начать круг ${round + 1}` : 'Рассадить и начать разговоры';
  return { gathering: 'Вернуться к сбору', cards: 'Показать карточки', voting: 'Открыть выбор' }[to];
};

/** The one thing that usually comes next: of the desk and of the projector. */
export const NextStep = ({ meeting, last, back }: { meeting: GeneralMeeting; last: number; back: string }) => {
  const to = nextMove(meeting, last === 0 ? meeting.rounds : last);
  return to === null ? null : (
    <form class="inline-form" action={`/general-meetings/${meeting.id}/move`} method="post">
      <input type="hidden" name="version" value={meeting.version} />
      <input type="hidden" name="back" value={back} />
      <Button kind="primary" field="to" value={to} busy="Переходим…">
        {moveWords(to, meeting)}
      </Button>
    </form>
  );
};

const Others = ({ meeting, last }: { readonly meeting: GeneralMeeting; readonly last: number }) => {
  const next = nextMove(meeting, last);
  const rest = moves.filter((to) => to !== next && to !== meeting.state);
  return (
    <form class="inline-form" action={`/general-meetings/${meeting.id}/move`} method="post">
      <input type="hidden" name="version" value={meeting.version} />
      <Menu label="Перейти иначе">
        {rest.map((to) => (
          <MenuButton field="to" value={to}>
            {moveWords(to, meeting)}
          </MenuButton>
        ))}
      </Menu>
    </form>
  );
};

const Chain = ({ meeting, last }: { readonly meeting: GeneralMeeting; readonly last: number }) => {
  const at = meetingStates.indexOf(meeting.state);
  return (
    <StatusChain
      label="Ход встречи"
      steps={meetingStates.map((state, index) => ({
        title: partNames[state],
        ...(state === 'rounds' && meeting.round > 0
          ? { text: `круг ${meeting.round} из ${last === 0 ? meeting.rounds : last}` }
          : {}),
        state: index < at || meeting.state === 'closed' ? 'done' : index === at ? 'current' : 'ahead',
      }))}
    />
  );
};

const Numbers = ({ meeting, live }: { readonly meeting: GeneralMeeting; readonly live: LiveMeeting }) => {
  const guests = `/general-meetings/${meeting.id}/guests`;
  return (
    <StatRow
      stats={[
        { value: live.invited, label: 'в списке', href: guests },
        { value: live.came, label: 'пришли', href: `${guests}?who=came` },
        { value: live.voted, label: 'выбрали', href: `${guests}?who=voted` },
        { value: Math.max(0, live.came - live.voted), label: 'ещё не выбрали', href: `${guests}?who=silent` },
      ]}
    />
  );
};

const Prints = ({ ctx, meeting }: { readonly ctx: PageCtx; readonly meeting: GeneralMeeting }) => {
  const here = `/general-meetings/${meeting.id}`;
  const typing = mayEnterBallots(ctx.actor) === true;
  return (
    <Sheet title="На бумаге">
      <List
        rows={[
          {
            title: 'Личные листки',
            href: `${here}/slips`,
            text: 'QR-код и восемь цифр: вход без учётной записи. Чужой листок ничего не даст, имя видно сразу',
          },
          {
            title: 'Бланки выбора',
            text: (
              <>
                Для тех, кто без телефона:{' '}
                <a href={`${here}/ballots/mentees`} data-turbo="false">
                  наставляемым
                </a>
                ,{' '}
                <a href={`${here}/ballots/mentors`} data-turbo="false">
                  наставникам
                </a>
              </>
            ),
          },
          ...(typing && meeting.state !== 'closed'
            ? [{ title: 'Ввести бланки', href: `${here}/paper`, text: 'По номерам, с клавиатуры или с телефона' }]
            : []),
        ]}
      />
    </Sheet>
  );
};

const Closed = ({ ctx, meeting }: { readonly ctx: PageCtx; readonly meeting: GeneralMeeting }) => (
  <Note
    kind="ok"
    title={`Пришли ${counted(meeting.finalCame ?? 0, 'человек', 'человека', 'человек')}, выбрали ${meeting.finalVoted ?? 0}`}
    actions={
      <>
        {mayReadPreferences(ctx.actor) === true ? <LinkButton href="/preferences">Кто с кем хочет</LinkButton> : null}
        <LinkButton href={`/events/${meeting.eventId}`}>Протокол и фотографии</LinkButton>
      </>
    }
  >
    Выбор записан и учтётся при подборе пар. Протокол составляется на странице события: явка в нём уже есть.
  </Note>
);

const deskScreen = async (ctx: PageCtx, meeting: GeneralMeeting, refusal?: string) => {
  const live = found(await liveMeeting(ctx.db, meeting.id), 'general meeting');
  const last = await lastPlannedRound(ctx.db, meeting.id);
  const here = `/general-meetings/${meeting.id}`;
  const runs = mayKeepMeetings(ctx.actor) === true && meeting.state !== 'closed';
  return screen(
    ctx,
    { title: meeting.title },
    <>
      <Heading
        title={meeting.title}
        crumbs={crumbsOf(meeting)}
        lead={[`${formatDayLong(meeting.day)}, ${meeting.starts}`, meeting.place].filter(Boolean).join(', ')}
        actions={
          runs ? (
            <>
              <LinkButton icon="monitor" href={`${here}/screen`} newTab>
                На экран зала
              </LinkButton>
              {meeting.state === 'voting' ? (
                <LinkButton kind="primary" href={`${here}/close`}>
                  Закончить встречу
                </LinkButton>
              ) : (
                <NextStep meeting={meeting} last={last} back={here} />
              )}
            </>
          ) : null
        }
      />
      {refusal ? <Note kind="bad" title={refusal} /> : null}
      {meeting.state === 'closed' ? <Closed ctx={ctx} meeting={meeting} /> : null}
      <Columns aside={<Prints ctx={ctx} meeting={meeting} />}>
        <Numbers meeting={meeting} live={live} />
        <Section
          title="Ход встречи"
          aside={runs ? <Others meeting={meeting} last={last === 0 ? meeting.rounds : last} /> : null}
        >
          <Chain meeting={meeting} last={last} />
        </Section>
        {tellable(live.voted) === null && meeting.state === 'voting' ? (
          <Note>Пока выбрали меньше пяти человек, залу их число не показываем: оно могло бы назвать кого-то.</Note>
        ) : null}
        {meeting.state !== 'closed' ? (
          <p class="hint">
            По {meeting.roundMinutes} мин на разговор, выбрать можно до {meeting.mostWishes}. Рассадка считается по тем,
            кто отмечен пришедшим, когда начинается круг: опоздавшие попадут в следующий.
          </p>
        ) : null}
      </Columns>
    </>,
  );
};

export const deskPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId',
  who: meetingReaders,
  handle: async (ctx, input) => deskScreen(ctx, await theMeeting(ctx, input)),
};

export const moveOn: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/move',
  who: meetingKeepers,
  async handle(ctx, input) {
    const meeting = await theMeeting(ctx, input);
    const to = moves.find((move) => move === sentValue(input.form, 'to'));
    if (!to) return again(await deskScreen(ctx, meeting, moveRefusals['not-from-here']));
    const version = Number(sentValue(input.form, 'version'));
    const outcome = await moveMeeting(ctx, { meetingId: meeting.id, version, to });
    if (!outcome.ok) return again(await deskScreen(ctx, await theMeeting(ctx, input), moveRefusals[outcome.reason]));
    const here = `/general-meetings/${meeting.id}`;
    return goTo(sentValue(input.form, 'back') === `${here}/screen` ? `${here}/screen` : here);
  },
};

const closeScreen = async (ctx: PageCtx, meeting: GeneralMeeting, refusal?: string) => {
  const live = found(await liveMeeting(ctx.db, meeting.id), 'general meeting');
  const here = `/general-meetings/${meeting.id}`;
  const silent = Math.max(0, live.came - live.voted);
  return screen(
    ctx,
    { title: 'Закончить встречу?' },
    <>
      <Heading title="Закончить встречу?" crumbs={crumbsOf(meeting, 'Конец')} />
      {refusal ? <Note kind="bad" title={refusal} /> : null}
      <Confirm
        action={`${here}/close`}
        hidden={{ version: meeting.version }}
        verb="Закончить и записать выбор"
        back={here}
        danger={false}
      >
        <p>
          {`Выбрали ${live.voted} из ${live.came}. `}
          {silent > 0 ? `${counted(silent, 'человек', 'человека', 'человек')} ещё не выбрали. ` : ''}
          После этого менять выбор на телефонах нельзя, а бумажные бланки уже не вводят.
        </p>
      </Confirm>
    </>,
  );
};

export const closePage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/close',
  who: meetingKeepers,
  handle: async (ctx, input) => closeScreen(ctx, await theMeeting(ctx, input)),
};

export const closeThis: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/close',
  who: meetingKeepers,
  async handle(ctx, input) {
    const meeting = await theMeeting(ctx, input);
    const outcome = await closeMeeting(ctx, meeting.id, Number(sentValue(input.form, 'version')));
    if (!outcome.ok) return again(await closeScreen(ctx, await theMeeting(ctx, input), closeRefusals[outcome.reason]));
    return goTo(`/general-meetings/${meeting.id}`, { toast: { text: 'Встреча закончена, выбор записан' } });
  },
};
