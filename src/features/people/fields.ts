import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { isInn } from './organisation.ts';
import { type Gender, type PersonKind, personKinds } from './person.ts';
import { parsePhone } from './phone-number.ts';
import { genderNames, kindNames } from './texts.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const namePart = (missing: string) =>
  line(80)
    .min(1, missing)
    .regex(/^[^\d@_=<>]*$/, 'В имени не бывает цифр и знаков @ = _ < >');

/** An empty choice is null; anything else must be an id, and the table checks whose. */
const reference = z
  .union([z.literal(''), z.uuid('Выберите из списка')], 'Выберите из списка')
  .transform((id) => (id === '' ? null : id));

const phone = z.string().transform((text, issue): string | null => {
  if (text === '') return null;
  const read = parsePhone(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: 'В номере должно быть 10 цифр после +7, например +7 912 345-67-89' });
  return z.NEVER;
});

const birthDay = z.string().transform((text, issue): Day | null => {
  if (text === '') return null;
  const read = parseDay(text);
  if (read && read >= '1920-01-01') return read;
  const message = read ? 'Слишком давний год рождения' : 'Такого дня нет. Дата пишется так: 30.11.2009';
  issue.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const options = <T extends string>(names: Readonly<Record<T, string>>): Option[] =>
  (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }));

const email = z
  .union([z.literal(''), z.email('Проверьте адрес: должно быть вида ivanova@college.ru')])
  .transform((value) => (value === '' ? null : value.toLowerCase()));

/** Everything that is asked about a person. The form, the card, the register's export and the history read this list. */
export const personFields = {
  kind: field<PersonKind>({
    label: 'Кто это',
    kind: 'select',
    options: options(kindNames),
    schema: z.enum(personKinds, 'Выберите, кто это'),
  }),
  lastName: field({ label: 'Фамилия', kind: 'text', autocomplete: 'off', schema: namePart('Впишите фамилию') }),
  firstName: field({ label: 'Имя', kind: 'text', autocomplete: 'off', schema: namePart('Впишите имя') }),
  patronymic: field({
    label: 'Отчество',
    hint: 'Если есть',
    kind: 'text',
    optional: true,
    schema: line(80).regex(/^[^\d@_=<>]*$/, 'В отчестве не бывает цифр и знаков @ = _ < >'),
  }),
  gender: field<Gender | null>({
    label: 'Пол',
    hint: 'Нужен, чтобы фамилия верно склонялась в приказе',
    kind: 'radio',
    optional: true,
    options: options(genderNames),
    schema: z
      .union([z.literal(''), z.enum(['male', 'female'])], 'Выберите пол')
      .transform((value) => (value === '' ? null : value)),
  }),
  birthDay: field({ label: 'Дата рождения', kind: 'day', optional: true, schema: birthDay }),
  phone: field({ label: 'Телефон', kind: 'text', optional: true, schema: phone }),
  email: field({
    label: 'Электронная почта',
    kind: 'text',
    optional: true,
    schema: email,
  }),
  groupId: field({
    label: 'Группа',
    hint: 'Для студентов',
    kind: 'select',
    optional: true,
    schema: reference,
  }),
  post: field({
    label: 'Должность',
    hint: 'Для сотрудников и специалистов, как в приказе: «преподаватель»',
    kind: 'text',
    optional: true,
    schema: line(200),
  }),
  organisationId: field({
    label: 'Организация',
    hint: 'Где работает специалист или выпускник',
    kind: 'select',
    optional: true,
    schema: reference,
  }),
  representativeName: field({
    label: 'Законный представитель',
    hint: 'Фамилия, имя, отчество. Нужен, пока студенту нет 18 лет',
    kind: 'text',
    optional: true,
    schema: line(200),
  }),
  representativePhone: field({ label: 'Телефон представителя', kind: 'text', optional: true, schema: phone }),
  representativeEmail: field({
    label: 'Электронная почта представителя',
    hint: 'На неё приходят просьбы ответить о ребёнке, пока ему нет 18 лет',
    kind: 'text',
    optional: true,
    schema: email,
  }),
};

export type PersonFieldName = keyof typeof personFields;

export const groupFields = {
  code: field({
    label: 'Название группы',
    hint: 'Как в журнале: «ЭМ-21»',
    kind: 'text',
    schema: line(30).min(1, 'Впишите название группы'),
  }),
  course: field({
    label: 'Курс',
    kind: 'select',
    options: [1, 2, 3, 4, 5, 6].map((course) => ({ value: String(course), label: `${course} курс` })),
    schema: z.coerce.number('Выберите курс').int().min(1, 'Выберите курс').max(6, 'Выберите курс'),
  }),
  speciality: field({
    label: 'Специальность',
    hint: 'Код и название',
    kind: 'text',
    optional: true,
    schema: line(200),
  }),
  classTeacherId: field({
    label: 'Классный руководитель',
    hint: 'Видит людей только своих групп',
    kind: 'select',
    optional: true,
    schema: reference,
  }),
};

export const organisationFields = {
  name: field({
    label: 'Название',
    hint: 'Как в договоре: ООО «Вятприбор»',
    kind: 'text',
    schema: line(300).min(2, 'Впишите название организации'),
  }),
  inn: field({
    label: 'ИНН',
    hint: '10 цифр, у предпринимателя 12',
    kind: 'text',
    optional: true,
    schema: z
      .string()
      .transform((text) => text.replace(/\s/g, ''))
      .refine((text) => text === '' || isInn(text), 'Проверьте ИНН: контрольная цифра не сходится')
      .transform((text) => (text === '' ? null : text)),
  }),
  contacts: field({ label: 'Адрес, телефон, кто отвечает', kind: 'area', optional: true, schema: line(1000) }),
};

export const leavingFields = {
  leftOn: field({
    label: 'День выбытия',
    kind: 'day',
    schema: z.string().transform((text, issue): Day => {
      const read = parseDay(text);
      if (read) return read;
      issue.addIssue({ code: 'custom', message: 'Впишите день так: 30.06.2027' });
      return z.NEVER;
    }),
  }),
};
