import { z } from 'zod';
import { parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { questionKinds } from './definition.ts';
import { kindNames } from './definition-texts.ts';
import { moments, type PaperChoice, sides } from './questionnaire.ts';
import { momentNames, sideNames } from './texts.ts';

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);
const day = (example: string) =>
  z.string().transform((typed, ctx) => {
    const found = parseDay(typed);
    if (found) return found;
    ctx.addIssue({ code: 'custom', message: `Впишите дату, например ${example}` });
    return z.NEVER;
  });
const orNull = <T extends string>(values: readonly T[]) =>
  z.string().transform((value): T | null => values.find((one) => one === value) ?? null);
const ticked = z.string().transform((value) => value !== '');
export const versionField = field({
  label: 'Версия',
  kind: 'hidden',
  schema: z.coerce.number().int().positive(),
});

/** What a questionnaire is for. */
export const purposeFields = (forms: readonly Norm[]) => ({
  title: field({
    label: 'Название',
    hint: 'Его увидят те, кто отвечает',
    kind: 'text',
    schema: text(200).min(3, 'Напишите название'),
  }),
  form: field({
    label: 'Форма наставничества',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'любая' }, ...forms.map(({ code, label }) => ({ value: code, label }))],
    schema: orNull(forms.map(({ code }) => code)),
  }),
  role: field({
    label: 'Кто отвечает',
    kind: 'radio',
    optional: true,
    options: [...sides.map((value) => ({ value, label: sideNames[value] })), { value: '', label: 'кто угодно' }],
    schema: orNull(sides),
  }),
  moment: field({
    label: 'Когда',
    kind: 'select',
    options: moments.map((value) => ({ value, label: momentNames[value] })),
    schema: z.enum(moments, 'Выберите, когда задают эту анкету'),
  }),
});

export const questionFields = (sections: readonly Option[], earlier: readonly Option[]) => ({
  kind: field({
    label: 'Вид ответа',
    kind: 'select',
    options: questionKinds.map((value) => ({ value, label: kindNames[value] })),
    schema: z.enum(questionKinds, 'Выберите вид ответа'),
  }),
  text: field({ label: 'Вопрос', kind: 'area', schema: text(600).min(1, 'Напишите вопрос') }),
  hint: field({ label: 'Подсказка', kind: 'text', optional: true, schema: text(600) }),
  required: field({ label: 'Без ответа не отправить', kind: 'check', optional: true, schema: ticked }),
  section: field({
    label: 'Раздел',
    kind: 'select',
    options: sections,
    schema: z.string().refine((id) => sections.some(({ value }) => value === id), 'Выберите раздел'),
  }),
  options: field({
    label: 'Варианты или строки таблицы',
    hint: 'Для «один», «несколько», «расставить» и таблицы: по одному в строке. Баллы для ключа — после знака равно: «часто = 2»',
    kind: 'area',
    optional: true,
    schema: text(6000),
  }),
  columns: field({
    label: 'Столбцы таблицы',
    hint: 'По одному в строке',
    kind: 'area',
    optional: true,
    schema: text(3000),
  }),
  to: field({
    label: 'Длина шкалы',
    kind: 'radio',
    options: [
      { value: '10', label: 'от 1 до 10' },
      { value: '5', label: 'от 1 до 5' },
    ],
    schema: z.string().transform((value): 5 | 10 => (value === '5' ? 5 : 10)),
  }),
  low: field({
    label: 'Единица значит',
    hint: 'Например «совсем нет»',
    kind: 'text',
    optional: true,
    schema: text(60),
  }),
  high: field({
    label: 'Наибольшее значит',
    hint: 'Например «полностью»',
    kind: 'text',
    optional: true,
    schema: text(60),
  }),
  least: field({ label: 'Наименьшее число', kind: 'text', optional: true, schema: numberOrNothing() }),
  most: field({ label: 'Наибольшее число', kind: 'text', optional: true, schema: numberOrNothing() }),
  shownQuestion: field({
    label: 'Показывать, только если на вопрос',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'показывать всегда' }, ...earlier],
    schema: z.string(),
  }),
  shownIs: field({
    label: 'ответили',
    hint: 'Ответы через точку с запятой: «да», «1–3», «название варианта»',
    kind: 'text',
    optional: true,
    schema: text(1000),
  }),
  version: versionField,
});

