import type { QuestionKind } from './definition.ts';

const counted: Readonly<Record<string, string>> = {
  sections: 'раздел',
  questions: 'вопрос',
  scales: 'шкала',
  options: 'вариант',
  columns: 'столбец',
  items: 'вопрос ключа',
  bands: 'уровень',
};

const named: Readonly<Record<string, string>> = {
  sections: 'разделы',
  questions: 'вопросы',
  scales: 'шкалы',
  options: 'варианты',
  columns: 'столбцы',
  items: 'вопросы ключа',
  bands: 'уровни',
  id: 'обозначение (id)',
  kind: 'вид (kind)',
  text: 'текст (text)',
  title: 'название (title)',
  hint: 'подсказка (hint)',
  required: 'обязательность (required)',
  shownIf: 'условие показа (shownIf)',
  ends: 'подписи концов (ends)',
  to: 'длина шкалы (to)',
  label: 'подпись (label)',
  points: 'баллы (points)',
  how: 'способ счёта (how)',
  definition: '',
  format: 'формат (format)',
  formatVersion: 'версия формата (formatVersion)',
};

/** The place of a mistake inside a questionnaire, in words: «Раздел 2, вопрос 3, варианты». Counted from one. */
export const placeWords = (path: readonly PropertyKey[]): string => {
  const words: string[] = [];
  path.forEach((part, index) => {
    if (typeof part !== 'string') return;
    const next = path[index + 1];
    const word = typeof next === 'number' ? `${counted[part] ?? part} ${next + 1}` : (named[part] ?? part);
    if (word !== '') words.push(word);
  });
  const said = words.join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
};

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  scale: 'шкала',
  one: 'один из списка',
  many: 'несколько из списка',
  'yes-no': 'да или нет',
  number: 'число',
  short: 'короткий ответ',
  long: 'развёрнутый ответ',
  ranking: 'расставить по местам',
  matrix: 'таблица',
};

export const yesNoWords = { yes: 'да', no: 'нет' } as const;

/** How kinds are written in a table that is uploaded; the longest words first. */
export const kindWords: readonly (readonly [RegExp, QuestionKind, (5 | 10)?])[] = [
  [/^шкала.*5/u, 'scale', 5],
  [/^шкала/u, 'scale', 10],
  [/^один/u, 'one'],
  [/^(несколько|много)/u, 'many'],
  [/^да/u, 'yes-no'],
  [/^число/u, 'number'],
  [/^короткий/u, 'short'],
  [/^(развёрнутый|развернутый|длинный|открытый|текст)/u, 'long'],
  [/^(расставить|места|ранжирование)/u, 'ranking'],
  [/^(таблица|матрица)/u, 'matrix'],
];

export const tableHeads = {
  section: /^раздел/iu,
  text: /^(вопрос|текст)/iu,
  kind: /^(вид|тип)/iu,
  options: /^(вариант|ответ)/iu,
  required: /^обязат/iu,
  hint: /^(подсказк|пояснен)/iu,
  shownIf: /^(показ|услов)/iu,
} as const;

export const tableProblems = {
  noHeads: 'В первой строке нужны хотя бы столбцы «Вопрос» и «Вид»',
  nothing: 'В таблице нет ни одного вопроса',
  kind: (row: number, word: string) =>
    `Строка ${row}, вид: «${word}» не понять. Подойдут: шкала 1–10, шкала 1–5, один, несколько, да/нет, число, короткий, развёрнутый, расставить, таблица`,
  condition: (row: number) => `Строка ${row}, условие: пишите номер вопроса и ответ, например «2 = да»`,
  notJson: 'Это не JSON: файл повреждён или выбран не тот',
  row: (row: number, said: string) => `Строка ${row}: ${said}`,
} as const;

/** What a scale of an uploaded table is called at its ends when the table does not say. */
export const usualEnds = ['совсем нет', 'полностью'] as const;

export const untitled = 'Анкета';
