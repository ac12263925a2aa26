import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { Fact, Gathered, StageRules } from '../stage.ts';
import { countFact, paperFact, people } from './fact-makers.ts';

const pairWords = (count: number): string => counted(count, 'пара', 'пары', 'пар');

const formed = ({ pairs: { total } }: Gathered): Fact => {
  const title = 'Пары составлены';
  if (total > 0)
    return { title, state: 'ok', reason: pairWords(total), chip: { label: pairWords(total), href: '/pairs' } };
  return {
    title,
    state: 'wait',
    reason: 'В этом году пар ещё нет',
    action: { label: 'Подобрать пары', href: '/matching' },
    chip: { label: 'Пары', href: '/matching' },
  };
};

const consents = ({ pairs: { running, consented } }: Gathered): Fact =>
  countFact({
    title: 'Согласия обеих сторон действуют',
    short: 'Согласия',
    have: consented,
    need: running,
    missing: `Без действующего согласия: ${pairWords(running - consented)}`,
    action: { label: 'Показать, кого не хватает', href: '/consents?state=absent' },
    none: 'Сначала составьте пары',
  });

/** Asked for of pairs that came out of a proposal; pairs formed by hand were agreed on by word of mouth. */
const agreed = ({ agreement: { formed: need, agreed: have, asks } }: Gathered): Fact[] => {
  if (!asks || need === 0) return [];
  return [
    countFact({
      title: 'Обе стороны согласны работать вместе',
      short: 'Согласны оба',
      have,
      need,
      missing: `Без ответа обеих сторон: ${pairWords(need - have)}`,
      action: { label: 'Открыть подбор', href: '/matching' },
      none: 'Пары из предложений ещё не составлены',
    }),
  ];
};

const ordered = ({ pairs: { total, ordered: have } }: Gathered): Fact =>
  countFact({
    title: 'Каждая пара закреплена подписанным приказом',
    short: 'Приказ о закреплении',
    have,
    need: total,
    missing: `Без подписанного приказа: ${pairWords(total - have)}`,
    action: { label: 'Подготовить приказ', href: '/pairs/order' },
    none: 'Приказ готовят, когда составлены пары',
  });

/** The meeting itself, closed with its counts; minutes of one that was held without the system are enough. */
const met = (data: Gathered): Fact => {
  const title = 'Общая встреча проведена';
  const { generalMeetings } = data;
  const closed = generalMeetings.find((meeting) => meeting.closed);
  if (closed)
    return {
      title,
      state: 'ok',
      reason: `${formatDay(closed.day)}: пришли ${people(closed.came)}, выбрали ${closed.voted}`,
      chip: { label: `Встреча ${formatDay(closed.day)}`, href: `/general-meetings/${closed.id}` },
    };
  const paper = paperFact(data, {
    kinds: ['meeting-minutes'],
    about: /общ\S* встреч/iu,
    title,
    short: 'Протокол встречи',
    missing: 'Встречи в системе не было, и протокола в реестре нет',
    make: { label: 'Завести встречу', href: '/general-meetings' },
  });
  const [planned] = generalMeetings;
  if (paper.state === 'ok' || !planned) return paper;
  const href = `/general-meetings/${planned.id}`;
  return {
    title,
    state: 'wait',
    reason: `Встреча ${formatDay(planned.day)} ещё не закончена: выбор не записан`,
    action: { label: 'Открыть встречу', href },
    chip: { label: `Встреча ${formatDay(planned.day)}`, href },
  };
};

const matched = ({ pairs: { unmatched }, mentees: { total }, support: { uncared } }: Gathered): Fact => {
  const title = 'Никто не остался без пары и поддержки';
  if (total > 0 && unmatched === 0) return { title, state: 'ok' };
  if (total > 0 && uncared === 0)
    return {
      title,
      state: 'ok',
      reason: `Без пары ${people(unmatched)}, у каждого сопровождение психолога`,
      chip: { label: `Сопровождение: ${unmatched}`, href: '/support-cases' },
    };
  if (total === 0)
    return {
      title,
      state: 'wait',
      reason: 'База наставляемых пуста',
      action: { label: 'Открыть базу наставляемых', href: '/mentees' },
    };
  return {
    title,
    state: total === unmatched ? 'wait' : 'bad',
    count: { have: total - uncared, need: total },
    reason: `Без пары и без сопровождения: ${people(uncared)}. Подберите пару или передайте психологу`,
    action: { label: 'Подобрать пары', href: '/matching' },
  };
};

/** Stage 5: pairs and groups. */
export const pairing: StageRules = {
  '5.1': (data) => ({
    facts: [met(data), formed(data), ...agreed(data), consents(data), ordered(data), matched(data)],
  }),
};
