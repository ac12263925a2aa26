import { z } from 'zod';
import { type Day, parseDay } from '../../kernel/day.ts';
import { type FormErrors, field, type Option, type RawForm, type Reading, readForm } from '../../platform/fields.ts';
import type { Norm } from '../college/norms.ts';
import { freeTimes } from '../registers/member.ts';
import { freeTimeName } from '../registers/texts.ts';
import { type Asker, audiences, isStaff, topicsFor } from './campaign.ts';
import type { AnswerInput } from './give-answer.ts';
import { audienceNames } from './texts.ts';

const line = (longest: number) => z.string().trim().max(longest, `Слишком длинно: не больше ${longest} знаков`);

const tillDay = z.string().transform((text, issue): Day => {
  const read = parseDay(text);
  if (read) return read;
  issue.addIssue({ code: 'custom', message: 'Впишите последний день, например 30.11.2026' });
  return z.NEVER;
});

export const campaignFields = {
  title: field({
    label: 'Название',
    hint: 'Его увидят все, кого вы спросите',
    kind: 'text',
    schema: line(120).min(1, 'Впишите название, например «Кому нужен наставник»'),
  }),
  tillDay: field({
    label: 'Ответы принимаем до',
    hint: 'Этот день включительно; потом ссылки перестанут открываться',
    kind: 'day',
    schema: tillDay,
  }),
  audiences: field({
    label: 'Кого спрашиваем',
    kind: 'checks',
    options: audiences.map((value) => ({ value, label: audienceNames[value] })),
    schema: z.array(z.enum(audiences, 'Отметьте из списка')).min(1, 'Отметьте, кого спрашиваем'),
  }),
  version: field({ label: 'Версия', kind: 'hidden', schema: z.coerce.number().int().nonnegative() }),
};

