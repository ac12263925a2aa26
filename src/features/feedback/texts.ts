import { formatDay, parseDay } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { CloseRefusal, OwnerRefusal } from './close-flag.ts';
import type { Outcome, RiskDetails, RiskReason } from './risk.ts';

const sideWords = { mentor: 'наставника', mentee: 'наставляемого' } as const;

const side = ({ side: code }: RiskDetails): string => (code === 'mentor' || code === 'mentee' ? sideWords[code] : '');

const days = (count: number): string => counted(count, 'день', 'дня', 'дней');

const dayWords = (value: RiskDetails[string] | undefined): string => {
  const read = typeof value === 'string' ? parseDay(value) : undefined;
  return read ? formatDay(read) : '';
};

export const reasonNames: Readonly<Record<RiskReason, string>> = {
  'help-asked': 'Наставник просит помощи',
  'low-comfort': 'Одному из двоих неуютно',
  silent: 'Давно не встречались',
  missed: 'Встречи срываются',
  'late-tasks': 'План отстаёт',
  'one-sided': 'Одна сторона молчит',
};

/** What a flag tells, in a sentence. */
export const flagWords = (reason: RiskReason, details: RiskDetails): string => {
  const number = (name: string) => Number(details[name] ?? 0);
  switch (reason) {
    case 'help-asked':
      return `Попросил помощи после встречи ${dayWords(details.day)}`;
    case 'low-comfort':
      return `В анкете ${side(details)} ${number('comfort')} из 10`;
    case 'silent':
      return details.last
        ? `Последняя встреча ${dayWords(details.last)}, прошло ${days(number('days'))}`
        : `Ни одной встречи за ${days(number('days'))}`;
    case 'missed':
      return `Подряд не состоялось: ${counted(number('times'), 'встреча', 'встречи', 'встреч')}`;
    case 'late-tasks':
      return `Просрочено: ${counted(number('tasks'), 'задача', 'задачи', 'задач')}`;
    case 'one-sided':
      return `Нет ответа ${side(details)} на анкету, вторая сторона ответила`;
  }
};

export const outcomeNames: Readonly<Record<Outcome | 'passed', string>> = {
  talked: 'Поговорили',
  plan: 'Исправляем план',
  replaced: 'Меняем наставника',
  ended: 'Завершаем пару',
  'no-risk': 'Риска нет',
  passed: 'Прошло само',
};

const changed = 'Пока вы писали, пометку изменил другой человек. Ниже ваши слова; посмотрите и запишите ещё раз.';

export const closeRefusals: Readonly<Record<CloseRefusal, string>> = {
  'closed-already': 'Эту пометку уже закрыли.',
  'changed-meanwhile': changed,
  'no-plan': 'У пары нет плана: исправлять нечего. Выберите другой исход или начните план.',
  'not-agreed': 'План пары ещё не согласован: правьте его сразу, исправление не нужно.',
  'waits-for-agreement': 'Исправленный план уже ждёт согласования сторон.',
};

export const ownerRefusals: Readonly<Record<OwnerRefusal, string>> = {
  'changed-meanwhile': changed,
  'not-an-owner': 'Выберите ответственного из списка.',
};

export const normRefusals = {
  'changed-meanwhile': 'Пока вы правили, нормы изменил другой человек. Проверьте их и запишите ещё раз.',
} as const;

const roman = { 1: 'первая четверть работы', 2: 'середина года', 3: 'конец года' } as const;

/** «Наставники: как идёт работа, середина года» */
export const roundTitle = (role: 'mentor' | 'mentee', quarter: 1 | 2 | 3): string =>
  `${role === 'mentor' ? 'Наставники' : 'Наставляемые'}: как идёт работа, ${roman[quarter]}`;

export const feedbackJournal: Record<string, string> = {
  'risks.looked-through': 'Пары просмотрены на риски',
  'risks.norms-changed': 'Изменены нормы риска',
  'risk.closed': 'Пометка о риске закрыта',
  'risk.handed': 'Назначен ответственный за пометку о риске',
};
