import { assetUrl } from '../../../platform/assets.ts';
import { now } from '../../../platform/clock.ts';
import { found } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { normsOf } from '../../college/rows.ts';
import { meetingKeepers } from '../access.ts';
import { cardOf, type GuestRecord } from '../card.ts';
import { guestRecords } from '../guest-rows.ts';
import { type LiveMeeting, liveMeeting } from '../live-rows.ts';
import { type GeneralMeeting, tellable } from '../meeting.ts';
import { lastPlannedRound, type SeatLine, seatsOf } from '../seat-rows.ts';
import { NextStep, theMeeting } from './desk.tsx';
import { type Labels, labelsOf, nameOf, wordsOf } from './words.tsx';

const few = 'меньше 5';

const Counts = ({ live, state }: { readonly live: LiveMeeting; readonly state: GeneralMeeting['state'] }) => (
  <p class="hall-counts">
    <span>
      пришли <strong data-count="came">{live.came}</strong> из <span data-count="invited">{live.invited}</span>
    </span>
    {state === 'voting' || state === 'closed' ? (
      <span>
        выбрали{' '}
        <strong data-count="voted" data-few={few}>
          {tellable(live.voted) ?? few}
        </strong>
      </span>
    ) : null}
  </p>
);

const Join = ({ url, big }: { readonly url: string; readonly big: boolean }) => (
  <div class={big ? 'hall-join big' : 'hall-join'}>
    <Qr text={url} size={big ? 340 : 110} label="Код для входа на встречу" />
    <div>
      {big ? (
        <ol>
          <li>Наведите телефон на код на своём листке.</li>
          <li>Не выходит? Наведите на этот код и наберите восемь цифр с листка.</li>
          <li>Нет телефона? Возьмите у куратора бумажный бланк.</li>
        </ol>
      ) : null}
      <p class="hall-address">{url.replace(/^https?:\/\//, '')}</p>
    </div>
  </div>
);

const cardsOnScreen = 16;

/** Mentors' cards, a screenful at a time; the script turns the pages. */
const Cards = ({ guests, labels, page }: { guests: readonly GuestRecord[]; labels: Labels; page: number }) => {
  const mentors = guests.filter(({ side }) => side === 'mentor').map(cardOf);
  const pages = Math.max(1, Math.ceil(mentors.length / cardsOnScreen));
  const at = Math.min(Math.max(1, page), pages);
  return (
    <>
      <ul class="hall-cards" data-turn={pages > 1 ? `?page=${(at % pages) + 1}` : undefined}>
        {mentors.slice((at - 1) * cardsOnScreen, at * cardsOnScreen).map((card) => (
          <li>
            <strong>{card.number}</strong>
            <span>
              <span class="hall-name">{nameOf(card)}</span>
              <span class="hall-words">{wordsOf(card, labels)}</span>
            </span>
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <nav class="hall-pages" aria-label="Страницы карточек">
          {Array.from({ length: pages }, (_, index) => (
            <a href={`?page=${index + 1}`} aria-current={index + 1 === at ? 'page' : undefined}>
              {index + 1}
            </a>
          ))}
        </nav>
      ) : null}
    </>
  );
};

const shortName = (guest: GuestRecord | undefined): string => {
  if (!guest) return '';
  const name = guest.consented ? ` ${guest.lastName} ${guest.firstName.slice(0, 1)}.` : '';
  return `${guest.number}${name}`;
};

/** Who sits where: a table under the number of the one who stays. */
const Tables = ({
  seats,
  guests,
}: {
  readonly seats: readonly SeatLine[];
  readonly guests: readonly GuestRecord[];
}) => {
  const byId = new Map(guests.map((guest) => [guest.personId, guest]));
  const tables = Map.groupBy(seats, ({ table }) => table);
  return (
    <ul class="hall-tables">
      {[...tables].map(([table, places]) => {
        const people = [...new Set(places.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))].map((id) =>
          byId.get(id),
        );
        const host = people.find((guest) => guest?.number === table);
        return (
          <li>
            <p class="hall-name">Стол {shortName(host)}</p>
            <p class="hall-words">
              {people
                .filter((guest) => guest !== host)
                .map(shortName)
                .join(', ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
};

const titles = {
  gathering: 'Собираемся',
  cards: 'Наши наставники',
  rounds: 'Короткие разговоры',
  voting: 'С кем вы хотели бы работать?',
  closed: 'Спасибо, что были с нами!',
} as const;

interface Shown {
  readonly meeting: GeneralMeeting;
  readonly guests: readonly GuestRecord[];
  readonly seats: readonly SeatLine[];
  readonly labels: Labels;
  readonly page: number;
  readonly url: string;
}

const Body = ({ meeting, guests, seats, labels, page, url }: Shown) => {
  if (meeting.state === 'gathering') return <Join url={url} big />;
  if (meeting.state === 'cards') return <Cards guests={guests} labels={labels} page={page} />;
  if (meeting.state === 'rounds')
    return <Tables seats={seats.filter(({ round }) => round === meeting.round)} guests={guests} />;
  if (meeting.state === 'voting')
    return (
      <p class="hall-say">
        Выберите на телефоне до {meeting.mostWishes} человек по порядку. Кого выбрали вы, увидит только куратор. До
        конца встречи выбор можно изменить.
      </p>
    );
  return <p class="hall-say">Выбор записан. Кто с кем работает, решит куратор и спросит согласия обоих.</p>;
};

const projector = async (ctx: PageCtx, meeting: GeneralMeeting, page: number) => {
  const live = found(await liveMeeting(ctx.db, meeting.id), 'general meeting');
  const guests = ['cards', 'rounds'].includes(meeting.state) ? await guestRecords(ctx.db, meeting.id, ctx.today) : [];
  const seats = meeting.state === 'rounds' ? await seatsOf(ctx.db, meeting.id) : [];
  const last = await lastPlannedRound(ctx.db, meeting.id);
  const url = `${ctx.baseUrl}/meet/${meeting.id}`;
  const title = meeting.state === 'rounds' ? `Круг ${meeting.round} из ${last}` : titles[meeting.state];
  return screen(
    ctx,
    { title: meeting.title, frame: 'blank', script: assetUrl('hall.js') },
    <div
      class="hall"
      data-live={`/meet/${meeting.id}/state`}
      data-version={meeting.version}
      data-every="2000"
      data-spread="0"
      data-now={now().getTime()}
      data-ends={meeting.endsAt?.getTime()}
    >
      <header class="hall-top">
        <div>
          <p class="hall-title">{meeting.title}</p>
          <h1>{title}</h1>
        </div>
        {meeting.endsAt ? <p class="hall-clock" data-left="" data-over="Время вышло" role="timer" /> : null}
      </header>
      <Body
        meeting={meeting}
        guests={guests}
        seats={seats}
        labels={labelsOf(await normsOf(ctx.db, 'topic'))}
        page={page}
        url={url}
      />
      <footer class="hall-foot">
        <Counts live={live} state={meeting.state} />
        {meeting.state === 'gathering' || meeting.state === 'closed' ? null : <Join url={url} big={false} />}
        <div class="actions">
          <NextStep meeting={meeting} last={last} back={`/general-meetings/${meeting.id}/screen`} />
          <a href={`/general-meetings/${meeting.id}`}>Пульт ведущего</a>
        </div>
      </footer>
    </div>,
  );
};

/** For the screen of the hall: large words, the clock, counts that name nobody. Opened by the curator. */
export const projectorPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/screen',
  who: meetingKeepers,
  handle: async (ctx, input) =>
    projector(ctx, await theMeeting(ctx, input), Number(input.query.get('page') ?? '1') || 1),
};
