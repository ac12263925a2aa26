import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { conditionNames } from './candidate.ts';
import { criterionNames } from './criterion.ts';
import { conditionWords, criterionWords } from './texts.ts';

const dayField = (label: string) =>
  field<Day>({
    label,
    kind: 'day',
    schema: z.string().transform((text, issue): Day => {
      const read = parseDay(text);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 26.10.2026' });
      return z.NEVER;
    }),
  });

/** What a curator asks the matching: a form, a period, and conditions. */
export const questionFields = (forms: readonly Norm[]) => ({
  form: field({
    label: 'Форма',
    kind: 'select',
    options: forms.map(({ code, label }) => ({ value: code, label })),
    schema: z.enum(
      forms.map(({ code }) => code),
      'Выберите форму из списка',
    ),
  }),
  from: dayField('Пары работают с'),
  till: dayField('по'),
  conditions: field({
    label: 'Условия',
    hint: 'Согласия обеих сторон, форма и свободные места проверяются всегда',
    kind: 'checks',
    options: conditionNames.map((name) => ({ value: name, label: conditionWords[name] })),
    schema: z.array(z.enum(conditionNames, 'Отметьте условия из списка')),
  }),
});

const weight = z
  .string()
  .regex(/^\d{1,3}$/, 'Целое число от 0 до 100')
  .transform(Number)
  .refine((points) => points <= 100, 'Не больше 100');

/** How much each criterion weighs: «weight-need» …, and what a new proposal begins with. */
export const weightFields = Object.fromEntries(
  criterionNames.map((name) => [`weight-${name}`, field({ ...criterionWords[name], kind: 'number', schema: weight })]),
);

export const usualConditionFields = {
  conditions: field({
    label: 'Условия, с которых начинается расчёт',
    kind: 'checks',
    options: conditionNames.map((name) => ({ value: name, label: conditionWords[name] })),
    schema: z.array(z.enum(conditionNames, 'Отметьте условия из списка')),
  }),
};
