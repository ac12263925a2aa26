import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import { isItemNumber } from './import.ts';

const text = (most: number) => z.string().max(most, `Слишком длинно: не больше ${most} знаков`);

const lines = z
  .string()
  .max(2000, 'Слишком длинно: не больше 2000 знаков')
  .transform((typed): readonly string[] =>
    typed
      .split(/\r?\n|;/u)
      .map((line) => line.trim())
      .filter(Boolean),
  );

/** What a row of the roadmap says. */
export const rowFields = {
  number: field<string>({
    label: 'Номер',
    hint: 'Цифры через точку, как в карте: 4.3.1',
    kind: 'text',
    schema: z
      .string()
      .transform((typed) => typed.replace(/[.)\s]+$/u, ''))
      .refine(isItemNumber, 'Номер пишется цифрами через точку, например 4.3.1'),
  }),
  title: field<string>({
    label: 'Мероприятие',
    kind: 'text',
    schema: text(500).min(3, 'Назовите мероприятие'),
  }),
  content: field<string>({ label: 'Содержание', kind: 'area', optional: true, schema: text(4000) }),
  termText: field<string>({
    label: 'Срок',
    hint: 'Как принято в карте: «до 15 октября», «сентябрь-октябрь», «ежемесячно», «в течение года»',
    kind: 'text',
    optional: true,
    schema: text(200),
  }),
  responsible: field<readonly string[]>({
    label: 'Ответственные',
    hint: 'Каждый с новой строки',
    kind: 'area',
    optional: true,
    schema: lines,
  }),
  documents: field<readonly string[]>({
    label: 'Документы',
    hint: 'Каждый с новой строки',
    kind: 'area',
    optional: true,
    schema: lines,
  }),
};

/** What a person puts beside the facts by hand. */
export const evidenceFields = {
  note: field<string>({
    label: 'Что подтверждает',
    hint: 'Например: «Совещание прошло, протокол в папке 4»',
    kind: 'area',
    schema: text(1000).min(3, 'Напишите, что подтверждает строку'),
  }),
  day: field<Day>({
    label: 'Когда это было',
    kind: 'day',
    schema: z.string().transform((typed, issue): Day => {
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 12.10.2026' });
      return z.NEVER;
    }),
  }),
  closes: field<boolean>({
    label: 'Закрывает строку вручную',
    hint: 'Строка будет закрыта, даже если фактов не хватает; отметка «вручную» останется видна',
    kind: 'check',
    schema: z.string().transform((typed) => typed !== ''),
  }),
};
