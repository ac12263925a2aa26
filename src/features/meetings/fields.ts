import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { meetingKinds, outcomes } from './meeting.ts';
import { kindNames, moodNames, outcomeNames } from './name-texts.ts';

const words = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

export const aDay = z.string().transform((text, issue): Day => {
  const read = parseDay(text);
  if (read && read >= '2015-01-01') return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 14.10.2026' });
  return z.NEVER;
});

const time = z.string().transform((text, issue): string => {
  if (text === '') return '';
  const read = /^([01]?\d|2[0-3])[:.\s-]([0-5]\d)$/.exec(text.trim());
  if (read) return `${(read[1] ?? '').padStart(2, '0')}:${read[2]}`;
  issue.addIssue({ code: 'custom', message: 'Время пишется так: 14:30' });
  return z.NEVER;
});

const minutes = z
  .string()
  .transform((text) => (text === '' ? 60 : Number(text)))
  .pipe(z.int('Впишите минуты целым числом').min(5, 'Не меньше 5 минут').max(600, 'Не больше 600 минут'));

const days = (least: number) =>
  z
    .string()
    .transform((text) => (text === '' ? Number.NaN : Number(text)))
    .pipe(z.int('Впишите целое число дней').min(least, `Не меньше ${least}`).max(120, 'Не больше 120'));

const kinds: readonly Option[] = meetingKinds.map((value) => ({ value, label: kindNames[value] }));

export const planFields = {
  kind: field({
    label: 'Какая встреча',
    kind: 'select',
    options: kinds,
    schema: z.enum(meetingKinds, 'Выберите, какая встреча'),
  }),
  day: field({ label: 'День', kind: 'day', schema: aDay }),
  starts: field({ label: 'Начало', hint: 'Например 14:30', kind: 'text', optional: true, schema: time }),
  minutes: field({ label: 'Сколько минут', kind: 'number', optional: true, schema: minutes }),
  place: field({ label: 'Где', hint: 'Кабинет, мастерская, цех', kind: 'text', optional: true, schema: words(200) }),
  link: field({
    label: 'Ссылка на видеовстречу',
    hint: 'https://…, если встречаетесь не очно',
    kind: 'text',
    optional: true,
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Адрес начинается с https:// или http://' })]),
  }),
};

export const cancelFields = {
  reason: field({
    label: 'Почему отменяете',
    hint: 'Увидят вы двое и сотрудники, которые смотрят список встреч',
    kind: 'text',
    optional: true,
    schema: words(300),
  }),
};

/** Asked on a phone; `when` and `length` are chips, with a field for what they do not name. */
export const logFields = {
  outcome: field({
    label: 'Что вышло',
    kind: 'radio',
    options: outcomes.map((value) => ({ value, label: outcomeNames[value] })),
    schema: z.enum(outcomes, 'Отметьте, состоялась ли встреча'),
  }),
  kind: field({
    label: 'Какая встреча',
    kind: 'radio',
    options: kinds,
    schema: z.enum(meetingKinds, 'Выберите, какая встреча'),
  }),
  reason: field({ label: 'Почему не встретились', kind: 'text', optional: true, schema: words(300) }),
  topics: field({
    label: 'Что делали',
    kind: 'checks',
    optional: true,
    schema: z.array(words(200)).max(12, 'Не больше двенадцати'),
  }),
  mood: field({
    label: 'Как прошло',
    kind: 'radio',
    optional: true,
    options: moodNames.map((label, index) => ({ value: String(index + 1), label })),
    schema: z
      .union([z.literal(''), z.enum(['1', '2', '3', '4'], 'Выберите из четырёх')])
      .transform((value) => (value === '' ? null : Number(value))),
  }),
  note: field({ label: 'Пара слов', kind: 'area', optional: true, schema: words(2000) }),
  result: field({ label: 'Что получилось', kind: 'area', optional: true, schema: words(1000) }),
  task: field({ label: 'Задание к следующему разу', kind: 'area', optional: true, schema: words(1000) }),
  curatorNote: field({ label: 'Только для куратора', kind: 'area', optional: true, schema: words(2000) }),
  needsHelp: field({
    label: 'Нужна помощь куратора',
    kind: 'check',
    optional: true,
    schema: z.string().transform((text) => text !== ''),
  }),
};

export const whenFields = { date: field({ label: 'Дата встречи', kind: 'day', schema: aDay }) };
export const lengthFields = { other: field({ label: 'Минут', kind: 'number', schema: minutes }) };

export const confirmFields = {
  note: field({ label: 'Ваши слова о встрече', kind: 'area', optional: true, schema: words(2000) }),
  confirmed: field({
    label: 'Да, всё так и было',
    kind: 'check',
    optional: true,
    schema: z.string().transform((text) => text !== ''),
  }),
};

export const normFields = {
  acquaintanceDays: field({
    label: 'Знакомство с куратором',
    hint: 'Через сколько дней после начала работы пары, не позже',
    kind: 'number',
    schema: days(1),
  }),
  trialDays: field({ label: 'Пробная встреча', hint: 'Дней от начала, не позже', kind: 'number', schema: days(1) }),
  planningDays: field({ label: 'Планирование', hint: 'Дней от начала, не позже', kind: 'number', schema: days(1) }),
  workingEvery: field({
    label: 'Рабочая встреча',
    hint: 'Хотя бы раз в сколько дней',
    kind: 'number',
    schema: days(1),
  }),
  finalDays: field({
    label: 'Итоговая встреча',
    hint: 'За сколько дней до конца работы пары',
    kind: 'number',
    schema: days(0),
  }),
  silenceDays: field({
    label: 'Пара молчит',
    hint: 'Сколько дней без встречи считать молчанием',
    kind: 'number',
    schema: days(3),
  }),
};

export const letterWishes = ['each', 'week', 'none'] as const;
export type LetterWish = (typeof letterWishes)[number];

export const reminderFields = {
  letters: field({
    label: 'Напоминать за день до встречи',
    hint: 'По понедельникам приходит ещё письмо на неделю; «не напоминать» отключает и его',
    kind: 'radio',
    options: [
      { value: 'each', label: 'о каждой встрече' },
      { value: 'week', label: 'не чаще раза в неделю' },
      { value: 'none', label: 'не напоминать' },
    ],
    schema: z.enum(letterWishes, 'Выберите, как часто напоминать'),
  }),
};
