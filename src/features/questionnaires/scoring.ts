import { type Answer, type Answers, shownQuestions } from './answer.ts';
import { type Band, type Definition, type Question, questionOf, type ScoreScale } from './definition.ts';

const pointsOfOptions = ({ options = [] }: Question, ids: readonly string[]): number =>
  options.filter(({ id }) => ids.includes(id)).reduce((sum, { points = 0 }) => sum + points, 0);

const bounds = (question: Question): readonly [number, number] => {
  const points = (question.options ?? []).map((option) => option.points ?? 0);
  if (question.kind === 'scale') return [1, question.to ?? 10];
  if (question.kind === 'yes-no') return [0, 1];
  if (question.kind === 'number') return [question.least ?? 0, question.most ?? 0];
  if (question.kind === 'many') return [0, points.reduce((sum, one) => sum + Math.max(one, 0), 0)];
  return [Math.min(...points), Math.max(...points)];
};

/** What an answer is worth. Reversed: the far end of the question counts as the near one. */
export const pointsOf = (question: Question, answer: Answer, reversed: boolean): number => {
  const plain =
    typeof answer === 'number'
      ? answer
      : question.kind === 'yes-no'
        ? Number(answer === 'yes')
        : pointsOfOptions(question, typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : []);
  const [low, high] = bounds(question);
  return reversed ? low + high - plain : plain;
};

/** Rounded to hundredths. A mean counts what is answered; a sum needs every asked question of its key. */
export const scoreOf = (definition: Definition, scale: ScoreScale, answers: Answers): number | undefined => {
  const shown = shownQuestions(definition, answers);
  const asked = scale.items.flatMap(({ question: id, reversed }) => {
    const question = shown.find((one) => one.id === id);
    return question ? [{ question, reversed }] : [];
  });
  const points = asked.flatMap(({ question, reversed }) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [pointsOf(question, answer, reversed)];
  });
  if (points.length === 0 || (scale.how === 'sum' && points.length < asked.length)) return undefined;
  const sum = points.reduce((total, one) => total + one, 0);
  return Math.round((scale.how === 'sum' ? sum : sum / points.length) * 100) / 100;
};

/** Bands hold both ends; a mean between two bands belongs to the lower one. */
export const bandOf = (scale: ScoreScale, score: number): Band | undefined =>
  scale.bands.toSorted((one, other) => other.from - one.from).find(({ from }) => score >= from);

/** A scale with what a person got by it. */
export interface ScaleScore {
  readonly id: string;
  readonly title: string;
  /** undefined: too little was answered to count it. */
  readonly score: number | undefined;
  /** The most that could be got. */
  readonly most: number;
  readonly band: string | undefined;
}

/** The most that a scale can give: the sum of the best answers of its key, or the best of them for a mean. */
export const mostOf = (definition: Definition, scale: ScoreScale): number => {
  const best = scale.items.flatMap(({ question: id }) => {
    const question = questionOf(definition, id);
    return question ? [bounds(question)[1]] : [];
  });
  return scale.how === 'sum' ? best.reduce((sum, one) => sum + one, 0) : Math.max(0, ...best);
};

/** All scales of a version by one person's answers. */
export const scaleScores = (definition: Definition, answers: Answers): readonly ScaleScore[] =>
  definition.scales.map((scale) => {
    const score = scoreOf(definition, scale, answers);
    const band = score === undefined ? undefined : bandOf(scale, score)?.label;
    return { id: scale.id, title: scale.title, score, most: mostOf(definition, scale), band };
  });
