import { counted } from '../../../kernel/russian/plural.ts';
import { Button } from '../../../ui/button.tsx';
import { Avatar } from '../../../ui/chips.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Ballot } from '../ballot.ts';
import { cardOf, type GuestRecord, suitOf, suitsNeed } from '../card.ts';
import type { GeneralMeeting } from '../meeting.ts';
import { type Labels, nameOf, wordsOf } from './words.tsx';

interface Props {
  readonly path: string;
  readonly meeting: GeneralMeeting;
  readonly own: GuestRecord;
  readonly others: readonly GuestRecord[];
  readonly talked: ReadonlySet<string>;
  readonly labels: Labels;
  readonly ballot: Ballot | undefined;
  readonly votedAt: Date | undefined;
  readonly refusal: string | undefined;
}

const suit = (own: GuestRecord, other: GuestRecord): number =>
  own.side === 'mentor' ? suitOf(own, other) : suitOf(other, own);

const words = {
  'data-accepted': 'Выбор принят. До конца встречи его можно изменить',
  'data-sending': 'Отправляем…',
  'data-offline': 'Нет связи. Выбор лежит в этом телефоне и уйдёт сам, когда она появится',
  'data-unsent': 'Выбор ещё не отправлен',
  'data-nobody': 'Выберите хотя бы одного человека',
  'data-full': 'Больше выбрать нельзя: сначала уберите кого-нибудь',
  'data-clash': 'Этот человек уже отмечен по-другому: сначала снимите ту отметку',
  'data-take': 'Выбрать',
  'data-drop': 'Убрать',
};

const howMany = ['', 'одного человека', 'до двух человек', 'до трёх человек', 'до четырёх человек', 'до пяти человек'];

const questionsOf = (most: number) =>
  [
    {
      code: 'want',
      tab: 'Хочу работать',
      title: 'С кем вы хотели бы работать?',
      hint: `Выберите ${howMany[most] ?? ''} по порядку. Кого выбрали вы, увидит только куратор.`,
    },
    {
      code: 'helps',
      tab: 'Поможет',
      title: 'Кто поможет достичь цели?',
      hint: 'Отметьте тех, с кем дело сдвинется. Это могут быть и другие люди.',
    },
    {
      code: 'avoids',
      tab: 'Не хочу',
      title: 'С кем вы не хотели бы работать?',
      hint: 'Можно никого не отмечать. Прочитают только куратор и психолог.',
    },
  ] as const;

const Filters = ({ all, near, talked }: { all: number; near: number; talked: number }) => (
  <div class="vote-filters js-only">
    <label class="vote-search">
      <Icon name="search" size={20} />
      <span class="sr">Поиск</span>
      <input
        class="input"
        type="search"
        data-vote-search
        placeholder="Имя, группа, чем может помочь"
        autocomplete="off"
      />
    </label>
    <fieldset class="vote-pills" aria-label="Кого показать">
      {[['near', 'Подходят вам', near] as const, ['all', 'Все', all] as const, ['talked', 'Говорили', talked] as const]
        .filter(([code, , count]) => count > 0 || code === 'all')
        .map(([code, label, count]) => (
          <button type="button" class="vote-pill" data-vote-filter={code} aria-pressed="false">
            {label} {count}
          </button>
        ))}
    </fieldset>
  </div>
);

interface RowProps {
  readonly one: GuestRecord;
  readonly props: Props;
}

const Row = ({ one, props: { own, talked, labels, meeting, ballot } }: RowProps) => {
  const card = cardOf(one);
  const name = nameOf(card);
  const place = (ballot?.wants.indexOf(one.personId) ?? -1) + 1;
  const text = wordsOf(card, labels);
  return (
    <li
      class="vote-card"
      data-id={one.personId}
      data-near={suitsNeed(own, one) ? '' : undefined}
      data-talked={talked.has(one.personId) ? '' : undefined}
    >
      <Avatar initials={card.initials || String(card.number)} size="m" />
      <div class="vote-words">
        <p class="vote-name">{name}</p>
        <p class="vote-text">{talked.has(one.personId) ? `${text}${text ? '. ' : ''}Вы говорили за столом` : text}</p>
      </div>
      <button type="button" class="vote-pick js-only" data-pick aria-pressed="false" aria-label={`Выбрать: ${name}`} />
      <div class="vote-controls">
        <label>
          Место{' '}
          <select name={`place-${one.personId}`} aria-label={`Место: ${name}`}>
            <option value="">—</option>
            {Array.from({ length: meeting.mostWishes }, (_, at) => (
              <option value={at + 1} selected={place === at + 1}>
                {at + 1}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            name="helps"
            value={one.personId}
            checked={ballot?.helps.includes(one.personId)}
            aria-label={`Поможет достичь цели: ${name}`}
          />{' '}
          поможет
        </label>
        <label>
          <input
            type="checkbox"
            name="avoids"
            value={one.personId}
            checked={ballot?.avoids.includes(one.personId)}
            aria-label={`Не хочу работать: ${name}`}
          />{' '}
          не хочу
        </label>
      </div>
    </li>
  );
};

const Questions = ({ most }: { readonly most: number }) => (
  <>
    <fieldset class="vote-tabs js-only" aria-label="О чём вы отвечаете">
      {questionsOf(most).map(({ code, tab }, at) => (
        <button type="button" class="vote-tab" data-question={code} aria-pressed={at === 0 ? 'true' : 'false'}>
          {tab} <span data-chosen />
        </button>
      ))}
    </fieldset>
    {questionsOf(most).map(({ code, title, hint }, at) => (
      <div class={at === 0 ? 'vote-question' : 'vote-question later'} data-title={code}>
        {at === 0 ? <h1>{title}</h1> : <h2>{title}</h2>}
        <p class="hint">{hint}</p>
      </div>
    ))}
  </>
);

/**
 * The vote. Without scripts each card has a place, and two ticks; with them a card is one round button, and the three questions come
 * one after another. The names of the form are the same.
 */
export const VoteForm = (props: Props) => {
  const { path, meeting, own, others, votedAt } = props;
  const sorted = others
    .map((one) => ({ one, points: (one.came ? 1000 : 0) + suit(own, one) }))
    .sort((a, b) => b.points - a.points || a.one.lastName.localeCompare(b.one.lastName, 'ru'))
    .map(({ one }) => one);
  const near = sorted.filter((one) => suitsNeed(own, one)).length;
  return (
    <form
      class="vote"
      action={`${path}/vote`}
      method="post"
      data-vote={`${meeting.id}:${own.number}`}
      data-most={meeting.mostWishes}
      data-voted={votedAt?.getTime()}
      {...words}
    >
      <ErrorSummary refusal={props.refusal} />
      <Questions most={meeting.mostWishes} />
      <Filters all={sorted.length} near={near} talked={props.talked.size} />
      <ul class="vote-cards">
        {sorted.map((one) => (
          <Row one={one} props={props} />
        ))}
      </ul>
      <p class="vote-none" data-none hidden>
        Никого не нашлось. Посмотрите всех: {counted(sorted.length, 'человек', 'человека', 'человек')}.
      </p>
      <div class="vote-foot">
        <p class="vote-sum js-only">
          <span data-sum />
          <button type="button" class="vote-order" data-order hidden>
            Сменить порядок
          </button>
        </p>
        <Button kind="primary" size="l" wide busy="Отправляем…">
          Отправить выбор
        </Button>
        <p class="vote-note" role="status" data-note>
          {votedAt ? words['data-accepted'] : ''}
        </p>
      </div>
    </form>
  );
};
