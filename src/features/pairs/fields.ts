import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';

const dayField = (label: string, hint: string) =>
  field<Day>({
    label,
    hint,
    kind: 'day',
    schema: z.string().transform((text, issue): Day => {
      const read = parseDay(text);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 26.10.2026' });
      return z.NEVER;
    }),
  });

const norm = (label: string, norms: readonly Norm[]) => ({
  label,
  kind: 'select' as const,
  options: norms.map(({ code, label: name }) => ({ value: code, label: name })),
});

/** Period, form and variant: what a pair is besides its two people. */
export const pairFields = (forms: readonly Norm[], variants: readonly Norm[]) => ({
  form: field({
    ...norm('Форма', forms),
    schema: z.enum(
      forms.map(({ code }) => code),
      'Выберите форму из списка',
    ),
  }),
  variant: field({
    ...norm('Вариант ролей', variants),
    optional: true,
    options: [
      { value: '', label: 'не выбран' },
      ...variants.map(({ code, label, parent }) => ({
        value: code,
        label: `${label} (${forms.find((form) => form.code === parent)?.label ?? ''})`,
      })),
    ],
    schema: z.enum(['', ...variants.map(({ code }) => code)], 'Выберите вариант из списка'),
  }),
  from: dayField('Первый день', 'Как будет в приказе'),
  till: dayField('Последний день', 'Обычно 30 июня'),
});

export const endFields = {
  till: dayField('Последний день пары', 'Сегодня или позже'),
  reason: field({
    label: 'Почему',
    hint: 'Попадёт в журнал и в проект приказа об изменении',
    kind: 'text',
    schema: z.string().min(3, 'Напишите причину').max(300, 'Слишком длинно: не больше 300 знаков'),
  }),
};

/** A new mentor takes over. */
export const replaceFields = {
  from: dayField('С какого дня', 'Прежняя пара завершится накануне'),
  reason: field({
    label: 'Почему',
    hint: 'Попадёт в журнал и в проект приказа об изменении',
    kind: 'text',
    schema: z.string().min(3, 'Напишите причину').max(300, 'Слишком длинно: не больше 300 знаков'),
  }),
};

export const renameFields = {
  name: field({
    label: 'Название группы',
    hint: 'Войдёт в приложение к приказу',
    kind: 'text',
    schema: z.string().min(2, 'Назовите группу').max(80, 'Слишком длинно: не больше 80 знаков'),
  }),
};

/** Period, plans and people of an order on pairs. @param staff teachers and other staff, by name */
export const orderFields = (staff: readonly { readonly value: string; readonly label: string }[]) => ({
  from: dayField('Пары работают с', 'Как будет в приказе'),
  till: dayField('По', 'Обычно 30 июня'),
  plansBy: dayField('Планы составить до', 'До этого дня наставники сдают индивидуальные планы'),
  curatorId: field({
    label: 'Куратор пар и групп',
    kind: 'select',
    options: [{ value: '', label: 'не выбран' }, ...staff],
    schema: z.enum(
      staff.map(({ value }) => value),
      'Выберите куратора',
    ),
  }),
  psychologistId: field({
    label: 'Педагог-психолог',
    hint: 'Кому поручить тех, кто остался без пары',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'не выбран' }, ...staff],
    schema: z.enum(['', ...staff.map(({ value }) => value)], 'Выберите человека из списка'),
  }),
});
