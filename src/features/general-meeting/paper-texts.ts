/** Words of the paper ballot. */
export const ballotWords = {
  name: 'Бланк выбора',
  number: 'Участник №',
  how: 'Впишите номера из списка ниже. Бланк читают только куратор и психолог.',
  wants: (most: number): string => `С кем я хотел(а) бы работать, по порядку, не больше ${most}:`,
  helps: 'Кто поможет мне достичь цели:',
  avoids: 'С кем я не хотел(а) бы работать (можно не заполнять):',
  nameless: 'участник',
} as const;
