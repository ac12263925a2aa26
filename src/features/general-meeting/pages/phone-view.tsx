import { plural } from '../../../kernel/russian/plural.ts';
import { Button } from '../../../ui/button.tsx';
import { Avatar, List } from '../../../ui/chips.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { cardOf, type GuestRecord } from '../card.ts';
import { type GeneralMeeting, otherSide } from '../meeting.ts';
import { partNames } from '../name-texts.ts';
import type { SeatLine } from '../seat-rows.ts';
import { type Labels, nameOf, wordsOf } from './words.tsx';

/** «идёт общая встреча», and how long the part still takes; the script counts down. */
export const PhoneHead = ({ meeting }: { readonly meeting: GeneralMeeting }) => (
  <header class="hall-head">
    <p class={meeting.state === 'closed' ? 'hall-on over' : 'hall-on'}>
      <Icon name="radio" size={18} />
      {meeting.state === 'closed' ? 'встреча закончена' : 'идёт общая встреча'}
    </p>
    {meeting.endsAt ? (
      <p class="hall-left" data-left="осталось" data-over="время вышло" role="timer">
        {partNames[meeting.state].toLowerCase()}
      </p>
    ) : null}
  </header>
);

/** The first page behind a slip: whose it is, and one button. */
export const StepIn = ({ own, path }: { readonly own: GuestRecord; readonly path: string }) => (
  <div class="hall-part">
    <h1>
      {own.firstName} {own.lastName.slice(0, 1)}., вы на встрече?
    </h1>
    <p class="lead">Это личная страница участника №&nbsp;{own.number}. Если имя не ваше, отдайте листок куратору.</p>
    <form action={path} method="post">
      <Button kind="primary" size="l" wide busy="Отмечаем…">
        Я здесь
      </Button>
    </form>
  </div>
);

interface Part {
  readonly meeting: GeneralMeeting;
  readonly own: GuestRecord;
  readonly guests: readonly GuestRecord[];
  readonly seats: readonly SeatLine[];
  readonly labels: Labels;
  readonly voted: boolean;
}

const People = ({ people, labels, label }: { people: readonly GuestRecord[]; labels: Labels; label: string }) => (
  <List
    label={label}
    rows={people.map(cardOf).map((card) => ({
      title: nameOf(card),
      text: wordsOf(card, labels),
      before: <Avatar initials={card.initials || String(card.number)} />,
    }))}
  />
);

const Round = ({ meeting, own, guests, seats, labels }: Part) => {
  const mine = seats.filter(
    ({ round, mentorId, menteeId }) => round === meeting.round && [mentorId, menteeId].includes(own.personId),
  );
  const partners = mine.map(({ mentorId, menteeId }) => (own.side === 'mentor' ? menteeId : mentorId));
  const [table] = mine.map((seat) => seat.table);
  if (table === undefined)
    return (
      <>
        <h1>В этом круге вы отдыхаете</h1>
        <p class="lead">Со всеми, кто пришёл, вы уже поговорили, или только что вошли. Ждите следующего круга.</p>
      </>
    );
  const stays = table === own.number;
  return (
    <>
      <h1>Стол {table}</h1>
      <p class="lead">
        {stays
          ? `Вы остаётесь за своим столом, ${plural(partners.length, 'к вам подойдёт', 'к вам подойдут', 'к вам подойдут')}:`
          : 'Вас ждёт:'}
      </p>
      <People
        people={guests.filter(({ personId }) => partners.includes(personId))}
        labels={labels}
        label="С кем вы говорите"
      />
    </>
  );
};

const After = ({ voted }: { readonly voted: boolean }) => (
  <>
    <h1>Спасибо!</h1>
    <p class="lead">
      {voted
        ? 'Ваш выбор учтён. Кто с кем работает, решит куратор и спросит согласия обоих.'
        : 'Вашего выбора здесь нет. Если хотели кого-то назвать, скажите куратору.'}
    </p>
  </>
);

/** What a guest sees besides the vote. */
export const PhonePart = (part: Part) => {
  const { meeting, own, guests, labels } = part;
  if (meeting.state === 'closed')
    return (
      <div class="hall-part">
        <After voted={part.voted} />
      </div>
    );
  if (meeting.state === 'rounds')
    return (
      <div class="hall-part">
        <Round {...part} />
      </div>
    );
  const others = guests.filter(({ side }) => side === otherSide(own.side));
  return (
    <div class="hall-part">
      <h1>
        {meeting.state === 'gathering' ? 'Вы отмечены' : own.side === 'mentee' ? 'Наставники' : 'Кто ищет наставника'}
      </h1>
      <p class="lead">
        Ваш номер на встрече: <strong>{own.number}</strong>. Не закрывайте страницу, она сама покажет, что дальше.
      </p>
      {meeting.state === 'gathering' ? (
        <Note kind="info">Начнём, когда соберутся все. Пока можно познакомиться с соседями.</Note>
      ) : (
        <People people={others} labels={labels} label="Участники другой стороны" />
      )}
    </div>
  );
};
