import type { Window } from '../../../kernel/period.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import type { QuarterAnswers } from '../../feedback/fact-rows.ts';
import type { Fact, Gathered, RowFacts, StageRules } from '../stage.ts';
import { countFact, isCovered, paperFact, papersWithin } from './fact-makers.ts';

const quarterNames = ['IV квартал', 'I квартал', 'II квартал'];

/** A quarter is closed when both sides of enough pairs have answered, or by a summary that the college registered. */
function quarterFact(data: Gathered, { window, asked, both }: QuarterAnswers, index: number): Fact {
  const name = quarterNames[index] ?? '';
  const title = `Обе стороны ответили за ${name}`;
  const href = '/questionnaires?moment=during';
  const chip = { label: asked > 0 ? `${name}: ${both} из ${asked}` : name, href };
  if (isAnswered(data, { asked, both })) return { title, state: 'ok', count: { have: both, need: asked }, chip };
  if (papersWithin(data, 'feedback-summary', window).length > 0)
    return { title, state: 'ok', reason: 'По сводке в реестре', chip: { label: name, href: '/documents' } };
  const running = window.till >= data.today;
  const reason =
    asked > 0
      ? `Ответили обе стороны: ${both} из ${counted(asked, 'пары', 'пар', 'пар')}, нужно ${data.feedback.enoughShare} %`
      : running
        ? 'Анкеты квартала ещё не разосланы'
        : 'Квартал прошёл без анкет и без сводки';
  const action = { label: asked > 0 ? 'Открыть анкеты' : 'Разослать анкеты', href };
  return { title, state: running ? 'wait' : 'bad', reason, action, chip };
}

const isAnswered = ({ feedback: { enoughShare } }: Gathered, { asked, both }: Pick<QuarterAnswers, 'asked' | 'both'>) =>
  asked > 0 && both * 100 >= asked * enoughShare;

function feedback(data: Gathered): RowFacts {
  const { today } = data;
  const { quarters } = data.feedback;
  const windows = quarters.map(({ window }) => window);
  const has = (window: Window) =>
    quarters.some((one) => one.window.from === window.from && isAnswered(data, one)) ||
    papersWithin(data, 'feedback-summary', window).length > 0;
  const facts = quarters.flatMap((quarter, index) =>
    quarter.window.from > today ? [] : [quarterFact(data, quarter, index)],
  );
  return { facts: [...facts, ...speaking(data)], isDone: (window) => isCovered(window, windows, today, has) };
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
