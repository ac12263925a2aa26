/** Words that only the browser needs. */
export const calendarTexts = {
  title: 'Календарь',
  back: 'Предыдущий месяц',
  forward: 'Следующий месяц',
  weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
} as const;

export const timerTexts = { minutes: 'мин', seconds: 'с' } as const;
