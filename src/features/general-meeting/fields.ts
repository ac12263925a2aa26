import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { readNumbers } from './ballot.ts';

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

const whole = (from: number, till: number) =>
  z
    .string()
    .transform(Number)
    .pipe(z.int(`Впишите число от ${from} до ${till}`).min(from, `Не меньше ${from}`).max(till, `Не больше ${till}`));

export const meetingFields = (events: readonly Option[]) => ({
  eventId: field({
    label: 'Событие',
    hint: 'Встреча проходит как событие: в нём явка, фотографии, протокол и пресс-релиз',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'новое, по строкам ниже' }, ...events],
    schema: z.union([z.literal(''), z.uuid('Выберите из списка')]).transform((id) => (id === '' ? null : id)),
  }),
  title: field({ label: 'Название', kind: 'text', schema: line(200).min(3, 'Впишите название') }),
  day: field({ label: 'День', kind: 'day', schema: aDay }),
  starts: field({ label: 'Начало', hint: 'Например 14:30', kind: 'text', schema: time }),
  ends: field({ label: 'Конец', kind: 'text', schema: time }),
  place: field({ label: 'Место', hint: 'Зал, где есть экран', kind: 'text', optional: true, schema: line(200) }),
  rounds: field({
    label: 'Сколько коротких разговоров',
    hint: 'В каждом все пересаживаются и встречают новых людей',
    kind: 'number',
    schema: whole(1, 12),
  }),
  roundMinutes: field({ label: 'Сколько минут длится разговор', kind: 'number', schema: whole(1, 30) }),
  mostWishes: field({
    label: 'Сколько человек можно выбрать',
    hint: 'По порядку: с кем хотелось бы работать больше всего',
    kind: 'number',
    schema: whole(1, 5),
  }),
});

export const codeField = {
  code: field({
    label: 'Код с вашего листка',
    hint: 'Восемь цифр под квадратом',
    kind: 'number',
    schema: z
      .string()
      .transform((text) => text.replace(/\D/g, ''))
      .refine((code) => code.length === 8, 'В коде восемь цифр. Спишите их с листка, который вам дали'),
  }),
};

const numbers = z.string().transform((text, issue): readonly number[] => {
  const read = readNumbers(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: 'Впишите номера через пробел, например 12 4 31' });
  return z.NEVER;
});

export const paperFields = {
  number: field({
    label: 'Чей бланк',
    hint: 'Номер участника в углу бланка',
    kind: 'number',
    schema: whole(1, 9999),
  }),
  wants: field({
    label: 'С кем хотел бы работать',
    hint: 'Номера по порядку',
    kind: 'text',
    optional: true,
    schema: numbers,
  }),
  helps: field({ label: 'Кто поможет достичь цели', kind: 'text', optional: true, schema: numbers }),
  avoids: field({ label: 'С кем не хотел бы', kind: 'text', optional: true, schema: numbers }),
};
