import { z } from 'zod';
import { field, type Option } from '../../platform/fields.ts';
import { allowedFields, dayOr, text } from './fields.ts';

/** A code for signing: handed out against a paper. */
export const keyFields = {
  agreedOn: field({
    label: 'Когда подписано соглашение о простой электронной подписи',
    hint: 'Бумагу подписывают при вас и хранят в деле',
    kind: 'day',
    schema: dayOr('Укажите день подписи, например 01.09.2026'),
  }),
};

/** Who acts for a person by account. */
export const representativeFields = (people: readonly Option[]) => ({
  representativeId: field({
    label: 'Представитель',
    hint: 'Карточка человека вида «представитель» с учётной записью',
    kind: 'select',
    options: people,
    schema: z.uuid('Выберите представителя'),
  }),
  document: field({
    label: 'Документ',
    hint: 'Чем подтверждены полномочия, например «свидетельство о рождении»',
    kind: 'text',
    schema: text(300).min(1, 'Впишите документ, который вы видели'),
  }),
});

/** How long a kind of record is kept. */
export const retentionFields = {
  months: field({
    label: 'Хранить месяцев после окончания',
    kind: 'number',
    schema: z.coerce
      .number('Впишите число месяцев')
      .int('Впишите целое число')
      .min(1, 'Не меньше месяца')
      .max(1200, 'Не больше ста лет'),
  }),
  basis: field({
    label: 'Основание',
    hint: 'Акт или решение колледжа',
    kind: 'text',
    optional: true,
    schema: text(500),
  }),
  version: field({ label: 'Редакция', kind: 'hidden', schema: z.coerce.number().int().min(0) }),
};

/** A signature inside the system: the words stand above, the code is the hand. */
export const signingFields = {
  ...allowedFields,
  code: field({
    label: 'Код подписи',
    hint: 'Восемь цифр, которые вам выдали в колледже',
    kind: 'password',
    autocomplete: 'current-password',
    schema: z
      .string()
      .transform((typed) => typed.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{8}$/, 'Впишите восемь цифр кода')),
  }),
};
