import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { conditionNames } from './candidate.ts';
import { conditionWords } from './texts.ts';

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
