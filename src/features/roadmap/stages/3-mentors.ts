import type { Fact, Gathered, RowFacts, StageRules } from '../stage.ts';
import { countFact, people } from './fact-makers.ts';
import { told } from './information-facts.ts';

/** Spoken of only while something has run out: most colleges ask for clearances of few. */
const clearances = (expired: number): Fact[] =>
  expired === 0
    ? []
    : [
        {
          title: 'Справки наставников действуют',
          state: 'bad',
          reason: `Срок справки вышел: ${people(expired)}`,
          action: { label: 'Открыть отбор', href: '/selection' },
          chip: { label: 'Справки', href: '/selection', outdated: true },
        },
      ];

function base({ mentors: { total, ready }, selection }: Gathered): RowFacts {
  const none = 'База наставников пуста';
  const open = { label: 'Открыть базу наставников', href: '/mentors' };
  if (total === 0) {
    const chip = { label: 'База', href: open.href };
    return { facts: [{ title: 'База наставников собрана', state: 'wait', reason: none, action: open, chip }] };
  }
  return {
    facts: [
      {
        title: 'База наставников собрана',
        state: 'ok',
        reason: people(total),
        chip: { label: `База: ${people(total)}`, href: open.href },
      },
      countFact({
        title: 'Каждый сказал, чем может помочь',
        short: 'Компетенции',
        have: ready.competences,
        need: total,
        missing: `Без компетенций: ${people(total - ready.competences)}`,
        action: { label: 'Показать, у кого пробелы', href: '/mentors?gaps=yes' },
        none,
      }),
      countFact({
        title: 'Согласия действуют у всех',
        short: 'Согласия',
        have: ready.consent,
        need: total,
        missing: `Без действующего согласия: ${people(total - ready.consent)}`,
        action: { label: 'Показать, кого не хватает', href: '/consents?who=mentors&state=absent' },
        none,
      }),
      ...clearances(selection.expired),
    ],
  };
}

/** Stage 3: who can help. */
export const mentors: StageRules = {
  '3.1': (data) => ({
    facts: told(data, {
      aim: 'mentors',
      kind: 'mentor-information',
      about: /семинар|приглаш|будущ\S* наставник/iu,
      title: 'О программе рассказано будущим наставникам',
      audiences: [
        ['students', 'старшекурсникам'],
        ['teachers', 'педагогам'],
        ['employers', 'предприятиям'],
      ],
    }),
  }),
  '3.2': base,
};
