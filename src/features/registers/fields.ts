import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { freeTimes } from './member.ts';
import { mentorStatuses } from './mentor.ts';
import { needSources } from './need.ts';
import { freeTimeName, sourceNames, statusNames } from './texts.ts';

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const optionsOf = (norms: readonly Norm[]): readonly Option[] =>
  norms.map(({ code, label }) => ({ value: code, label }));

const someOf = (norms: readonly Norm[], message: string) => {
  const known = new Set(norms.map(({ code }) => code));
  return z.array(z.string().refine((code) => known.has(code), message));
};

const version = field({ label: 'Версия', kind: 'hidden', schema: z.coerce.number().int().positive() });

const freeTimesField = field({
  label: 'Когда свободен',
  hint: 'Отметьте всё, что подходит: по этому подбирают пары',
  kind: 'checks',
  optional: true,
  options: freeTimes.map((value) => ({ value, label: freeTimeName(value) })),
  schema: z.array(z.enum(freeTimes, 'Отметьте время из списка')),
});

/** One need of one person. */
export const needFields = (topics: readonly Norm[]) => ({
  topic: field({
    label: 'Тема запроса',
    kind: 'select',
    options: [{ value: '', label: 'не выбрана' }, ...optionsOf(topics)],
    schema: z.string().min(1, 'Выберите тему из списка'),
  }),
  source: field({
    label: 'От кого запрос',
    kind: 'select',
    options: needSources.filter((source) => source !== 'import').map((value) => ({ value, label: sourceNames[value] })),
    schema: z.enum(needSources, 'Выберите, от кого запрос'),
  }),
  note: field({ label: 'Подробности', kind: 'area', optional: true, schema: text(2000) }),
  confidential: field({
    label: 'Закрытый запрос',
    hint: 'Тему и подробности увидят только психолог, соцпедагог и куратор; каждое чтение попадёт в журнал',
    kind: 'check',
    optional: true,
    schema: z.string().transform((value) => value !== ''),
  }),
});

export const wishesFields = (forms: readonly Norm[]) => ({
  freeTimes: freeTimesField,
  wantedForms: field({
    label: 'Желаемые формы',
    hint: 'Кто мог бы помочь; ничего не отмечено — всё равно',
    kind: 'checks',
    optional: true,
    options: optionsOf(forms),
    schema: someOf(forms, 'Отметьте формы из списка'),
  }),
  version,
});

export const mentorFields = (topics: readonly Norm[], forms: readonly Norm[]) => ({
  competences: field({
    label: 'С чем может помочь',
    kind: 'checks',
    optional: true,
    options: optionsOf(topics),
    schema: someOf(topics, 'Отметьте темы из списка'),
  }),
  forms: field({
    label: 'Формы наставничества',
    kind: 'checks',
    optional: true,
    options: optionsOf(forms),
    schema: someOf(forms, 'Отметьте формы из списка'),
  }),
  capacity: field({
    label: 'Сколько наставляемых сразу',
    hint: 'Обычно от одного до трёх',
    kind: 'number',
    schema: z
      .string()
      .regex(/^\d+$/, 'Впишите число, например 2')
      .transform(Number)
      .refine((places) => places >= 1 && places <= 12, 'Впишите число от 1 до 12'),
  }),
  status: field({
    label: 'Состояние',
    hint: 'Утверждает рабочая группа, решение пишут в протокол',
    kind: 'radio',
    options: mentorStatuses.map((value) => ({ value, label: statusNames[value] })),
    schema: z.enum(mentorStatuses, 'Выберите состояние'),
  }),
  freeTimes: freeTimesField,
  motivation: field({
    label: 'Мотивация',
    hint: 'Зачем это наставнику',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  achievements: field({ label: 'Достижения', kind: 'area', optional: true, schema: text(2000) }),
  interests: field({ label: 'Интересы', kind: 'area', optional: true, schema: text(2000) }),
  version,
});

export const releaseFields = {
  reason: field({
    label: 'Почему',
    hint: 'Например «окончил колледж» или «больше не нужна помощь»',
    kind: 'text',
    schema: text(300).min(3, 'Напишите причину в нескольких словах'),
  }),
};
