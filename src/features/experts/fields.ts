import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { field, type Option } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const readDay = (text: string, issue: z.RefinementCtx): Day => {
  const read = parseDay(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 15.10.2026' });
  return z.NEVER;
};

const aDay = z.string().transform(readDay);
const maybeDay = z.string().transform((text, issue): Day | null => (text === '' ? null : readDay(text, issue)));

export const expertFields = (people: readonly Option[], topics: readonly Norm[]) => ({
  personId: field({
    label: 'Человек из колледжа',
    hint: 'Сотрудник, специалист предприятия или выпускник. Иначе впишите имя ниже',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'нет, эксперт со стороны' }, ...people],
    schema: z.union([z.literal(''), z.uuid('Выберите из списка')]).transform((id) => (id === '' ? null : id)),
  }),
  name: field({ label: 'Фамилия, имя, отчество со стороны', kind: 'text', optional: true, schema: line(200) }),
  organisation: field({ label: 'Организация', kind: 'text', optional: true, schema: line(300) }),
  post: field({ label: 'Должность', kind: 'text', optional: true, schema: line(200) }),
  contacts: field({ label: 'Как связаться', kind: 'text', optional: true, schema: line(300) }),
  areas: field({
    label: 'С чем помогает',
    hint: 'Темы те же, что у запросов',
    kind: 'checks',
    options: topics.map(({ code, label }) => ({ value: code, label })),
    schema: z.array(z.string()).transform((codes, issue) => {
      const known = new Set(topics.map(({ code }) => code));
      if (codes.every((code) => known.has(code))) return codes;
      issue.addIssue({ code: 'custom', message: 'Выберите темы из списка' });
      return z.NEVER;
    }),
  }),
  availability: field({
    label: 'Когда доступен',
    hint: 'Дни, часы, сколько раз в год',
    kind: 'text',
    optional: true,
    schema: line(300),
  }),
  note: field({ label: 'Заметка', kind: 'area', optional: true, schema: line(1000) }),
});

export const contractFields = {
  number: field({ label: 'Номер договора', kind: 'text', schema: line(60).min(1, 'Впишите номер') }),
  day: field({ label: 'Дата договора', kind: 'day', schema: aDay }),
  till: field({ label: 'Действует по', kind: 'day', schema: aDay }),
  subject: field({ label: 'О чём', kind: 'text', optional: true, schema: line(300) }),
};

export const invitationFields = {
  day: field({ label: 'На какой день', kind: 'day', schema: aDay }),
  purpose: field({ label: 'Для чего', kind: 'text', schema: line(300).min(3, 'Напишите, для чего приглашён') }),
};

export const agreementFields = (organisations: readonly Option[]) => ({
  organisationId: field({
    label: 'Организация',
    kind: 'select',
    options: [{ value: '', label: 'выберите' }, ...organisations],
    schema: z.uuid('Выберите организацию'),
  }),
  number: field({ label: 'Номер соглашения', kind: 'text', schema: line(60).min(1, 'Впишите номер') }),
  day: field({ label: 'Дата соглашения', kind: 'day', schema: aDay }),
  till: field({
    label: 'Действует по',
    hint: 'Пусто, если без срока',
    kind: 'day',
    optional: true,
    schema: maybeDay,
  }),
  subject: field({ label: 'О чём', kind: 'area', optional: true, schema: line(1000) }),
});
