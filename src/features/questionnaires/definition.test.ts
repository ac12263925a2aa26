import { expect, test } from 'vitest';
import { type Answer, missingAnswers, readAnswer, shownQuestions } from './answer.ts';
import { type Definition, type Question, questionsOf, stepsOf } from './definition.ts';
import { fileSchema, problemsOf, readDefinition } from './definition-fields.ts';
import { conditionOf, optionsOfLines, removeQuestion } from './edit-definition.ts';
import { definitionOfTable } from './questionnaire-table.ts';
import { fileOf } from './read-file.ts';
import { bandOf, scoreOf } from './scoring.ts';
import { builtInSets } from './set-texts.ts';

const question = (id: string, more: Partial<Question> = {}): Question => ({
  id,
  kind: 'yes-no',
  text: `Вопрос ${id}`,
  hint: '',
  required: true,
  ...more,
});

const of = (questions: readonly Question[], scales: Definition['scales'] = []): Definition => ({
  sections: [{ id: 's1', title: '', intro: '', questions }],
  scales,
});

const answers = (given: Record<string, Answer>): Map<string, Answer> => new Map(Object.entries(given));
const sent =
  (form: Record<string, string | string[]>) =>
  (name: string): string[] =>
    [form[name] ?? []].flat();

test('there is a set for each form, side and moment, one for selection, and a short one a quarter for each side; each is right and bearable', () => {
  const sets = builtInSets();

  expect(sets.length).toBe(6 * 4 + 1 + 2);
  expect(new Set(sets.map(({ code }) => code)).size).toBe(sets.length);
  for (const set of sets) {
    expect(readDefinition(set.definition)).toMatchObject({ ok: true });
    const [least, most] = set.moment === 'during' ? ([5, 8] as const) : ([14, 22] as const);
    expect(questionsOf(set.definition).length).toBeGreaterThanOrEqual(least);
    expect(questionsOf(set.definition).length).toBeLessThanOrEqual(most);
  }
});

test('what is exported comes back the same', () => {
  for (const set of builtInSets()) {
    const file: unknown = JSON.parse(fileOf(set, set.definition));
    expect(fileSchema.parse(file).definition).toEqual(set.definition);
  }
});

test('a wrong file is told by the place of each mistake', () => {
  const read = fileSchema.safeParse({
    format: 'nastavnik-questionnaire',
    formatVersion: 1,
    title: 'Анкета',
    definition: {
      sections: [
        { id: 's1', questions: [{ id: 'q1', kind: 'yes-no', text: 'Да?' }] },
        {
          id: 's2',
          questions: [
            { id: 'q2', kind: 'guess', text: 'Что?' },
            { id: 'q3', kind: 'one', text: 'Кто?' },
          ],
        },
      ],
    },
  });

  expect(read.success ? [] : problemsOf(read.error)).toEqual([
    'Раздел 2, вопрос 1, вид (kind): такого вида вопроса нет',
    'Раздел 2, вопрос 2, варианты: нужны варианты',
  ]);
});

test('a condition may lean only on an earlier question and on an answer that it has', () => {
  const upwards = of([question('q1', { shownIf: { question: 'q2', is: ['yes'] } }), question('q2')]);
  const unknown = of([question('q1'), question('q2', { shownIf: { question: 'q1', is: ['maybe'] } })]);

  expect(readDefinition(upwards)).toMatchObject({ ok: false });
  expect(readDefinition(unknown)).toEqual({
    ok: false,
    problems: ['Раздел 1, вопрос 2, условие показа (shownIf): такого ответа у того вопроса нет'],
  });
});

test('a question comes with the answer it depends on and takes its own followers away', () => {
  const definition = of([
    question('a'),
    question('b', { shownIf: { question: 'a', is: ['yes'] } }),
    question('c', { shownIf: { question: 'b', is: ['no'] } }),
  ]);
  const ids = (given: Record<string, Answer>) => shownQuestions(definition, answers(given)).map(({ id }) => id);

  expect(ids({})).toEqual(['a']);
  expect(ids({ a: 'yes', b: 'no' })).toEqual(['a', 'b', 'c']);
  expect(ids({ a: 'no', b: 'no' })).toEqual(['a']);
});

