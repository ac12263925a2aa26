import type { Definition, Question } from './definition.ts';
import { questionsOf } from './definition.ts';

/**
 * scale, number: a number · one: id of the option · yes-no: 'yes' or 'no' · short, long: text · many: ids ·
 * ranking: place by option, '1' is first · matrix: column by row.
 */
export type Answer = string | number | readonly string[] | Readonly<Record<string, string>>;

export type Answers = ReadonlyMap<string, Answer>;

export type AnswerRefusal = 'not-an-option' | 'not-a-number' | 'out-of-bounds' | 'too-long' | 'same-place';

export type AnswerReading =
  /** null: nothing was answered, or an answer was taken back. */
  { readonly ok: true; readonly value: Answer | null } | { readonly ok: false; readonly reason: AnswerRefusal };

export const fieldName = (question: string): string => `q-${question}`;
export const partName = (question: string, part: string): string => `q-${question}-${part}`;

const longest = { short: 300, long: 4000 } as const;

const value = (answer: Answer | null): AnswerReading => ({ ok: true, value: answer });
const wrong = (reason: AnswerRefusal): AnswerReading => ({ ok: false, reason });

const readNumber = (text: string, least: number, most: number): AnswerReading => {
  if (text === '') return value(null);
  const number = Number(text.replace(',', '.').replace('−', '-'));
  if (!Number.isFinite(number)) return wrong('not-a-number');
  return number < least || number > most ? wrong('out-of-bounds') : value(number);
};

const readParts = (question: Question, sent: Sent): AnswerReading => {
  const matrix = question.kind === 'matrix';
  const places = (question.options ?? []).map((_, index) => String(index + 1));
  const allowed = matrix ? (question.columns ?? []).map(({ id }) => id) : places;
  const parts: Record<string, string> = {};
  for (const { id } of question.options ?? []) {
    const [part = ''] = sent(partName(question.id, id));
    if (part === '') continue;
    if (!allowed.includes(part)) return wrong('not-an-option');
    if (!matrix && Object.values(parts).includes(part)) return wrong('same-place');
    parts[id] = part;
  }
  return value(Object.keys(parts).length === 0 ? null : parts);
};

/** All values that came under a form name. */
export type Sent = (name: string) => readonly string[];

/** Reads one question out of a form; the same for a phone, a form without scripts and a paper being entered. */
export const readAnswer = (question: Question, sent: Sent): AnswerReading => {
  const values = sent(fieldName(question.id));
  const first = values[0]?.trim() ?? '';
  const options = (question.options ?? []).map(({ id }) => id);
  switch (question.kind) {
    case 'scale': {
      const read = readNumber(first, 1, question.to ?? 10);
      return read.ok && read.value !== null && !Number.isInteger(read.value) ? wrong('not-an-option') : read;
    }
    case 'number':
      return readNumber(first, question.least ?? -1e9, question.most ?? 1e9);
    case 'yes-no':
      if (first === '') return value(null);
      return first === 'yes' || first === 'no' ? value(first) : wrong('not-an-option');
    case 'one':
      if (first === '') return value(null);
      return options.includes(first) ? value(first) : wrong('not-an-option');
    case 'many': {
      const ticked = [...new Set(values.filter((one) => one !== ''))];
      if (ticked.some((one) => !options.includes(one))) return wrong('not-an-option');
      return value(ticked.length === 0 ? null : ticked);
    }
    case 'short':
    case 'long':
      return first.length > longest[question.kind] ? wrong('too-long') : value(first === '' ? null : first);
    case 'ranking':
    case 'matrix':
      return readParts(question, sent);
  }
};

/** Has the question been answered in full? Every row of a matrix, every place of a ranking. */
export const isAnswered = (question: Question, answer: Answer | undefined): boolean => {
  if (answer === undefined) return false;
  if (question.kind !== 'ranking' && question.kind !== 'matrix') return true;
  return Object.keys(answer).length === (question.options ?? []).length;
};

const valuesOf = (answer: Answer | undefined): readonly string[] => {
  if (answer === undefined) return [];
  if (typeof answer === 'string') return [answer];
  if (typeof answer === 'number') return [String(answer)];
  return Array.isArray(answer) ? answer : [];
};

/** Questions that this person is asked, given the answers so far; a question under a hidden one is hidden too. */
export const shownQuestions = (definition: Definition, answers: Answers): readonly Question[] => {
  const shown = new Set<string>();
  return questionsOf(definition).filter((question) => {
    const { shownIf } = question;
    const asked =
      !shownIf ||
      (shown.has(shownIf.question) && valuesOf(answers.get(shownIf.question)).some((one) => shownIf.is.includes(one)));
    if (asked) shown.add(question.id);
    return asked;
  });
};

/** Required questions that are asked and not yet answered; and those answered in part. */
export const missingAnswers = (definition: Definition, answers: Answers): readonly Question[] =>
  shownQuestions(definition, answers).filter((question) => {
    const answer = answers.get(question.id);
    return (question.required || answer !== undefined) && !isAnswered(question, answer);
  });
