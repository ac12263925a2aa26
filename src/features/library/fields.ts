import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';
import { moments, readers } from './material.ts';
import { momentNames, readerNames } from './name-texts.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

export const materialFields = (forms: readonly Option[]) => ({
  title: field({ label: 'Название', kind: 'text', schema: line(200).min(3, 'Впишите название') }),
  summary: field({
    label: 'О чём, одной строкой',
    hint: 'Видна в списке',
    kind: 'text',
    optional: true,
    schema: line(300),
  }),
  readers: field({
    label: 'Кому',
    kind: 'checks',
    options: readers.map((value) => ({ value, label: readerNames[value] })),
    schema: z.array(z.enum(readers, 'Выберите из списка')).min(1, 'Отметьте, кому материал'),
  }),
  moment: field({
    label: 'Когда нужен',
    kind: 'select',
    options: moments.map((value) => ({ value, label: momentNames[value] })),
    schema: z.enum(moments, 'Выберите, когда материал нужен'),
  }),
  forms: field({
    label: 'Для каких форм',
    hint: 'Не отмечено ничего: для всех',
    kind: 'checks',
    optional: true,
    options: forms,
    schema: z.array(
      z.enum(
        forms.map(({ value }) => value),
        'Выберите форму из списка',
      ),
    ),
  }),
  body: field({
    label: 'Текст',
    hint: 'Пустая строка начинает абзац, тире в начале строки делает список',
    kind: 'area',
    optional: true,
    schema: line(20_000),
  }),
  link: field({
    label: 'Ссылка',
    hint: 'https://… Если материал лежит на сайте',
    kind: 'text',
    optional: true,
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Адрес начинается с https:// или http://' })]),
  }),
});

export const questionFields = {
  title: field({
    label: 'О чём вопрос',
    hint: 'Одной строкой: «Наставляемый не отвечает на сообщения»',
    kind: 'text',
    schema: line(150).min(3, 'Напишите, о чём вопрос'),
  }),
  words: field({ label: 'Вопрос', kind: 'area', schema: line(4000).min(3, 'Напишите вопрос') }),
};

export const wordsFields = {
  words: field({ label: 'Сообщение', kind: 'area', schema: line(4000).min(1, 'Напишите сообщение') }),
};
