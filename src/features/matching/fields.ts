import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { conditionNames } from './candidate.ts';
import { criterionNames } from './criterion.ts';
import { modes } from './problem.ts';
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

/** What a curator asks the matching: forms, pairs or groups, a period, and conditions. */
export const questionFields = (forms: readonly Norm[]) => ({
  forms: field({
    label: 'Формы',
    hint: 'Несколько форм считаются вместе: каждому достаётся один наставник в той форме, где общего больше',
    kind: 'checks',
    options: forms.map(({ code, label }) => ({ value: code, label })),
    schema: z
      .array(
        z.enum(
          forms.map(({ code }) => code),
          'Выберите форму из списка',
        ),
      )
      .min(1, 'Отметьте хотя бы одну форму'),
  }),
  mode: field({
    label: 'Как работают',
    kind: 'radio',
    options: [
      { value: 'pairs', label: 'парами' },
      { value: 'groups', label: 'группами: один наставник и от трёх до восьми наставляемых' },
    ],
    schema: z.enum(modes, 'Выберите, пары или группы'),
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
  noAsk: field({
    label: 'Без опроса',
    hint: 'Обычно пары публикуют с согласия обеих сторон. Отметьте, если положение колледжа этого не требует',
    kind: 'check',
    optional: true,
    schema: z.string().transform((value) => value !== ''),
  }),
  conditions: field({
    label: 'Условия, с которых начинается расчёт',
    kind: 'checks',
    options: conditionNames.map((name) => ({ value: name, label: conditionWords[name] })),
    schema: z.array(z.enum(conditionNames, 'Отметьте условия из списка')),
  }),
};

/** What one side says about a pair. */
export const answerFields = {
  answer: field({
    label: 'Ваш ответ',
    kind: 'radio',
    options: [
      { value: 'agree', label: 'Согласен работать вместе' },
      { value: 'decline', label: 'Не согласен' },
    ],
    schema: z.enum(['agree', 'decline'], 'Выберите один из двух ответов'),
  }),
  reason: field({
    label: 'Почему не согласны',
    hint: 'Видят только кураторы. Второй стороне причину не сообщают',
    kind: 'text',
    optional: true,
    schema: z.string().max(300, 'Слишком длинно: не больше 300 знаков'),
  }),
};
