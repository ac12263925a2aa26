import type { Sent } from '../../features/questionnaires/answer.ts';
import { fieldName, partName } from '../../features/questionnaires/answer.ts';
import { type Question, questionsOf } from '../../features/questionnaires/definition.ts';
import { duringQuestions } from '../../features/questionnaires/during-texts.ts';
import { finishFilling, giveAnswers, openSheet } from '../../features/questionnaires/give-answers.ts';
import type { Round, Way } from '../../features/questionnaires/round.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Chance } from './chance.ts';
import { must } from './must.ts';
import type { DemoPerson } from './people.ts';

/** What people write where a question asks for words of their own. */
const words: Readonly<Record<string, readonly string[]>> = {
  why: [
    'Мне помогли на первом курсе, хочу так же',
    'Нравится объяснять',
    'Хочу, чтобы к нам в цех приходили готовые ребята',
  ],
  doubts: ['Хватит ли времени в сессию', 'Боюсь, что не смогу объяснить', ''],
  request: [
    'Не успеваю по математике',
    'Хочу разобраться со сваркой потолочных швов',
    'Трудно выступать перед группой',
    '',
  ],
  fears: ['Что будет неудобно отказаться', '', ''],
  helps: [
    'Разбираем задания сразу после пары',
    'Он показал станок и дал попробовать самому',
    'Можно спросить то, что на уроке стесняюсь',
    'Вместе ходим в мастерскую',
  ],
  'change-words': ['Хочу готовиться к конкурсу', 'Задач слишком много на месяц'],
  hinders: ['Расписание не совпадает', 'Трудно найти свободный кабинет', 'Переносим из-за практики', ''],
};
const said = ['Пока всё понятно', 'Вместе готовились к контрольной', ''];

const answerTo = (question: Question, chance: Chance): [string, string][] => {
  const field = fieldName(question.id);
  const options = question.options ?? [];
  const one = (): string => (chance.happens(0.6) ? options[0] : chance.pick(options))?.id ?? '';
  switch (question.kind) {
    case 'scale': {
      const most = question.to ?? 10;
      return [[field, String(Math.max(1, most - chance.below(Math.ceil(most / 2))))]];
    }
    case 'number':
      return [[field, String((question.least ?? 0) + 1 + chance.below(3))]];
    case 'yes-no':
      return [[field, chance.happens(question.id === duringQuestions.changePlan ? 0.05 : 0.8) ? 'yes' : 'no']];
    case 'one':
      return [[field, one()]];
    case 'many':
      return chance.few(options, 1 + chance.below(2)).map(({ id }) => [field, id]);
    case 'ranking':
      return chance.shuffled(options).map(({ id }, index) => [partName(question.id, id), String(index + 1)]);
    case 'matrix':
      return options.map(({ id }) => [partName(question.id, id), chance.pick(question.columns ?? []).id]);
    default:
      return [[field, chance.pick(words[question.id] ?? said) || (question.required ? 'Пока всё понятно' : '')]];
  }
};

interface Sheet {
  /** null: a nameless answer. */
  readonly person: DemoPerson | null;
  /** Whose invitation a nameless answer came by. */
  readonly invited?: DemoPerson;
  readonly groupId: string | null;
  readonly way: Way;
  /** What tells nameless sheets apart. */
  readonly key?: string;
  /** Of ten questions so many are answered, and the sheet is not handed in. */
  readonly begun?: boolean;
}

/** Answers a round as its people do: on the same page, by the same reading. */
export const answerRound = async (ctx: Ctx, round: Round, chance: Chance, sheet: Sheet): Promise<void> => {
  const { person, invited = person, groupId, way, key = null, begun = false } = sheet;
  const owner = { personId: person?.id ?? null, keyHash: key, groupId, way, accountId: null };
  const filling = { db: ctx.db, today: ctx.today, round, owner, invitedId: invited?.id ?? null };
  const { versionId, definition } = await openSheet(filling);
  const all = questionsOf(definition);
  const questions = begun ? all.slice(0, Math.ceil(all.length / 2)) : all;
  const values = new Map<string, string[]>();
  for (const [name, value] of questions.flatMap((question) => answerTo(question, chance)))
    values.set(name, [...(values.get(name) ?? []), value]);
  const sent: Sent = (name) => values.get(name) ?? [];
  must(await giveAnswers(filling, { versionId, questions: questions.map(({ id }) => id), sent }));
  if (!begun) must(await finishFilling(filling));
};
