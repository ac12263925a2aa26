import type { Tone } from '../../ui/badge.tsx';
import type { MeetingKind, MeetingOutcome, MeetingState, Side } from './meeting.ts';
import type { ExpectationState } from './norm.ts';

export const kindNames: Readonly<Record<MeetingKind, string>> = {
  acquaintance: 'Знакомство',
  trial: 'Пробная встреча',
  planning: 'Планирование',
  working: 'Рабочая встреча',
  final: 'Итоговая встреча',
};

/** For chips of a phone. */
export const shortKinds: Readonly<Record<MeetingKind, string>> = {
  acquaintance: 'Знакомство',
  trial: 'Пробная',
  planning: 'Планирование',
  working: 'Рабочая',
  final: 'Итоговая',
};

/** What each kind is for. */
export const kindHints: Readonly<Record<MeetingKind, string>> = {
  acquaintance: 'Втроём с куратором, 30–40 минут',
  trial: 'Попробовать поработать вместе и решить, подходите ли вы друг другу',
  planning: 'Договориться о цели и составить план',
  working: 'Работа по плану, около часа',
  final: 'Подвести итоги вместе',
};

export const stateNames: Readonly<Record<MeetingState, string>> = {
  planned: 'назначена',
  held: 'прошла',
  missed: 'неявка',
  cancelled: 'отменена',
};

export const stateTones: Readonly<Record<MeetingState, Tone>> = {
  planned: 'run',
  held: 'ok',
  missed: 'bad',
  cancelled: 'mute',
};

export const absentNames: Readonly<Record<Side, string>> = {
  mentor: 'не было наставника',
  mentee: 'не было наставляемого',
};

export const outcomeNames: Readonly<Record<MeetingOutcome, string>> = {
  held: 'Встретились',
  'no-mentee': 'Не было наставляемого',
  'no-mentor': 'Не было наставника',
  cancelled: 'Отменили',
};

export const moodNames: readonly string[] = ['трудно', 'обычно', 'хорошо', 'отлично'];

export const expectationNames: Readonly<Record<ExpectationState, string>> = {
  held: 'прошла',
  planned: 'назначена',
  late: 'просрочена',
  ahead: 'впереди',
};

/** Offered besides the tasks of the pair's plan. */
export const commonTopics: readonly string[] = ['Разговор', 'Учёба', 'Практика', 'Проект'];

/** «14:40, рабочая встреча с: Полина Ашихмина, ауд. 305» */
export const reminderLines = (meeting: {
  readonly starts: string;
  readonly kind: MeetingKind;
  readonly withWhom: string;
  readonly place: string;
  readonly link: string;
}): string =>
  [meeting.starts, `${kindNames[meeting.kind].toLowerCase()}: ${meeting.withWhom}`, meeting.place || meeting.link]
    .filter(Boolean)
    .join(', ');

/** «1 ч 30 мин» */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours}\u00a0ч` : '', rest > 0 || hours === 0 ? `${rest}\u00a0мин` : '']
    .filter(Boolean)
    .join(' ');
};
