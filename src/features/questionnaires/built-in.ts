import type { Definition, Option, Question, ScoreScale, Section } from './definition.ts';
import type { Purpose } from './questionnaire.ts';

/** A set that the house brings along; a college takes it as a draft and makes it its own. */
export interface BuiltInSet extends Purpose {
  readonly code: string;
  readonly definition: Definition;
}

/** What differs from form to form; the rest of the questions is common to all. */
export interface FormWords {
  readonly title: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly menteeTopics: readonly string[];
  readonly menteeBefore: string;
  readonly menteeAfter: string;
  readonly menteeFuture: readonly string[];
  readonly mentorBefore: string;
  readonly mentorAfter: string;
}

type Extra = Partial<Pick<Question, 'hint' | 'required' | 'shownIf'>>;

const base = { hint: '', required: true };

export const scale = (id: string, text: string, ends: readonly [string, string], extra: Extra = {}): Question => ({
  ...base,
  id,
  kind: 'scale',
  text,
  to: 10,
  ends,
  ...extra,
});

export const yesNo = (id: string, text: string, extra: Extra = {}): Question => ({
  ...base,
  id,
  kind: 'yes-no',
  text,
  ...extra,
});

export const open = (id: string, text: string, extra: Extra = {}): Question => ({
  ...base,
  required: false,
  id,
  kind: 'long',
  text,
  ...extra,
});

/** Labels become options a, b, c…; a label with points stands as a pair. */
export const optionsFrom = (labels: readonly (string | readonly [string, number])[]): Option[] =>
  labels.map((label, index) => {
    const id = String.fromCharCode(97 + index);
    return typeof label === 'string' ? { id, label } : { id, label: label[0], points: label[1] };
  });

export const choice = (
  kind: 'one' | 'many' | 'ranking',
  id: string,
  text: string,
  labels: Parameters<typeof optionsFrom>[0],
  extra: Extra = {},
): Question => ({ ...base, id, kind, text, options: optionsFrom(labels), ...extra });

export const table = (
  id: string,
  text: string,
  rows: readonly string[],
  columns: readonly string[],
  extra: Extra = {},
): Question => ({
  ...base,
  id,
  kind: 'matrix',
  text,
  options: optionsFrom(rows),
  columns: optionsFrom(columns),
  ...extra,
});

export const section = (id: string, title: string, questions: readonly Question[], intro = ''): Section => ({
  id,
  title,
  intro,
  questions,
});

/** Thirds of the 1–10 scale. */
export const meanScale = (
  id: string,
  title: string,
  questions: readonly string[],
  [low, middle, high]: readonly [string, string, string],
  reversed: readonly string[] = [],
): ScoreScale => ({
  id,
  title,
  how: 'mean',
  items: questions.map((question) => ({ question, reversed: reversed.includes(question) })),
  bands: [
    { from: 1, to: 3.99, label: low },
    { from: 4, to: 6.99, label: middle },
    { from: 7, to: 10, label: high },
  ],
});