function numberOrNothing() {
  return z.string().transform((typed, ctx): number | undefined => {
    if (typed === '') return undefined;
    const value = Number(typed.replace(',', '.').replace('−', '-'));
    if (Number.isFinite(value)) return value;
    ctx.addIssue({ code: 'custom', message: 'Впишите число или оставьте пустым' });
    return z.NEVER;
  });
}

export const sectionFields = {
  title: field({ label: 'Название раздела', kind: 'text', optional: true, schema: text(200) }),
  intro: field({ label: 'Слова перед вопросами', kind: 'area', optional: true, schema: text(2000) }),
  version: versionField,
};

export const scaleFields = (questions: readonly Option[]) => ({
  title: field({ label: 'Название шкалы', kind: 'text', schema: text(200).min(1, 'Назовите шкалу') }),
  how: field({
    label: 'Как считать',
    kind: 'radio',
    options: [
      { value: 'mean', label: 'среднее по вопросам' },
      { value: 'sum', label: 'сумма баллов' },
    ],
    schema: z.enum(['mean', 'sum'], 'Выберите, как считать'),
  }),
  items: field({
    label: 'Вопросы ключа',
    kind: 'checks',
    options: questions,
    schema: z.array(z.string()).min(1, 'Отметьте хотя бы один вопрос'),
  }),
  reversed: field({
    label: 'Из них обратные',
    hint: 'Чем выше ответ, тем ниже балл',
    kind: 'checks',
    optional: true,
    options: questions,
    schema: z.array(z.string()),
  }),
  bands: field({
    label: 'Уровни',
    hint: 'По одному в строке: «1–3,99: низкий»',
    kind: 'area',
    optional: true,
    schema: z.string().transform((typed, ctx) => {
      const lines = typed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      return lines.map((line) => {
        const [, from = '', to = '', label = ''] =
          /^(-?\d+(?:[.,]\d+)?)\s*[-–—]\s*(\d+(?:[.,]\d+)?)\s*:\s*(.+)$/u.exec(line) ?? [];
        if (label === '') ctx.addIssue({ code: 'custom', message: `«${line}»: нужно так: «1–3,99: низкий»` });
        return { from: Number(from.replace(',', '.')), to: Number(to.replace(',', '.')), label };
      });
    }),
  }),
  version: versionField,
});

export const actFields = (papers: readonly PaperChoice[]) => ({
  paper: field({
    label: 'Документ из реестра',
    hint: 'Если документ уже внесён; иначе впишите его ниже',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'впишу сам' }, ...papers.map(({ id, label }) => ({ value: id, label }))],
    schema: z.string(),
  }),
  label: field({
    label: 'Акт',
    hint: 'Например «Приказ № 118»',
    kind: 'text',
    optional: true,
    schema: text(300),
  }),
  day: field({
    label: 'Дата акта',
    kind: 'day',
    optional: true,
    schema: z.string().transform((typed, ctx) => {
      if (typed === '') return null;
      const found = parseDay(typed);
      if (found) return found;
      ctx.addIssue({ code: 'custom', message: 'Впишите дату, например 12.10.2026' });
      return z.NEVER;
    }),
  }),
  version: versionField,
});

export const roundFields = (groups: readonly Option[], circles: readonly Option[]) => ({
  title: field({
    label: 'Название раунда',
    hint: 'Например «Анкета, IV квартал»',
    kind: 'text',
    schema: text(200).min(3, 'Назовите раунд'),
  }),
  opensOn: field({ label: 'Первый день', kind: 'day', schema: day('12.10.2026') }),
  closesOn: field({ label: 'Последний день', kind: 'day', schema: day('31.10.2026') }),
  anonymous: field({
    label: 'Ответы без имён',
    hint: 'Видно, кто ответил, но не что. Меньше пяти ответов система не покажет',
    kind: 'check',
    optional: true,
    schema: ticked,
  }),
  circles: field({
    label: 'Кого спросить',
    kind: 'checks',
    optional: true,
    options: circles,
    schema: z.array(z.string()),
  }),
  groups: field({
    label: 'Группы целиком',
    kind: 'checks',
    optional: true,
    options: groups,
    schema: z.array(z.string()),
  }),
});

export const prolongFields = { closesOn: field({ label: 'Последний день', kind: 'day', schema: day('31.10.2026') }) };
