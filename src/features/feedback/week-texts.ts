import { type Day, formatDay, formatDayMonth } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { ListedPlan } from '../plans/register-rows.ts';
import type { WeekKind } from './week.ts';

export const kindNames: Readonly<Record<WeekKind, string>> = {
  risk: 'Пары под вопросом',
  help: 'Просят помощи',
  question: 'Ждут ответа',
  case: 'Пока без пары',
  meeting: 'Встречи не записаны',
  plan: 'Нет согласованного плана',
  round: 'Анкеты без ответа',
  consent: 'Кончаются согласия',
};

/** What the button of a line says. */
export const kindActions: Readonly<Record<WeekKind, string>> = {
  risk: 'Разобрать',
  help: 'Прочитать',
  question: 'Ответить',
  case: 'Открыть',
  meeting: 'Встречи пары',
  plan: 'Открыть',
  round: 'Кто молчит',
  consent: 'Открыть',
};

export const you = 'вы';
export const nobody = 'никто не назначен';
export const psychologist = 'психолог';

export const helpReason = (on: Day): string => `Наставник попросил помощи после встречи ${formatDayMonth(on)}`;

export const unloggedReason = (days: readonly Day[], first: Day): string =>
  days.length === 1
    ? `Встреча ${formatDayMonth(first)} прошла или нет, не записано`
    : `Не записано ${counted(days.length, 'встреча', 'встречи', 'встреч')}, первая ${formatDayMonth(first)}`;

export const planReason = ({ state, from }: Pick<ListedPlan, 'state' | 'from'>): string => {
  if (state === 'waiting') return 'План написан, ждёт согласования';
  if (state === 'draft') return `Пара работает с ${formatDayMonth(from)}, план ещё пишут`;
  return `Пара работает с ${formatDayMonth(from)}, плана нет`;
};

export const bothSides = 'наставник и наставляемый';

export const roundReason = (silent: number, asked: number, till: Day): string =>
  `Не ответили ${silent} из ${asked}, приём до ${formatDayMonth(till)}`;

/** «Белова Анна, Ким Олег и ещё 5» */
export const namesOf = (names: readonly string[], most = 3): string => {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} и ещё ${rest}` : names.join(', ');
};

export const caseReason = (paired: boolean, due: Day, today: Day): string => {
  if (paired) return 'Пара нашлась: сопровождение можно закрыть';
  return due < today ? `Срок прошёл ${formatDayMonth(due)}` : `Следующий шаг до ${formatDayMonth(due)}`;
};

export const consentReason = (till: Day): string => `Согласие на обработку данных действует до ${formatDay(till)}`;
