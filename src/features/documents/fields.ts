import { z } from 'zod';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import { documentKinds, familyOf, isPaperKind, type PaperKind, registeredKinds } from './document.ts';
import { paperNames } from './texts.ts';

const noSuchDay = 'Такого дня нет. Дата пишется так: 26.10.2026';

const readDay = (text: string, issue: z.RefinementCtx): Day => {
  const read = parseDay(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: noSuchDay });
  return z.NEVER;
};

const maybeDay = z.string().transform((text, issue): Day | null => (text === '' ? null : readDay(text, issue)));

const number = z.string().max(40, 'Слишком длинно: не больше 40 знаков');

/** Number and day of a paper; while it is a draft, either may be missing. */
export const numberFields = {
  number: field({ label: 'Номер', kind: 'text', schema: number }),
  day: field({ label: 'Дата', kind: 'day', schema: maybeDay }),
};

const kindsToRegister: readonly PaperKind[] = [
  ...documentKinds.filter((kind) => familyOf(kind) !== 'consent'),
  ...registeredKinds,
];

/** What is asked about a paper made elsewhere. @param may whether this person registers papers of a kind */
export const registerFields = (may: (kind: PaperKind) => boolean) => ({
  kind: field({
    label: 'Вид документа',
    hint: 'По виду документ закроет свою строку дорожной карты',
    kind: 'select',
    options: kindsToRegister.filter(may).map((kind) => ({ value: kind, label: paperNames[kind] })),
    schema: z.string().transform((word, issue): PaperKind => {
      if (isPaperKind(word) && may(word)) return word;
      issue.addIssue({ code: 'custom', message: 'Выберите вид документа' });
      return z.NEVER;
    }),
  }),
  title: field({
    label: 'Название',
    hint: 'Как в самом документе, например «Положение о программе наставничества»',
    kind: 'text',
    schema: z.string().min(3, 'Впишите название').max(300, 'Слишком длинно: не больше 300 знаков'),
  }),
  number: field({
    label: 'Номер',
    hint: 'У публикаций и материалов номера может не быть',
    kind: 'text',
    optional: true,
    schema: number,
  }),
  day: field<Day>({
    label: 'Дата',
    hint: 'День подписания, утверждения или публикации',
    kind: 'day',
    schema: z.string().transform(readDay),
  }),
  reviewBy: field({
    label: 'Пересмотреть до',
    hint: 'Для положений и программ: система напомнит',
    kind: 'day',
    optional: true,
    schema: maybeDay,
  }),
});

/** A day as it is typed; '' when there is none. */
export const dayTyped = (day: Day | null): string => (day === null ? '' : formatDay(day));
