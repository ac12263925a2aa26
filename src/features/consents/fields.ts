import { z } from 'zod';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { categories, purposes, type Signatory, signatories } from './consent.ts';
import { categoryNames } from './form-texts.ts';
import type { ConsentText } from './text-rows.ts';
import { purposeNames, signatoryNames } from './texts.ts';

/** A day as people type it, or the message. */
export const dayOr = (message: string) =>
  z.string().transform((text, refusal): Day => {
    const read = parseDay(text);
    if (read) return read;
    refusal.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** Words up to a length. */
export const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const versionOptions = (texts: readonly ConsentText[]): readonly Option[] =>
  texts.map(({ version, validFrom, validTill }) => ({
    value: String(version),
    label: `редакция ${version}, ${validTill ? `по ${formatDay(validTill)}` : `с ${formatDay(validFrom)}`}`,
  }));

const paper = (texts: readonly ConsentText[]) => ({
  textVersion: field({
    label: 'Редакция текста',
    hint: 'Какой текст напечатан в бумаге',
    kind: 'select',
    options: versionOptions(texts),
    schema: z.coerce.number('Выберите редакцию текста').int().positive('Выберите редакцию текста'),
  }),
  signedOn: field({
    label: 'Когда подписано',
    hint: 'День, который стоит в бумаге',
    kind: 'day',
    schema: dayOr('Укажите день подписи, например 01.09.2026'),
  }),
  validTill: field({
    label: 'Действует по',
    hint: 'Обычно до конца учебного года',
    kind: 'day',
    schema: dayOr('Укажите последний день согласия, например 31.08.2027'),
  }),
});

const signatoryOptions: readonly Option[] = signatories.map((value: Signatory) => ({
  value,
  label: signatoryNames[value],
}));

/** What a consent to publication, to third parties or to pictures allows in particular. */
export const allowedFields = {
  categories: field({
    label: 'Что разрешено показывать',
    hint: 'Только то, что человек отметил сам',
    kind: 'checks',
    options: categories.map((value): Option => ({ value, label: categoryNames[value] })),
    schema: z.array(z.enum(categories, 'Выберите из списка')),
  }),
  places: field({
    label: 'Точные адреса страниц',
    hint: 'Каждый с новой строки, как в бумаге',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  conditions: field({
    label: 'Запреты и условия',
    hint: 'Как вписано в бумаге; пусто, если их нет',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  recipient: field({
    label: 'Кому передаются данные',
    hint: 'Название организации, как в бумаге',
    kind: 'text',
    optional: true,
    schema: text(300),
  }),
};

/** Which of these fields a purpose asks for. */
export const allowedOf = {
  processing: [],
  publication: ['categories', 'places', 'conditions'],
  'third-party': ['recipient'],
  photo: ['places', 'conditions'],
} as const;

/** A pile of forms to print. */
export const printFields = (groups: readonly Option[]) => ({
  purpose: field({
    label: 'Вид согласия',
    kind: 'radio',
    options: purposes.map((value): Option => ({ value, label: purposeNames[value] })),
    schema: z.enum(purposes, 'Выберите вид согласия'),
  }),
  till: field({
    label: 'Действует по',
    hint: 'Этот день будет напечатан в бланке',
    kind: 'day',
    schema: dayOr('Укажите последний день согласия, например 31.08.2027'),
  }),
  lacking: field({
    label: 'Только тем, у кого согласия нет, оно кончается или нужно новое',
    kind: 'check',
    optional: true,
    schema: z.string().transform((sent) => sent !== ''),
  }),
  groups: field({
    label: 'Группы',
    kind: 'checks',
    optional: true,
    options: groups,
    schema: z.array(z.uuid('Выберите группу из списка')),
  }),
});

/** A page whose code nobody could read. */
export const pageFields = (texts: readonly ConsentText[], people: readonly Option[]) => ({
  personId: field({
    label: 'Чей лист',
    kind: 'select',
    options: people,
    schema: z.uuid('Выберите человека'),
  }),
  edition: field({
    label: 'Какая бумага',
    kind: 'select',
    options: texts.map(
      ({ purpose, version }): Option => ({
        value: `${purpose}.${version}`,
        label: `${purposeNames[purpose]}, редакция ${version}`,
      }),
    ),
    schema: z
      .string()
      .regex(/^[a-z-]+\.\d+$/, 'Выберите вид и редакцию')
      .transform((value) => {
        const [purpose = '', version = ''] = value.split('.');
        return { purpose: purposes.find((each) => each === purpose) ?? purposes[0], version: Number(version) };
      }),
  }),
  joins: field({
    label: 'Это ещё один лист бумаги, которая уже найдена',
    kind: 'check',
    optional: true,
    schema: z.string().transform((sent) => sent !== ''),
  }),
});

/** What the college says once for all forms. */
export const settingFields = {
  address: field({
    label: 'Адрес колледжа',
    hint: 'С индексом, как в уставе',
    kind: 'text',
    optional: true,
    schema: text(300),
  }),
  requisites: field({
    label: 'ИНН и ОГРН',
    hint: 'Их должно называть согласие на публикацию',
    kind: 'text',
    optional: true,
    schema: text(100),
  }),
  pages: field({
    label: 'Страницы, где показывают людей',
    hint: 'Точные адреса, каждый с новой строки',
    kind: 'area',
    optional: true,
    schema: text(2000),
  }),
  recipient: field({
    label: 'Кому обычно передаются данные',
    hint: 'Название предприятия; пусто — строку заполнят от руки',
    kind: 'text',
    optional: true,
    schema: text(300),
  }),
  electronic: field({
    label: 'Разрешить подписывать согласия в системе кодом (простая электронная подпись)',
    hint: 'Только тем, кто подписал на бумаге соглашение о такой подписи и получил код',
    kind: 'check',
    optional: true,
    schema: z.string().transform((sent) => sent !== ''),
  }),
  version: field({ label: 'Редакция', kind: 'hidden', schema: z.coerce.number().int().min(0) }),
};

/** One printed paper of a scanned pile; names end in the form's id. */
export const scannedFields = {
  signedBy: field({
    label: 'Кто подписал',
    kind: 'select',
    options: signatoryOptions,
    schema: z.enum(signatories, 'Отметьте, чьи подписи стоят в бумаге'),
  }),
  signedOn: field({
    label: 'Когда подписано',
    kind: 'day',
    schema: dayOr('Укажите день подписи, например 01.09.2026'),
  }),
  representativeName: field({ label: 'Представитель', kind: 'text', optional: true, schema: text(200) }),
  categories: allowedFields.categories,
  conditions: allowedFields.conditions,
};

/** What is the same for the whole pile. */
export const scannedPileFields = {
  signedOn: field({
    label: 'Когда подписано',
    hint: 'Для всех, у кого ниже не указан другой день',
    kind: 'day',
    schema: dayOr('Укажите день подписи, например 01.09.2026'),
  }),
  validTill: field({
    label: 'Действует по',
    hint: 'День, напечатанный в бланках',
    kind: 'day',
    schema: dayOr('Укажите последний день согласия, например 31.08.2027'),
  }),
};

/** One paper of one person. */
export const consentFields = (texts: readonly ConsentText[]) => {
  const { textVersion, signedOn, validTill } = paper(texts);
  return {
    signedBy: field({
      label: 'Кто подписал',
      kind: 'radio',
      options: signatoryOptions,
      schema: z.enum(signatories, 'Отметьте, чьи подписи стоят в бумаге'),
    }),
    representativeName: field({
      label: 'Представитель',
      hint: 'Фамилия, имя, отчество; если он подписывал',
      kind: 'text',
      optional: true,
      schema: text(200),
    }),
    representativeDocument: field({
      label: 'Документ представителя',
      hint: 'Чем подтверждены полномочия, например «свидетельство о рождении»',
      kind: 'text',
      optional: true,
      schema: text(300),
    }),
    signedOn,
    validTill,
    textVersion,
  };
};

/** A pile of papers with one date. */
export const consentsFields = (texts: readonly ConsentText[]) => ({
  ...paper(texts),
  purpose: field({ label: 'Вид согласия', kind: 'hidden', schema: z.enum(purposes, 'Выберите вид согласия') }),
});

export const withdrawalFields = {
  reason: field({
    label: 'Примечание',
    hint: 'Объяснять причину человек не обязан',
    kind: 'area',
    optional: true,
    schema: text(1000),
  }),
};

export const textFields = {
  body: field({
    label: 'Текст согласия',
    hint: 'Печатается как есть; место для подписи тоже здесь',
    kind: 'area',
    schema: text(20_000).min(200, 'Текст слишком короткий: назовите цель, данные, срок и как отозвать согласие'),
  }),
  validFrom: field({
    label: 'Действует с',
    hint: 'С этого дня подписывают новый текст',
    kind: 'day',
    schema: dayOr('Укажите день, например 01.09.2026'),
  }),
  seenVersion: field({ label: 'Редакция', kind: 'hidden', schema: z.coerce.number().int().min(0) }),
};
