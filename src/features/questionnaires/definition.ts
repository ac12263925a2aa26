/** What a questionnaire asks. The same shape in a draft, in a frozen version and in an exported file. */
export interface Definition {
  readonly sections: readonly Section[];
  readonly scales: readonly ScoreScale[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Words before its questions; '' for none. */
  readonly intro: string;
  readonly questions: readonly Question[];
}

export const questionKinds = [
  'scale',
  'one',
  'many',
  'yes-no',
  'number',
  'short',
  'long',
  'ranking',
  'matrix',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
  readonly id: string;
  readonly label: string;
  /** What the option is worth in a scale; 0 when it is not said. */
  readonly points?: number | undefined;
}

export interface Question {
  /** Stays the same from version to version: by it answers of different versions are added up. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly hint: string;
  readonly required: boolean;
  readonly shownIf?: Condition | undefined;
  /** scale: 1–5 or 1–10 with the names of its ends. */
  readonly to?: 5 | 10 | undefined;
  readonly ends?: readonly [string, string] | undefined;
  /** one, many, ranking; rows of a matrix. */
  readonly options?: readonly Option[] | undefined;
  /** matrix */
  readonly columns?: readonly Option[] | undefined;
  /** number */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** The question is asked when an earlier one got one of these answers: option ids, numbers as text, 'yes' or 'no'. */
export interface Condition {
  readonly question: string;
  readonly is: readonly string[];
}

/** A scoring key: which answers are added up to what, and what the total means. */
export interface ScoreScale {
  readonly id: string;
  readonly title: string;
  readonly how: 'sum' | 'mean';
  readonly items: readonly { readonly question: string; readonly reversed: boolean }[];
  readonly bands: readonly Band[];
}

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export const emptyDefinition: Definition = { sections: [], scales: [] };

export const questionsOf = ({ sections }: Definition): readonly Question[] =>
  sections.flatMap(({ questions }) => questions);

export const questionOf = (definition: Definition, id: string): Question | undefined =>
  questionsOf(definition).find((question) => question.id === id);

/** Kinds that a scale can count. */
export const isScored = ({ kind }: Question): boolean => ['scale', 'yes-no', 'number', 'one', 'many'].includes(kind);

export const isText = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'short' || kind === 'long';

/** Answers that a condition may name; undefined where any text goes (numbers), none where no condition can stand. */
export const conditionValues = (question: Question): readonly string[] | undefined => {
  if (question.kind === 'yes-no') return ['yes', 'no'];
  if (question.kind === 'scale') return Array.from({ length: question.to ?? 10 }, (_, index) => String(index + 1));
  if (question.kind === 'one' || question.kind === 'many') return (question.options ?? []).map(({ id }) => id);
  return question.kind === 'number' ? undefined : [];
};

export interface Step {
  readonly section: Section;
  readonly questions: readonly Question[];
}

/** Screens of a phone: a question, and after it the optional words that go with it («чего не хватает?»). */
export const stepsOf = ({ sections }: Definition): readonly Step[] =>
  sections.flatMap((section) => {
    const steps: { section: Section; questions: Question[] }[] = [];
    for (const question of section.questions) {
      const last = steps.at(-1);
      const goesAlong = isText(question) && !question.required && !question.shownIf;
      const room = last?.questions.length === 1 && last.questions[0] && !isText(last.questions[0]);
      if (last && goesAlong && room) last.questions.push(question);
      else steps.push({ section, questions: [question] });
    }
    return steps;
  });

/** A fresh short id: 'q7' after 'q6'. Ids of deleted questions do not come back while a version may know them. */
export const nextId = (prefix: string, taken: readonly string[]): string => {
  const numbers = taken.map((id) => (id.startsWith(prefix) ? Number(id.slice(prefix.length)) : Number.NaN));
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`;
};