test('optional words stand on one screen with the question before them', () => {
  const definition = of([
    question('a', { kind: 'scale', ends: ['мало', 'много'] }),
    question('b', { kind: 'long', required: false }),
    question('c', { kind: 'long' }),
    question('d', { kind: 'short', required: false }),
  ]);

  expect(stepsOf(definition).map(({ questions }) => questions.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']]);
});

const three = optionsOfLines('один\nдва\nтри');

test.each([
  ['a number of a scale', question('q', { kind: 'scale' }), { 'q-q': '7' }, 7],
  ['yes', question('q'), { 'q-q': 'yes' }, 'yes'],
  [
    'several ticks, each once',
    question('q', { kind: 'many', options: three }),
    { 'q-q': ['o1', 'o3', 'o1'] },
    ['o1', 'o3'],
  ],
  ['a number with a comma', question('q', { kind: 'number' }), { 'q-q': '2,5' }, 2.5],
  ['text, trimmed', question('q', { kind: 'short' }), { 'q-q': ' план ' }, 'план'],
  [
    'places',
    question('q', { kind: 'ranking', options: three }),
    { 'q-q-o1': '2', 'q-q-o2': '1' },
    { o1: '2', o2: '1' },
  ],
  ['nothing', question('q', { kind: 'many', options: three }), {}, null],
])('reads %s', (_, asked, form, value) => {
  expect(readAnswer(asked, sent(form))).toEqual({ ok: true, value });
});

test.each([
  ['eleven on a scale to ten', question('q', { kind: 'scale' }), { 'q-q': '11' }, 'out-of-bounds'],
  ['a half on a scale', question('q', { kind: 'scale' }), { 'q-q': '6.5' }, 'not-an-option'],
  ['an option that is not there', question('q', { kind: 'one', options: three }), { 'q-q': 'o9' }, 'not-an-option'],
  ['words for a number', question('q', { kind: 'number' }), { 'q-q': 'много' }, 'not-a-number'],
  [
    'one place twice',
    question('q', { kind: 'ranking', options: three }),
    { 'q-q-o1': '1', 'q-q-o2': '1' },
    'same-place',
  ],
  ['a novel', question('q', { kind: 'short' }), { 'q-q': 'ы'.repeat(301) }, 'too-long'],
])('does not take %s', (_, asked, form, reason) => {
  expect(readAnswer(asked, sent(form))).toEqual({ ok: false, reason });
});

test('a ranking is missing until every place is given, and an optional one only when it was begun', () => {
  const definition = of([question('q', { kind: 'ranking', options: three, required: false })]);

  expect(missingAnswers(definition, answers({}))).toEqual([]);
  expect(missingAnswers(definition, answers({ q: { o1: '1' } })).length).toBe(1);
  expect(missingAnswers(definition, answers({ q: { o1: '1', o2: '2', o3: '3' } }))).toEqual([]);
});

const scale = (how: 'sum' | 'mean'): Definition['scales'][number] => ({
  id: 'k1',
  title: 'Шкала',
  how,
  items: [
    { question: 'a', reversed: false },
    { question: 'b', reversed: true },
  ],
  bands: [
    { from: 1, to: 4.99, label: 'низкий' },
    { from: 5, to: 10, label: 'высокий' },
  ],
});

test('a key adds points up, turns reversed questions over, and names the band', () => {
  const ten = { kind: 'scale', to: 10, ends: ['мало', 'много'] } as const;
  const definition = of([question('a', ten), question('b', ten)]);

  expect(scoreOf(definition, scale('mean'), answers({ a: 8, b: 2 }))).toBe(8.5);
  expect(scoreOf(definition, scale('sum'), answers({ a: 8 }))).toBeUndefined();
  expect(scoreOf(definition, scale('mean'), answers({ a: 8 }))).toBe(8);
  expect(bandOf(scale('mean'), 8.5)?.label).toBe('высокий');
  expect(bandOf(scale('mean'), 4.995)?.label).toBe('низкий');
});

test('an option keeps its id while its label stays, and points stand after a sign', () => {
  const before = optionsOfLines('часто = 2\nредко');
  const after = optionsOfLines('редко\nникогда\nЧасто = 3', before);

  expect(before).toEqual([
    { id: 'o1', label: 'часто', points: 2 },
    { id: 'o2', label: 'редко' },
  ]);
  expect(after.map(({ id }) => id)).toEqual(['o2', 'o3', 'o1']);
});

test('a condition is written in words, ranges and labels', () => {
  expect(conditionOf(question('a'), 'Да')).toEqual(['yes']);
  expect(conditionOf(question('a', { kind: 'scale' }), '1–3; 9')).toEqual(['1', '2', '3', '9']);
  expect(conditionOf(question('a', { kind: 'one', options: three }), 'Два')).toEqual(['o2']);
  expect(conditionOf(question('a'), 'возможно')).toBeUndefined();
});

test('a question that goes takes along what leaned on it', () => {
  const definition = of(
    [question('a'), question('b', { shownIf: { question: 'a', is: ['yes'] } })],
    [{ ...scale('sum'), items: [{ question: 'a', reversed: false }], bands: [] }],
  );

  const left = removeQuestion(definition, 'a');

  expect(readDefinition(left)).toMatchObject({ ok: true });
  expect(questionsOf(left)).toEqual([question('b')]);
  expect(left.scales).toEqual([]);
});

test('a table becomes a questionnaire, its columns in any order', () => {
  const read = definitionOfTable([
    ['Вид', 'Вопрос', 'Раздел', 'Варианты', 'Обязательный', 'Показывать, если'],
    ['да/нет', 'Был наставник?', 'Опыт', '', 'да', ''],
    ['развёрнутый', 'Что помогло?', '', '', '', '1 = да'],
    ['шкала 1–5', 'Интересно?', 'Сейчас', 'скучно; захватывает', '+', ''],
    ['таблица', 'Как часто?', '', 'лично; по сети | никогда; часто', '', ''],
  ]);

  expect(read.ok && read.value.sections.map(({ title, questions }) => [title, questions.length])).toEqual([
    ['Опыт', 2],
    ['Сейчас', 2],
  ]);
  expect(read.ok && questionsOf(read.value)[1]?.shownIf).toEqual({ question: 'q1', is: ['yes'] });
  expect(read.ok && questionsOf(read.value)[2]).toMatchObject({
    to: 5,
    ends: ['скучно', 'захватывает'],
    required: true,
  });
});

test('a table that cannot be understood is told by its rows', () => {
  const read = definitionOfTable([
    ['Вопрос', 'Вид', 'Варианты', 'Показывать, если'],
    ['Что?', 'загадка', '', ''],
    ['Кто?', 'один', 'только я', ''],
    ['Где?', 'короткий', '', '9 = да'],
  ]);

  expect(read.ok ? [] : read.problems.map((one) => one.slice(0, 12))).toEqual([
    'Строка 2, ви',
    'Строка 3: Ра',
    'Строка 4, ус',
  ]);
});
