/** Words that only the browser needs. */
export const calendarTexts = {
  title: 'Календарь',
  back: 'Предыдущий месяц',
  forward: 'Следующий месяц',
  weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
} as const;
