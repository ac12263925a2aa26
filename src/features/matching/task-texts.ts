import { counted } from '../../kernel/russian/plural.ts';

export const matchingTaskKind = 'matching';
export const matchingTaskTitle = 'Подбор пар';

/** Stands in the journal for whoever answers by a personal link. */
export const linkVisitor = 'По личной ссылке';

export const matchingTaskEnds = {
  made: (pairs: number): string => `Предложение готово: ${counted(pairs, 'пара', 'пары', 'пар')}`,
} as const;
