import type { Gathered, RowFacts, StageRules } from '../stage.ts';
import { countFact, people } from './fact-makers.ts';
import { told } from './information-facts.ts';

function base({ mentees }: Gathered): RowFacts {
  const { total, ready } = mentees;
  const none = 'База наставляемых пуста';
  const add = { label: 'Открыть базу наставляемых', href: '/mentees' };
  if (total === 0) {
    const chip = { label: 'База', href: add.href };
    return { facts: [{ title: 'База наставляемых собрана', state: 'wait', reason: none, action: add, chip }] };
  }
  return {
    facts: [
      {
        title: 'База наставляемых собрана',
        state: 'ok',
        reason: people(total),
        chip: { label: `База: ${people(total)}`, href: add.href },
      },
      countFact({
        title: 'У каждого есть запрос',
        short: 'Запросы',
        have: ready.need,
        need: total,
        missing: `Без запроса: ${people(total - ready.need)}`,
        action: { label: 'Показать, у кого пробелы', href: '/mentees?topic=none' },
        none,
      }),
      countFact({
        title: 'Согласия действуют у всех',
        short: 'Согласия',
        have: ready.consent,
        need: total,
        missing: `Без действующего согласия: ${people(total - ready.consent)}`,
        action: { label: 'Показать, кого не хватает', href: '/mentees?consent=absent' },
        none,
      }),
    ],
  };
}

/** Stage 2: who needs help. */
export const mentees: StageRules = {
  '2.1': (data) => ({
    facts: told(data, {
      aim: 'mentees',
      kind: 'mentee-information',
      about: /родител|информирован|собрани/iu,
      title: 'О программе рассказано родителям, педагогам и обучающимся',
      audiences: [
        ['students', 'студентам'],
        ['parents', 'родителям'],
        ['teachers', 'педагогам'],
      ],
    }),
  }),
  '2.2': base,
};
