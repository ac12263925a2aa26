import { z } from 'zod';
import { conditionValues, type Definition, isScored, type Question, questionKinds, questionsOf } from './definition.ts';
import { placeWords } from './definition-texts.ts';
import { moments, type Purpose, sides } from './questionnaire.ts';

const id = z.string('Нет обозначения').regex(/^[a-z0-9-]{1,40}$/, 'Обозначение: латинские буквы, цифры и дефис, до 40');
const text = (longest: number) => z.string('Здесь должен быть текст').max(longest, `Не длиннее ${longest} знаков`);
const words = (longest: number) => text(longest).trim().min(1, 'Здесь пусто');
const number = z.number('Здесь должно быть число').finite();

const option = z.strictObject({ id, label: words(300), points: number.optional() });
const options = z
  .array(option, 'Здесь должен быть список')
  .min(2, 'Нужно хотя бы два варианта')
  .max(40, 'Не больше 40');

const unlike = (list: readonly { readonly id: string }[]): boolean =>
  new Set(list.map((one) => one.id)).size === list.length;

const question = z
  .strictObject({
    id,
    kind: z.enum(questionKinds, 'Такого вида вопроса нет'),
    text: words(600),
    hint: text(600).default(''),
    required: z.boolean('Здесь должно быть да или нет').default(false),
    shownIf: z
      .strictObject({ question: id, is: z.array(z.string()).min(1, 'Не сказано, при каком ответе') })
      .optional(),
    to: z.union([z.literal(5), z.literal(10)], 'Шкала бывает до 5 или до 10').optional(),
    ends: z.tuple([words(60), words(60)], 'Нужны подписи обоих концов').optional(),
    options: options.optional(),
    columns: options.optional(),
    least: number.optional(),
    most: number.optional(),
  })
  .superRefine((one, ctx) => {
    const ask = (good: boolean, key: keyof Question, message: string): void => {
      if (!good) ctx.addIssue({ code: 'custom', path: [key], message });
    };
    const listed = ['one', 'many', 'ranking', 'matrix'].includes(one.kind);
    ask(!listed || one.options !== undefined, 'options', 'Нужны варианты');
    ask(one.kind !== 'matrix' || one.columns !== undefined, 'columns', 'Таблице нужны столбцы');
    ask(one.kind !== 'scale' || one.ends !== undefined, 'ends', 'Шкале нужны подписи концов');
    ask(unlike(one.options ?? []), 'options', 'Два варианта с одним обозначением');
    ask(unlike(one.columns ?? []), 'columns', 'Два столбца с одним обозначением');
    ask((one.least ?? -1e9) <= (one.most ?? 1e9), 'most', 'Наибольшее меньше наименьшего');
  });

const section = z.strictObject({
  id,
  title: text(200).default(''),
  intro: text(2000).default(''),
  questions: z.array(question, 'Здесь должен быть список').max(100, 'Не больше 100 вопросов в разделе'),
});

const scale = z.strictObject({
  id,
  title: words(200),
  how: z.enum(['sum', 'mean'], 'Считают сумму (sum) или среднее (mean)'),
  items: z
    .array(z.strictObject({ question: id, reversed: z.boolean().default(false) }), 'Здесь должен быть список')
    .min(1, 'Ни одного вопроса'),
  bands: z
    .array(z.strictObject({ from: number, to: number, label: words(200) }))
    .default([])
    .superRefine((bands, ctx) => {
      bands.forEach((band, index) => {
        const clash = bands.some((other, at) => at !== index && band.from <= other.to && other.from <= band.to);
        if (band.from > band.to) ctx.addIssue({ code: 'custom', path: [index], message: 'Начало больше конца' });
        else if (clash) ctx.addIssue({ code: 'custom', path: [index], message: 'Пересекается с другим уровнем' });
      });
    }),
});

const checkConditions = (definition: Definition, ctx: z.RefinementCtx): void => {
  const before = new Map<string, Question>();
  definition.sections.forEach((part, at) => {
    part.questions.forEach((one, index) => {
      const path = ['sections', at, 'questions', index];
      const say = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [...path, key], message });
      if (before.has(one.id)) say('id', 'Такое обозначение уже есть у другого вопроса');
      if (one.shownIf) {
        const source = before.get(one.shownIf.question);
        const values = source && conditionValues(source);
        if (!source) say('shownIf', 'Условие может ссылаться только на вопрос выше');
        else if (values && one.shownIf.is.some((value) => !values.includes(value)))
          say('shownIf', 'Такого ответа у того вопроса нет');
      }
      before.set(one.id, one);
    });
  });
};

const checkScales = (definition: Definition, ctx: z.RefinementCtx): void => {
  const questions = new Map(questionsOf(definition).map((one) => [one.id, one]));
  if (!unlike(definition.sections))
    ctx.addIssue({ code: 'custom', path: ['sections'], message: 'Два раздела с одним обозначением' });
  if (!unlike(definition.scales))
    ctx.addIssue({ code: 'custom', path: ['scales'], message: 'Две шкалы с одним обозначением' });
  definition.scales.forEach((one, at) => {
    one.items.forEach((item, index) => {
      const source = questions.get(item.question);
      if (source && isScored(source)) return;
      const message = source ? 'Ответ на этот вопрос нельзя перевести в баллы' : 'Такого вопроса нет';
      ctx.addIssue({ code: 'custom', path: ['scales', at, 'items', index], message });
    });
  });
};

export const definitionSchema: z.ZodType<Definition> = z
  .strictObject({
    sections: z.array(section, 'Здесь должен быть список разделов').max(30, 'Не больше 30 разделов'),
    scales: z.array(scale, 'Здесь должен быть список шкал').max(30, 'Не больше 30 шкал').default([]),
  })
  .superRefine((definition, ctx) => {
    checkConditions(definition, ctx);
    checkScales(definition, ctx);
  });

/** The file of an export: it comes back into any college. */
export const fileSchema = z.strictObject({
  format: z.literal('nastavnik-questionnaire', 'Это не анкета «Наставника»'),
  formatVersion: z.literal(1, 'Файл сделан более новой системой'),
  title: words(200),
  form: z.string().nullable().default(null),
  role: z.enum(sides).nullable().default(null),
  moment: z.enum(moments).default('other'),
  definition: definitionSchema,
});

export type QuestionnaireFile = Purpose & { readonly definition: Definition };

/** «Раздел 2, вопрос 3, варианты: нужно хотя бы два варианта». At most ten: the rest follows from them. */
export const problemsOf = (error: z.ZodError): readonly string[] =>
  error.issues.slice(0, 10).map(({ path, message, code }) => {
    const said = code === 'unrecognized_keys' ? 'Лишнее поле: система его не знает' : message;
    const place = placeWords(path);
    return place === '' ? said : `${place}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  });

export type DefinitionReading =
  | { readonly ok: true; readonly value: Definition }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a definition that was typed, uploaded or put together; what comes out is safe to store. */
export const readDefinition = (raw: unknown): DefinitionReading => {
  const read = definitionSchema.safeParse(raw);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error) };
};
