import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import { addressedNames } from './name-texts.ts';
import { addressees } from './thanks.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const aDay = z.string().transform((typed, issue): Day => {
  const read = parseDay(typed);
  if (read && read >= '2015-01-01') return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 14.10.2026' });
  return z.NEVER;
});

export const thanksFields = {
  addressed: field({
    label: 'Кому письмо',
    kind: 'radio',
    options: addressees.map((value) => ({ value, label: addressedNames[value] })),
    schema: z.enum(addressees, 'Выберите, кому письмо'),
  }),
  words: field({
    label: 'За что',
    hint: 'Обращение и подпись система поставит сама',
    kind: 'area',
    schema: line(2000).min(10, 'Напишите, за что благодарите'),
  }),
  signedOn: field({ label: 'Дата', kind: 'day', schema: aDay }),
};

const sides = ['mentor', 'mentee'] as const;

export const nominationFields = {
  title: field({
    label: 'Название',
    hint: '«Наставник года», «Прорыв»',
    kind: 'text',
    schema: line(150).min(3, 'Впишите название'),
  }),
  side: field({
    label: 'Кого награждают',
    kind: 'radio',
    options: [
      { value: 'mentor', label: 'наставника' },
      { value: 'mentee', label: 'наставляемого' },
    ],
    schema: z.enum(sides, 'Выберите, кого награждают'),
  }),
  criteria: field({
    label: 'По чему выбирают',
    kind: 'area',
    optional: true,
    schema: line(1000),
  }),
  closesOn: field({ label: 'Предлагать можно до', kind: 'day', schema: aDay }),
};

export const nomineeFields = {
  personId: field({ label: 'Кто', kind: 'select', schema: z.uuid('Выберите человека из списка') }),
  words: field({ label: 'Почему', kind: 'area', schema: line(1000).min(5, 'Напишите, почему') }),
};

export const boardFields = {
  personId: nomineeFields.personId,
  words: field({
    label: 'За что',
    hint: 'Одно-два предложения: их прочтут все',
    kind: 'area',
    schema: line(400).min(5, 'Напишите, за что'),
  }),
};

export const caseFields = {
  title: field({
    label: 'Название',
    hint: '«Как Егор сдал механику»',
    kind: 'text',
    schema: line(150).min(3, 'Впишите название'),
  }),
  situation: field({ label: 'С чего начали', kind: 'area', optional: true, schema: line(4000) }),
  work: field({ label: 'Что делали', kind: 'area', optional: true, schema: line(4000) }),
  result: field({ label: 'Что вышло', kind: 'area', optional: true, schema: line(4000) }),
  advice: field({
    label: 'Что взять другим',
    kind: 'area',
    optional: true,
    schema: line(4000),
  }),
};

export const answerFields = {
  agreed: field({
    label: 'Ваше слово',
    kind: 'radio',
    options: [
      { value: 'yes', label: 'Всё верно, согласен рассказать' },
      { value: 'no', label: 'Надо поправить' },
    ],
    schema: z.enum(['yes', 'no'], 'Выберите ответ').transform((said) => said === 'yes'),
  }),
  remark: field({ label: 'Что поправить', kind: 'area', optional: true, schema: line(1000) }),
};
