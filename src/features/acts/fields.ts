import { z } from 'zod';
import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { field } from '../../platform/fields.ts';
import { type Act, actLevels } from './act.ts';
import { actWords, levelNames } from './texts.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const maybeDay = z.string().transform((text, issue): Day | null => {
  if (text === '') return null;
  const read = parseDay(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: 'Такого дня нет. Дата пишется так: 25.12.2019' });
  return z.NEVER;
});

/** What is asked about an act. @param others acts that may be named as the one in its place, or as cited */
export const actFields = (others: readonly Act[]) => ({
  level: field({
    label: 'Уровень',
    kind: 'radio',
    options: actLevels.map((value) => ({ value, label: levelNames[value] })),
    schema: z.enum(actLevels, 'Выберите уровень'),
  }),
  title: field({
    label: 'Название',
    hint: 'О чём акт, коротко: «Положение о наставничестве»',
    kind: 'text',
    schema: line(300).min(3, 'Впишите название'),
  }),
  issuer: field({ label: 'Кто принял', kind: 'text', optional: true, schema: line(200) }),
  number: field({ label: 'Номер', hint: 'Без знака №: 1264-р', kind: 'text', optional: true, schema: line(60) }),
  day: field({ label: 'Дата акта', kind: 'day', optional: true, schema: maybeDay }),
  revisedOn: field({
    label: 'Редакция от',
    hint: 'День последней правки текста, с которым вы работаете',
    kind: 'day',
    optional: true,
    schema: maybeDay,
  }),
  inForceFrom: field({ label: 'Действует с', kind: 'day', optional: true, schema: maybeDay }),
  lapsesOn: field({ label: 'Действует по', kind: 'day', optional: true, schema: maybeDay }),
  supersededBy: field({
    label: 'Заменён актом',
    hint: 'Если вместо него принят другой',
    kind: 'select',
    optional: true,
    options: [{ value: '', label: 'не заменён' }, ...others.map((act) => ({ value: act.id, label: actWords(act) }))],
    schema: z.union([z.literal(''), z.uuid('Выберите из списка')]).transform((id) => (id === '' ? null : id)),
  }),
  reviewBy: field({
    label: 'Пересмотреть до',
    hint: 'Для локальных актов: система напомнит',
    kind: 'day',
    optional: true,
    schema: maybeDay,
  }),
  unconfirmed: field({
    label: 'Реквизиты не сверены с источником',
    kind: 'check',
    optional: true,
    schema: z.string().transform((value) => value !== ''),
  }),
  note: field({ label: 'Что важно для колледжа', kind: 'area', optional: true, schema: line(1000) }),
  cites: field({
    label: 'На какие акты ссылается',
    hint: 'Если такой акт заменят, система предупредит',
    kind: 'checks',
    optional: true,
    options: others.map((act) => ({ value: act.id, label: actWords(act) })),
    schema: z.array(z.uuid('Выберите из списка')),
  }),
});

/** A day as it is typed; '' when there is none. */
export const dayTyped = (day: Day | null): string => (day === null ? '' : formatDay(day));
