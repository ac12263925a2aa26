import type { Answer, Answers } from './answer.ts';
import { type Definition, isText, type Question, questionsOf, type ScoreScale } from './definition.ts';
import { bandOf, scoreOf } from './scoring.ts';

export interface Sheet {
  readonly id: string;
  readonly versionId: string;
  readonly personId: string | null;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly name: string | null;
  readonly answers: Answers;
}

/** Fewer anonymous answers than this are not shown: one could guess whose they are. */
export const leastShown = 5;

export interface GroupCount {
  readonly groupId: string | null;
  readonly code: string | null;
  readonly count: number;
}

export const groupCounts = (sheets: readonly Sheet[]): readonly GroupCount[] => {
  const counts = new Map<string | null, GroupCount>();
  for (const { groupId, groupCode } of sheets) {
    const known = counts.get(groupId)?.count ?? 0;
    counts.set(groupId, { groupId, code: groupCode, count: known + 1 });
  }
  return [...counts.values()];
};

/**
 * Groups of an anonymous round that may be shown apart. What is left over must not be guessable either: when the hidden
 * ones together are fewer than five, the smallest shown group is hidden with them.
 */
export const shownGroups = (counts: readonly GroupCount[]): readonly GroupCount[] => {
  const shown = counts.filter(({ count }) => count >= leastShown).toSorted((one, other) => other.count - one.count);
  let rest = counts.filter(({ count }) => count < leastShown).reduce((sum, { count }) => sum + count, 0);
  while (rest > 0 && rest < leastShown && shown.length > 0) rest += shown.pop()?.count ?? 0;
  return shown;
};

export interface Bar {
  readonly label: string;
  readonly count: number;
}

export type QuestionResult = {
  readonly question: Question;
  /** How many have answered it. */
  readonly answered: number;
} & (
  | { readonly show: 'bars'; readonly bars: readonly Bar[]; readonly mean?: number | undefined }
  | { readonly show: 'texts' }
  /** ranking: mean places, the best first · matrix: counts by row and column */
  | { readonly show: 'places'; readonly rows: readonly { readonly label: string; readonly mean: number }[] }
  | { readonly show: 'table'; readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[] }
);

const rounded = (value: number): number => Math.round(value * 100) / 100;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : rounded(values.reduce((sum, one) => sum + one, 0) / values.length);

const numbersOf = (answers: readonly Answer[]): number[] =>
  answers.flatMap((answer) => (typeof answer === 'number' ? [answer] : []));

const partsOf = (answer: Answer): Readonly<Record<string, string>> =>
  typeof answer === 'object' && !Array.isArray(answer) ? (answer as Readonly<Record<string, string>>) : {};

const barsOf = (question: Question, answers: readonly Answer[], words: YesNo): readonly Bar[] => {
  const count = (value: string) =>
    answers.filter((answer) => (Array.isArray(answer) ? answer.includes(value) : String(answer) === value)).length;
  if (question.kind === 'yes-no')
    return [
      { label: words.yes, count: count('yes') },
      { label: words.no, count: count('no') },
    ];
  if (question.kind === 'scale')
    return Array.from({ length: question.to ?? 10 }, (_, index) => String(index + 1)).map((label) => ({
      label,
      count: count(label),
    }));
  if (question.kind === 'number')
    return [...new Set(numbersOf(answers))]
      .toSorted((one, other) => one - other)
      .map((one) => ({ label: String(one), count: count(String(one)) }));
  return (question.options ?? []).map(({ id, label }) => ({ label, count: count(id) }));
};

export interface YesNo {
  readonly yes: string;
  readonly no: string;
}

/** What everybody has answered to one question. */
export const resultOf = (question: Question, sheets: readonly Sheet[], words: YesNo): QuestionResult => {
  const answers = sheets.flatMap(({ answers: given }) => given.get(question.id) ?? []);
  const common = { question, answered: answers.length };
  if (isText(question)) return { ...common, show: 'texts' };
  if (question.kind === 'ranking') {
    const rows = (question.options ?? []).map(({ id, label }) => ({
      label,
      mean: mean(answers.flatMap((answer) => (partsOf(answer)[id] ? [Number(partsOf(answer)[id])] : []))),
    }));
    return { ...common, show: 'places', rows: rows.toSorted((one, other) => one.mean - other.mean) };
  }
  if (question.kind === 'matrix') {
    const columns = question.columns ?? [];
    const rows = (question.options ?? []).map(({ id, label }) => ({
      label,
      counts: columns.map((column) => answers.filter((answer) => partsOf(answer)[id] === column.id).length),
    }));
    return { ...common, show: 'table', rows };
  }
  const numbers = numbersOf(answers);
  const bars = barsOf(question, answers, words);
  return { ...common, show: 'bars', bars, ...(numbers.length > 0 ? { mean: mean(numbers) } : {}) };
};

export interface ScaleResult {
  readonly scale: ScoreScale;
  readonly scored: number;
  readonly mean: number;
  readonly bands: readonly Bar[];
}

/** Scores by the version that each person has answered. */
export const scaleResult = (
  scale: ScoreScale,
  sheets: readonly Sheet[],
  versions: ReadonlyMap<string, Definition>,
): ScaleResult => {
  const scores = sheets.flatMap(({ versionId, answers }) => {
    const definition = versions.get(versionId);
    const own = definition?.scales.find(({ id }) => id === scale.id);
    const score = definition && own && scoreOf(definition, own, answers);
    return score === undefined ? [] : [score];
  });
  const bands = scale.bands.map(({ label }) => ({
    label,
    count: scores.filter((score) => bandOf(scale, score)?.label === label).length,
  }));
  return { scale, scored: scores.length, mean: mean(scores), bands };
};

/** Questions of all versions that were answered: the newest words, in the newest order, then what only older ones asked. */
export const mergedQuestions = (versions: readonly Definition[]): readonly Question[] => {
  const merged = new Map<string, Question>();
  for (const version of versions)
    for (const question of questionsOf(version)) if (!merged.has(question.id)) merged.set(question.id, question);
  return [...merged.values()];
};
