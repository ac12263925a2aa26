import type { MeetingState, Side } from './meeting.ts';

export const partNames: Readonly<Record<MeetingState, string>> = {
  gathering: 'Сбор',
  cards: 'Знакомство',
  rounds: 'Короткие разговоры',
  voting: 'Выбор',
  closed: 'Закончена',
};

export const sideNames: Readonly<Record<Side, string>> = { mentor: 'наставник', mentee: 'наставляемый' };