const birthDay = z.string().transform((text, issue): Day => {
  const read = parseDay(text);
  if (read && read >= '1920-01-01') return read;
  const message = read ? 'Слишком давний год рождения' : 'Впишите день рождения: 30.11.2009';
  issue.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const namePart = (missing: string) =>
  line(80)
    .min(1, missing)
    .regex(/^[^\d@_=<>]*$/, 'В имени не бывает цифр и знаков @ = _ < >');

export interface Choices {
  readonly topics: readonly Norm[];
  readonly groups: readonly { readonly id: string; readonly code: string }[];
}

const optionsOf = (norms: readonly Norm[]): Option[] => norms.map(({ code, label }) => ({ value: code, label }));

/** The whole question. Which of its parts are asked depends on who answers: see `askedOf`. */
export const answerFields = ({ audience }: Pick<Asker, 'audience'>, { topics: all, groups }: Choices) => {
  const topics = topicsFor(audience, all);
  const own = audience === 'student';
  const child = audience === 'parent';
  return {
    lastName: field({
      label: own ? 'Ваша фамилия' : child ? 'Фамилия ребёнка' : 'Фамилия студента',
      kind: 'text',
      schema: namePart('Впишите фамилию'),
    }),
    firstName: field({
      label: own ? 'Ваше имя' : child ? 'Имя ребёнка' : 'Имя студента',
      kind: 'text',
      schema: namePart('Впишите имя'),
    }),
    birthDay: field({
      label: own ? 'Ваш день рождения' : 'День рождения ребёнка',
      hint: 'По нему отличаем однофамильцев',
      kind: 'day',
      schema: birthDay,
    }),
    groupId: field({
      label: 'Группа',
      kind: 'select',
      options: [{ value: '', label: 'не выбрана' }, ...groups.map(({ id, code }) => ({ value: id, label: code }))],
      schema: z.string().refine((id) => groups.some((group) => group.id === id), 'Выберите группу из списка'),
    }),
    tellerName: field({
      label: 'Как вас зовут',
      hint: 'Фамилия, имя и отчество',
      kind: 'text',
      autocomplete: 'name',
      schema: namePart('Впишите, как вас зовут'),
    }),
    need: field({
      label: own ? 'Нужен ли вам наставник?' : child ? 'Нужен ли ребёнку наставник?' : 'Нужен ли студенту наставник?',
      kind: 'radio',
      options: [
        { value: 'yes', label: 'Да, нужна помощь' },
        { value: 'no', label: 'Сейчас не нужен' },
      ],
      schema: z.enum(['yes', 'no'], 'Выберите один ответ'),
    }),
    topics: field({
      label: 'С чем помочь',
      hint: 'Можно отметить несколько',
      kind: 'checks',
      optional: !isStaff(audience),
      options: optionsOf(topics),
      schema: z.array(
        z.string().refine((code) => topics.some((topic) => topic.code === code), 'Отметьте темы из списка'),
      ),
    }),
    note: field({ label: 'Своими словами', kind: 'area', optional: true, schema: line(2000) }),
    confidential: field({
      label: 'Рассказать только психологу',
      hint: 'Тему и слова увидят только психолог, социальный педагог и куратор. Каждое чтение записывается',
      kind: 'check',
      optional: true,
      schema: z.string().transform((value) => value !== ''),
    }),
    freeTimes: field({
      label: 'Когда свободны',
      kind: 'checks',
      optional: true,
      options: freeTimes.map((value) => ({ value, label: freeTimeName(value) })),
      schema: z.array(z.enum(freeTimes, 'Отметьте время из списка')),
    }),
  };
};

export type AnswerField = keyof ReturnType<typeof answerFields>;

/** What is asked of this person, in the order of the page. */
export const askedOf = ({ audience, subjectId }: Pick<Asker, 'audience' | 'subjectId'>): readonly AnswerField[] => {
  const whom: readonly AnswerField[] =
    subjectId !== null
      ? []
      : audience === 'psychologist'
        ? ['groupId', 'lastName', 'firstName']
        : audience === 'class-teacher'
          ? ['lastName', 'firstName']
          : ['lastName', 'firstName', 'birthDay'];
  const own: readonly AnswerField[] = audience === 'student' ? ['freeTimes'] : [];
  const teller: readonly AnswerField[] = audience === 'parent' ? ['tellerName'] : [];
  // Staff tell of those who need somebody; of the others there is nothing to say.
  const need: readonly AnswerField[] = isStaff(audience) ? [] : ['need'];
  return [...whom, ...teller, ...need, 'topics', 'note', 'confidential', ...own];
};

/** Reads what somebody answered; what was not asked of them is not read even if it was sent. */
export const readAnswer = (
  asker: Pick<Asker, 'audience' | 'subjectId'>,
  choices: Choices,
  form: RawForm,
): Reading<AnswerInput> => {
  const all = answerFields(asker, choices);
  const asked = askedOf(asker);
  const some = Object.fromEntries(Object.entries(all).filter(([name]) => asked.some((one) => one === name)));
  const read = readForm(some as typeof all, form);
  const value = read.ok ? read.value : undefined;
  const needs = isStaff(asker.audience) || form.values.need?.[0] === 'yes';
  const ticked = (form.values.topics?.length ?? 0) > 0;
  const said = ticked || (form.values.note?.[0] ?? '').trim() !== '';
  const mismatch: FormErrors = {
    ...(needs && !ticked ? { topics: 'Отметьте, с чем помочь' } : {}),
    ...(form.values.need?.[0] === 'no' && said
      ? { need: 'Вы отметили, что наставник не нужен, но написали, с чем помочь. Выберите одно' }
      : {}),
  };
  if (!value || Object.keys(mismatch).length > 0)
    return { ok: false, errors: { ...mismatch, ...(read.ok ? {} : read.errors) } };
  const whom = asked.includes('lastName')
    ? {
        lastName: value.lastName,
        firstName: value.firstName,
        birthDay: value.birthDay ?? null,
        groupId: value.groupId ?? null,
      }
    : null;
  return {
    ok: true,
    value: {
      whom,
      tellerName: value.tellerName ?? '',
      topics: value.topics,
      note: value.note,
      confidential: value.confidential,
      freeTimes: value.freeTimes ?? [],
    },
  };
};
