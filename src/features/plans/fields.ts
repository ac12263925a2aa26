import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { planSides, taskMarks } from './plan.ts';
import type { TemplateTask } from './template.ts';
import { formatNames, markNames, sideNames } from './texts.ts';

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const wrongDay = 'Такого дня нет. Дата пишется так: 26.10.2026';

const dayField = (label: string, hint?: string) =>
  field<Day>({
    label,
    ...(hint ? { hint } : {}),
    kind: 'day',
    schema: z.string().transform((typed, issue): Day => {
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: wrongDay });
      return z.NEVER;
    }),
  });

const version = field({ label: 'Версия', kind: 'hidden', schema: z.coerce.number().int().min(0) });

const formats = field({
  label: 'Формы работы',
  kind: 'checks',
  optional: true,
  options: Object.entries(formatNames).map(([value, label]) => ({ value, label })),
  schema: z.array(z.enum(Object.keys(formatNames), 'Выберите из списка')),
});

/** What the plan says besides its tasks. */
export const wordsFields = {
  strengths: field({
    label: 'Сильные стороны наставляемого',
    hint: 'На что опереться: что умеет, что любит делать',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  weaknesses: field({
    label: 'Что даётся трудно',
    hint: 'Прочитают наставляемый и куратор. Без диагнозов и семейных обстоятельств',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  goals: field({ label: 'Цели', hint: 'К чему придёт пара к концу периода', kind: 'area', schema: text(2000) }),
  formats,
  otherFormat: field({ label: 'Другая форма работы', kind: 'text', optional: true, schema: text(200) }),
  version,
};

export const taskFields = {
  title: field({
    label: 'Задача',
    hint: 'Одно дело, о котором потом можно сказать «сделано»',
    kind: 'text',
    schema: text(300).min(3, 'Напишите, что нужно сделать'),
  }),
  expected: field({ label: 'Что получится', kind: 'area', optional: true, schema: text(1000) }),
  due: dayField('До какого дня'),
  version,
};

export const remarkFields = {
  remark: field({
    label: 'Что изменить',
    hint: 'Прочитают наставник и куратор',
    kind: 'area',
    schema: text(1000).min(3, 'Напишите, что в плане нужно изменить'),
  }),
  version,
};

export const reasonFields = {
  reason: field({
    label: 'Почему план нужно поправить',
    hint: 'Останется в истории плана',
    kind: 'area',
    schema: text(1000).min(3, 'Напишите причину в нескольких словах'),
  }),
};

export const paperFields = {
  sides: field({
    label: 'Кто подписал',
    kind: 'checks',
    options: planSides.map((value) => ({ value, label: sideNames[value] })),
    schema: z.array(z.enum(planSides, 'Выберите из списка')),
  }),
  on: dayField('День подписи', 'Как стоит на бумаге'),
  version,
};

export const markFields = {
  mark: field({
    label: 'Как прошло',
    kind: 'radio',
    options: taskMarks.map((value) => ({ value, label: markNames[value] })),
    schema: z.enum(taskMarks, 'Выберите один ответ'),
  }),
  result: field({
    label: 'Что получилось',
    hint: 'Войдёт в план и в его печатную форму',
    kind: 'area',
    optional: true,
    schema: text(1000),
  }),
  movedTo: field<Day | null>({
    label: 'Новый срок',
    hint: 'Если задача перенесена',
    kind: 'day',
    optional: true,
    schema: z.string().transform((typed, issue): Day | null => {
      if (typed === '') return null;
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: wrongDay });
      return z.NEVER;
    }),
  }),
  version,
};

/** «Задача | что получится», one a line. */
const tasksField = (label: string, part: TemplateTask['part']) =>
  field<TemplateTask[]>({
    label,
    hint: 'По задаче на строку: Что сделать | Что получится',
    kind: 'area',
    optional: true,
    schema: z.string().transform((typed, issue): TemplateTask[] => {
      const lines = typed.split('\n').map((line) => line.trim());
      const tasks = lines.filter(Boolean).map((line): TemplateTask => {
        const [title = '', ...rest] = line.split('|').map((piece) => piece.trim());
        return { part, title, expected: rest.join(' | ') };
      });
      const wrong = tasks.findIndex(({ title, expected }) => title.length < 3 || `${title}${expected}`.length > 1000);
      if (wrong < 0) return tasks;
      issue.addIssue({ code: 'custom', message: `Задача ${wrong + 1}: слева от черты нужно название дела` });
      return z.NEVER;
    }),
  });

export const templateFields = (forms: readonly Norm[], variants: readonly Norm[]) => ({
  title: field({ label: 'Название', kind: 'text', schema: text(200).min(3, 'Напишите название шаблона') }),
  form: field({
    label: 'Форма',
    kind: 'select',
    options: forms.map(({ code, label }) => ({ value: code, label })),
    schema: z.enum(
      forms.map(({ code }) => code),
      'Выберите форму из списка',
    ),
  }),
  variant: field({
    label: 'Вариант ролей',
    kind: 'select',
    optional: true,
    options: [
      { value: '', label: 'любой' },
      ...variants.map(({ code, label, parent }) => ({
        value: code,
        label: `${label} (${forms.find((form) => form.code === parent)?.label ?? ''})`,
      })),
    ],
    schema: z.enum(['', ...variants.map(({ code }) => code)], 'Выберите вариант из списка'),
  }),
  goals: field({ label: 'Цели', kind: 'area', optional: true, schema: text(2000) }),
  formats,
  begin: tasksField('Задачи в начале', 1),
  work: tasksField('Задачи в середине', 2),
  end: tasksField('Задачи в конце', 3),
});
