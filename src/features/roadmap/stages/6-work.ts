import { calendarYearOf } from '../../../kernel/academic-year.ts';
import { dayWithin } from '../../../kernel/day.ts';
import type { Window } from '../../../kernel/period.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { Fact, Gathered, RowFacts, StageRules } from '../stage.ts';
import { countFact, isCovered, paperFact, papersWithin, registerHref } from './fact-makers.ts';

const quarterNames = ['IV квартал', 'I квартал', 'II квартал'];
const quarterMonths = [
  [9, 12],
  [1, 3],
  [4, 6],
] as const;

/** Quarters of work: September joins the fourth of the calendar, July and August are holidays. */
const quartersOf = (year: number): readonly Window[] =>
  quarterMonths.map(([first, last]) => ({
    from: dayWithin(calendarYearOf(year, first), first, 1),
    till: dayWithin(calendarYearOf(year, last), last, 31),
  }));

function feedback(data: Gathered): RowFacts {
  const { today, year } = data;
  const quarters = quartersOf(year);
  const has = (quarter: Window) => papersWithin(data, 'feedback-summary', quarter).length > 0;
  const action = { label: 'Записать сводку', href: registerHref('feedback-summary') };
  const facts = quarters.flatMap((quarter, index): Fact[] => {
    if (quarter.from > today) return [];
    const name = quarterNames[index] ?? '';
    const title = `Обратная связь за ${name}`;
    if (has(quarter)) return [{ title, state: 'ok', chip: { label: name, href: '/documents' } }];
    const running = quarter.till >= today;
    const reason = running ? 'Квартал идёт, сводки ещё нет' : 'Квартал прошёл без сводки';
    return [{ title, state: running ? 'wait' : 'bad', reason, action, chip: { label: name, href: action.href } }];
  });
  return { facts: [...facts, ...speaking(data)], isDone: (window) => isCovered(window, quarters, today, has) };
}

/** Every form that pairs work in has something for its mentors to read; forms are counted, not materials. */
function materials({ library: { forms, uncovered, materials: count } }: Gathered): Fact {
  const fact = countFact({
    title: 'Материалы есть для каждой формы',
    short: 'Материалы',
    have: forms.length - uncovered.length,
    need: forms.length,
    missing: `Без материалов для наставников: ${counted(uncovered.length, 'форма', 'формы', 'форм')}`,
    action: { label: 'Открыть библиотеку', href: '/library' },
    none: 'Материалы нужны, когда есть пары',
  });
  if (fact.state !== 'ok') return fact;
  const words = counted(count, 'материал', 'материала', 'материалов');
  return { ...fact, reason: words, chip: { label: words, href: '/library' } };
}

/** Every pair that works has a plan that both sides agreed to; tasks that are late are told, but close nothing. */
function plans({ plans: { pairs, agreed, waiting, drafts, late } }: Gathered): Fact {
  const missing = [
    waiting > 0 ? `ждут согласия: ${waiting}` : '',
    drafts > 0 ? `в черновике: ${drafts}` : '',
    pairs - agreed - waiting - drafts > 0 ? `без плана: ${pairs - agreed - waiting - drafts}` : '',
  ].filter(Boolean);
  const fact = countFact({
    title: 'У каждой пары согласован план',
    short: 'Планы',
    have: agreed,
    need: pairs,
    missing: `Не у всех пар план согласован: ${missing.join(', ')}`,
    action: { label: 'Открыть планы', href: '/plans' },
    none: 'Планы составляют, когда пары начнут работать',
  });
  return fact.state === 'ok' && late > 0
    ? { ...fact, reason: `${agreed} из ${pairs}. Задачи с прошедшим сроком: ${counted(late, 'пара', 'пары', 'пар')}` }
    : fact;
}

/** People whom the board really shows: an entry without a consent is not one. */
function board(data: Gathered): Fact {
  const { shown, hidden } = data.rewards;
  const title = 'Доска почёта ведётся';
  const href = '/rewards/board';
  if (shown > 0) {
    const words = counted(shown, 'человек', 'человека', 'человек');
    return { title, state: 'ok', reason: words, chip: { label: `Доска: ${words}`, href } };
  }
  const paper = paperFact(data, { kinds: ['honour-board'], title, short: 'Доска почёта', missing: 'На доске никого' });
  if (paper.state === 'ok') return paper;
  const reason = hidden > 0 ? 'Ни у кого на доске нет согласия на публикацию' : 'На доске никого';
  return {
    title,
    state: 'wait',
    reason,
    action: { label: 'Вести доску', href },
    chip: { label: 'Доска почёта', href },
  };
}

/** A case that both sides agreed to, or a description that the college registered. */
function practice(data: Gathered): Fact {
  const { cases, casesInWork } = data.rewards;
  const title = 'Удачная практика описана';
  const href = '/rewards/cases';
  if (cases > 0) {
    const words = counted(cases, 'кейс', 'кейса', 'кейсов');
    return { title, state: 'ok', reason: words, chip: { label: words, href } };
  }
  const paper = paperFact(data, { kinds: ['practice-case'], title, short: 'Практика', missing: 'Кейсов нет' });
  if (paper.state === 'ok') return paper;
  const reason = casesInWork > 0 ? 'Кейсы пишут, но стороны ещё не согласились' : 'Кейсов нет';
  return { title, state: 'wait', reason, action: { label: 'Открыть кейсы', href }, chip: { label: 'Кейсы', href } };
}

/** Pairs whose first days are over have met; none is asked before. */
function met({ meetings: { dueToMeet, met: have } }: Gathered): Fact[] {
  if (dueToMeet === 0) return [];
  return [
    countFact({
      title: 'Пары познакомились и встречаются',
      short: 'Встречи',
      have,
      need: dueToMeet,
      missing: `Ещё ни разу не встречались: ${counted(dueToMeet - have, 'пара', 'пары', 'пар')}`,
      action: { label: 'Открыть встречи', href: '/meetings' },
      none: '',
    }),
  ];
}

/** Pairs that have met within the days that the college calls silence. */
function speaking({ meetings: { dueToSpeak, speaking: have, silenceDays } }: Gathered): Fact[] {
  if (dueToSpeak === 0) return [];
  return [
    countFact({
      title: 'Пары не молчат',
      short: 'Встречаются',
      have,
      need: dueToSpeak,
      missing: `Без встреч дольше ${counted(silenceDays, 'дня', 'дней', 'дней')}: ${counted(dueToSpeak - have, 'пара', 'пары', 'пар')}`,
      action: { label: 'Открыть встречи', href: '/meetings' },
      none: '',
    }),
  ];
}

/** Stage 6: pairs at work. */
export const work: StageRules = {
  '6.1': (data) => ({ facts: [plans(data), ...met(data)] }),
  '6.2': (data) => ({
    facts: [materials(data)],
  }),
  '6.3': (data) => ({
    facts: [board(data), practice(data)],
  }),
  '6.4': feedback,
};
