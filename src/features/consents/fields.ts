import { z } from 'zod';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import { purposes, type Signatory, signatories } from './consent.ts';
import type { ConsentText } from './text-rows.ts';
import { signatoryNames } from './texts.ts';

const dayOr = (message: string) =>
  z.string().transform((text, refusal): Day => {
    const read = parseDay(text);
    if (read) return read;
    refusal.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const text = (longest: number) => z.string().max(longest, `Слишком длинно: не больше ${longest} знаков`);

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
