import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { decisions, outcomes } from './candidate.ts';
import { clearanceKinds } from './requirement.ts';
import { clearanceNames, outcomeNames } from './texts.ts';

const noDay = 'Такого дня нет. Дата пишется так: 26.10.2026';
const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const day = (label: string, hint?: string) =>
  field<Day>({
    label,
    kind: 'day',
    ...(hint ? { hint } : {}),
    schema: z.string().transform((typed, issue): Day => {
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: noDay });
      return z.NEVER;
    }),
  });

const dayOrNone = (label: string, hint?: string) =>
  field<Day | null>({
    label,
    kind: 'day',
    optional: true,
    ...(hint ? { hint } : {}),
    schema: z.string().transform((typed, issue): Day | null => {
      if (typed === '') return null;
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: noDay });
      return z.NEVER;
    }),
  });

const whole = (label: string, hint: string) =>
  field({
    label,
    hint,
    kind: 'number',
    schema: z
      .string()
      .regex(/^\d{1,4}$/, 'Впишите целое число, например 24')
      .transform(Number),
  });

const version = field({ label: 'Версия', kind: 'hidden', schema: z.coerce.number().int().min(0) });

export const scoreFields = {
  score: whole('Набрано баллов', 'Сколько баллов по ключу анкеты'),
  most: whole('Наибольшее возможное', 'Сколько баллов можно было набрать'),
  answeredOn: day('Когда заполнена'),
  paper: field({
    label: 'Где лежит анкета',
    hint: 'Например «папка 04-12, лист 7»',
    kind: 'text',
    optional: true,
    schema: text(200),
  }),
  version,
};

export const ruleAnswerFields = {
  met: field({
    label: 'Требование',
    kind: 'radio',
    options: [
      { value: 'yes', label: 'выполнено' },
      { value: 'no', label: 'не выполнено' },
    ],
    schema: z.enum(['yes', 'no'], 'Отметьте, выполнено ли требование').transform((value) => value === 'yes'),
  }),
  note: field({ label: 'Чем подтверждено или почему нет', kind: 'text', optional: true, schema: text(300) }),
};

export const clearanceFields = {
  kind: field({
    label: 'Справка',
    kind: 'select',
    options: clearanceKinds.map((value) => ({ value, label: clearanceNames[value] })),
    schema: z.enum(clearanceKinds, 'Выберите вид справки'),
  }),
  number: field({ label: 'Номер', kind: 'text', optional: true, schema: text(60) }),
  issuedOn: day('Выдана'),
  validTill: dayOrNone('Действует по', 'Оставьте пустым, если срока нет'),
};

export const basisFields = (agreements: readonly Option[] = []) => ({
  consentOn: dayOrNone('Письменное согласие получено', 'Работник согласен быть наставником'),
  agreementId: field({
    label: 'Соглашение с организацией',
    hint: 'Из списка партнёров. Если его там нет, впишите номер и дату ниже: оно появится у партнёров',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'нет в списке' }, ...agreements],
    schema: z
      .union([z.literal(''), z.uuid('Выберите соглашение из списка')])
      .transform((id) => (id === '' ? null : id)),
  }),
  agreementNumber: field({ label: 'Номер соглашения', kind: 'text', optional: true, schema: text(60) }),
  agreementOn: dayOrNone('Дата соглашения'),
  content: field({
    label: 'Содержание работы',
    hint: 'Что наставник делает: как в дополнительном соглашении',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  from: dayOrNone('Срок с'),
  till: dayOrNone('Срок по'),
  pay: field({
    label: 'Оплата',
    hint: 'Размер и порядок словами. Если доплаты нет, так и напишите',
    kind: 'text',
    optional: true,
    schema: text(500),
  }),
  noticeOn: dayOrNone(
    'Предупреждение об отказе или отмене',
    'Заполните, когда одна из сторон предупредила: работа идёт ещё не меньше трёх рабочих дней',
  ),
  forColleagues: field({
    label: 'То же соглашение для всех наставников этой организации',
    kind: 'check',
    optional: true,
    schema: z.string().transform((value) => value !== ''),
  }),
  version,
});

const timeWord = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** «9:00, 9.30 10:00» → «09:00», «09:30», «10:00». */
const timesOf = (typed: string): string[] | undefined => {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const times = words.map((word) => timeWord.exec(word));
  if (words.length === 0 || words.length > 40 || times.some((time) => time === null)) return undefined;
  return times.map((time) => `${time?.[1]?.padStart(2, '0')}:${time?.[2]}`);
};

export const slotFields = (people: readonly Option[]) => ({
  day: day('День'),
  times: field({
    label: 'Время начала',
    hint: 'Через запятую: 14:00, 14:30, 15:00',
    kind: 'text',
    schema: z.string().transform((typed, issue): string[] => {
      const read = timesOf(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Время пишется так: 14:00, 14:30' });
      return z.NEVER;
    }),
  }),
  place: field({ label: 'Где', kind: 'text', schema: text(120).min(1, 'Напишите место, например «кабинет 214»') }),
  interviewerIds: field({
    label: 'Кто собеседует',
    kind: 'checks',
    options: people,
    schema: z.array(
      z.enum(
        people.map(({ value }) => value),
        'Выберите людей из списка',
      ),
    ),
  }),
});

export const holdFields = {
  outcome: field({
    label: 'Итог',
    kind: 'radio',
    options: outcomes.map((value) => ({ value, label: outcomeNames[value] })),
    schema: z.enum(outcomes, 'Выберите итог'),
  }),
  summary: field({
    label: 'Что записать в протокол',
    hint: 'Обязательно, если не рекомендуете',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  version,
};

export const decideFields = {
  decision: field({
    label: 'Решение',
    kind: 'radio',
    options: [
      { value: 'approved', label: 'утвердить наставниками' },
      { value: 'refused', label: 'отклонить' },
    ],
    schema: z.enum(decisions, 'Выберите решение'),
  }),
  reason: field({
    label: 'Причина отказа',
    hint: 'Её прочтёт кандидат',
    kind: 'text',
    optional: true,
    schema: text(500),
  }),
  exception: field({
    label: 'Почему в порядке исключения',
    hint: 'Заполните, только если утверждаете без выполненного требования: слова войдут в протокол',
    kind: 'text',
    optional: true,
    schema: text(500),
  }),
};

export const minutesFields = (staff: readonly Option[]) => {
  const ids = staff.map(({ value }) => value);
  return {
    chairId: field({
      label: 'Председатель',
      kind: 'select',
      options: staff,
      schema: z.enum(ids, 'Выберите председателя'),
    }),
    secretaryId: field({
      label: 'Секретарь',
      kind: 'select',
      options: staff,
      schema: z.enum(ids, 'Выберите секретаря'),
    }),
    memberIds: field({
      label: 'Присутствовали',
      kind: 'checks',
      optional: true,
      options: staff,
      schema: z.array(z.enum(ids, 'Выберите людей из списка')),
    }),
  };
};
