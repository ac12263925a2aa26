import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { audiences, channels, eventAims, eventKinds } from './event.ts';
import { aimNames, audienceNames, channelNames, kindNames } from './name-texts.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const aDay = z.string().transform((text, issue): Day => {
  const read = parseDay(text);
  if (read && read >= '2015-01-01') return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 14.10.2026' });
  return z.NEVER;
});

const time = z.string().transform((text, issue): string => {
  const read = /^([01]?\d|2[0-3])[:.\s-]([0-5]\d)$/.exec(text.trim());
  if (read) return `${(read[1] ?? '').padStart(2, '0')}:${read[2]}`;
  issue.addIssue({ code: 'custom', message: 'Время пишется так: 14:30' });
  return z.NEVER;
});

const options = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>): Option[] =>
  values.map((value) => ({ value, label: names[value] }));

export const eventFields = {
  kind: field({
    label: 'Вид',
    kind: 'select',
    options: options(eventKinds, kindNames),
    schema: z.enum(eventKinds, 'Выберите вид'),
  }),
  title: field({
    label: 'Название',
    hint: '«Наставники завода встречаются со вторым курсом»',
    kind: 'text',
    schema: line(200).min(3, 'Впишите название'),
  }),
  aim: field({
    label: 'Зачем',
    hint: 'По этому событие закроет свою строку дорожной карты',
    kind: 'radio',
    options: options(eventAims, aimNames),
    schema: z.enum(eventAims, 'Выберите, зачем событие'),
  }),
  audiences: field({
    label: 'Для кого',
    kind: 'checks',
    options: options(audiences, audienceNames),
    schema: z.array(z.enum(audiences, 'Выберите из списка')).min(1, 'Отметьте, для кого событие'),
  }),
  place: field({ label: 'Место', hint: 'Кабинет, зал, предприятие', kind: 'text', optional: true, schema: line(200) }),
  day: field({ label: 'День', kind: 'day', schema: aDay }),
  starts: field({ label: 'Начало', hint: 'Например 14:30', kind: 'text', schema: time }),
  ends: field({ label: 'Конец', kind: 'text', schema: time }),
  note: field({
    label: 'О чём событие',
    hint: 'Одним абзацем: он войдёт в пресс-релиз',
    kind: 'area',
    optional: true,
    schema: line(2000),
  }),
};

export const doorFields = {
  code: field({
    label: 'Код с экрана',
    hint: 'Шесть цифр',
    kind: 'number',
    schema: z
      .string()
      .transform((text) => text.replace(/\D/g, ''))
      .refine((code) => code.length === 6, 'В коде шесть цифр'),
  }),
  name: field({
    label: 'Фамилия, имя, отчество',
    kind: 'text',
    autocomplete: 'name',
    schema: line(200).min(3, 'Впишите фамилию и имя'),
  }),
  audience: field({
    label: 'Кто вы',
    kind: 'radio',
    options: options(audiences, {
      students: 'студент',
      parents: 'родитель',
      teachers: 'педагог',
      graduates: 'выпускник',
      employers: 'с предприятия',
      pupils: 'школьник',
      others: 'другое',
    }),
    schema: z.enum(audiences, 'Выберите, кто вы'),
  }),
};

export const othersField = {
  others: field({
    label: 'Гостей без списка',
    hint: 'Кого посчитали у входа, без имён',
    kind: 'number',
    optional: true,
    schema: z
      .string()
      .transform((text) => (text === '' ? 0 : Number(text)))
      .pipe(z.int('Впишите целое число').min(0, 'Не меньше нуля').max(5000, 'Слишком много')),
  }),
};

export const publicationFields = (events: readonly Option[]) => ({
  day: field({ label: 'Когда вышла', kind: 'day', schema: aDay }),
  title: field({ label: 'Заголовок', kind: 'text', schema: line(300).min(3, 'Впишите заголовок') }),
  channel: field({
    label: 'Где',
    kind: 'select',
    options: options(channels, channelNames),
    schema: z.enum(channels, 'Выберите, где вышла'),
  }),
  link: field({
    label: 'Адрес',
    hint: 'https://…',
    kind: 'text',
    optional: true,
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Адрес начинается с https:// или http://' })]),
  }),
  eventId: field({
    label: 'О событии',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'не о событии' }, ...events],
    schema: z.union([z.literal(''), z.uuid('Выберите из списка')]).transform((id) => (id === '' ? null : id)),
  }),
});
