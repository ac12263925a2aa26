import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const day = (label: string) =>
  field<Day>({
    label,
    kind: 'day',
    schema: z.string().transform((typed, issue): Day => {
      const read = parseDay(typed);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 26.10.2026' });
      return z.NEVER;
    }),
  });

const number = (label: string, most: number, hint?: string) =>
  field({
    label,
    kind: 'number',
    ...(hint ? { hint } : {}),
    schema: z
      .string()
      .regex(/^\d{1,4}$/, 'Впишите целое число')
      .transform(Number)
      .refine((value) => value >= 1 && value <= most, `Впишите число от 1 до ${most}`),
  });

const time = (label: string) =>
  field({
    label,
    kind: 'text',
    schema: z
      .string()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Время пишется так: 14:30')
      .transform((typed) => typed.replace('.', ':').padStart(5, '0')),
  });

const version = field({ label: 'Версия', kind: 'hidden', schema: z.coerce.number().int().min(0) });

export const programmeFields = {
  title: field({
    label: 'Название программы',
    hint: 'Без кавычек: Школа наставника',
    kind: 'text',
    schema: text(200).min(3, 'Напишите название'),
  }),
  goal: field({ label: 'Цель', kind: 'area', optional: true, schema: text(2000) }),
  leastShare: number('Сколько часов надо посетить, %', 100, 'Без этого удостоверение не выдаётся'),
};

export const moduleFields = {
  title: field({ label: 'Модуль', kind: 'text', schema: text(200).min(3, 'Напишите название модуля') }),
  hours: number('Часов', 200, 'Академических'),
  content: field({ label: 'Содержание', kind: 'area', optional: true, schema: text(4000) }),
};

export const approveFields = {
  number: field({ label: 'Номер акта', kind: 'text', schema: text(40).min(1, 'Впишите номер приказа или протокола') }),
  day: day('Дата акта'),
  version,
};

export const sessionFields = (modules: readonly Option[], trainers: readonly Option[]) => ({
  moduleId: field({
    label: 'Модуль',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'вне модулей' }, ...modules],
    schema: z.union([
      z.literal('').transform(() => null),
      z.enum(
        modules.map(({ value }) => value),
        'Выберите модуль из списка',
      ),
    ]),
  }),
  topic: field({ label: 'Тема', kind: 'text', optional: true, schema: text(200) }),
  hours: number('Часов', 24, 'Академических'),
  day: day('День'),
  starts: time('Начало'),
  ends: time('Конец'),
  place: field({ label: 'Где', kind: 'text', optional: true, schema: text(120) }),
  who: field({
    label: 'Ведёт сотрудник или эксперт из банка',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'никто из списка' }, ...trainers],
    schema: z
      .union([
        z.literal(''),
        z.enum(
          trainers.map(({ value }) => value),
          'Выберите ведущего из списка',
        ),
      ])
      .transform((value) => {
        const [kind, id = null] = value.split(':');
        return { trainerId: kind === 'staff' ? id : null, expertId: kind === 'expert' ? id : null };
      }),
  }),
  trainer: field({
    label: 'Или кто со стороны, кого в банке нет',
    hint: 'Фамилия, имя, отчество, потом через запятую организация. После назначения его можно внести в банк',
    kind: 'text',
    optional: true,
    schema: text(200),
  }),
  contract: field({
    label: 'Договор с тем, кого нет в банке',
    hint: 'Номер и дата. Договоры экспертов из банка видны сами',
    kind: 'text',
    optional: true,
    schema: text(120),
  }),
});

export const codeFields = {
  code: field({
    label: 'Код участника',
    hint: 'Шесть цифр со списка участников',
    kind: 'text',
    autocomplete: 'off',
    schema: z
      .string()
      .transform((typed) => typed.replace(/\D/g, ''))
      .refine((code) => code.length === 6, 'В коде шесть цифр'),
  }),
};

export const exemptFields = {
  reason: field({
    label: 'Почему освобождён',
    hint: 'Например «сам ведёт эту программу»',
    kind: 'text',
    schema: text(300).min(3, 'Напишите причину в нескольких словах'),
  }),
};

export const revokeFields = {
  reason: field({ label: 'Почему аннулировано', kind: 'text', schema: text(300).min(3, 'Напишите причину') }),
};

export const courseFields = {
  title: field({ label: 'Программа', kind: 'text', schema: text(200).min(3, 'Напишите название программы') }),
  organisation: field({ label: 'Где учится', kind: 'text', schema: text(200).min(3, 'Напишите организацию') }),
  hours: number('Часов', 2000),
  from: day('С'),
  till: day('По'),
};

export const finishFields = {
  certificate: field({
    label: 'Номер удостоверения',
    kind: 'text',
    schema: text(60).min(1, 'Впишите номер удостоверения'),
  }),
  day: day('Дата удостоверения'),
  version,
};

/** `choices`: «версия:шкала» of approved questionnaires. */
export const testFields = (modules: readonly Option[], choices: readonly Option[]) => ({
  moduleId: field({
    label: 'Что проверяет',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'всю программу' }, ...modules],
    schema: z.union([
      z.literal('').transform(() => null),
      z.enum(
        modules.map(({ value }) => value),
        'Выберите модуль из списка',
      ),
    ]),
  }),
  test: field({
    label: 'Анкета и шкала',
    hint: 'Утверждённые анкеты с ключом. Правильные ответы и баллы задаются в редакторе анкет',
    kind: 'select',
    options: choices,
    schema: z
      .enum(
        choices.map(({ value }) => value),
        'Выберите анкету из списка',
      )
      .transform((value) => {
        const [versionId = '', ...scale] = value.split(':');
        return { versionId, scale: scale.join(':') };
      }),
  }),
  passMark: number('Проходной балл', 1000, 'Сколько баллов по шкале нужно набрать'),
  required: field({
    label: 'Без этого теста удостоверение не выдаётся',
    kind: 'check',
    optional: true,
    schema: z.string().transform((value) => value !== ''),
  }),
});

export const openTestFields = { closesOn: day('Ответить до') };
