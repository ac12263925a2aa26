import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import { noteKinds, outcomes } from './case.ts';
import { noteKindNames, outcomeNames } from './texts.ts';

const aDay = z.string().transform((text, issue): Day => {
  const read = parseDay(text);
  if (read && read >= '2015-01-01') return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 14.10.2026' });
  return z.NEVER;
});

export const noteFields = {
  kind: field({
    label: 'Что записываем',
    kind: 'radio',
    options: noteKinds.map((value) => ({ value, label: noteKindNames[value] })),
    schema: z.enum(noteKinds, 'Выберите, что это'),
  }),
  body: field({
    label: 'Запись',
    hint: 'Прочитают только психолог и куратор; каждое чтение остаётся в журнале',
    kind: 'area',
    schema: z
      .string()
      .trim()
      .min(3, 'Напишите хотя бы несколько слов')
      .max(4000, 'Слишком длинно: не больше 4000 знаков'),
  }),
  dueOn: field({ label: 'Следующий шаг до', kind: 'day', schema: aDay }),
};

export const outcomeField = {
  outcome: field({
    label: 'Чем закончилось',
    kind: 'select',
    options: outcomes.map((value) => ({ value, label: outcomeNames[value] })),
    schema: z.enum(outcomes, 'Выберите итог'),
  }),
};
