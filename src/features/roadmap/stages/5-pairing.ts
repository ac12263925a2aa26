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

const matched = ({ pairs: { unmatched }, mentees: { total } }: Gathered): Fact => {
  const title = 'Никто не остался без пары';
  if (total > 0 && unmatched === 0) return { title, state: 'ok' };
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
    count: { have: total - unmatched, need: total },
    reason: `Без пары: ${people(unmatched)}. Нужны поиск и поддержка психолога`,
    action: { label: 'Подобрать пары', href: '/matching' },
  };
};

/** Stage 5: pairs and groups. */
export const pairing: StageRules = {
  '5.1': (data) => ({
    facts: [
      paperFact(data, {
        kinds: ['meeting-minutes'],
        about: /общ\S* встреч/iu,
        title: 'Общая встреча проведена',
        short: 'Протокол встречи',
        missing: 'Протокола общей встречи в реестре нет',
      }),
      formed(data),
      consents(data),
      ordered(data),
      matched(data),
    ],
  }),
};
