import type { Answer } from '../answer.ts';
import type { Option, Question } from '../definition.ts';
import { yesNoWords } from '../definition-texts.ts';

const labelIn = (options: readonly Option[] | undefined, id: string): string =>
  options?.find((option) => option.id === id)?.label ?? id;

/** An answer as a person reads it; '' when there is none. */
export const answerWords = (question: Question, answer: Answer | undefined): string => {
  if (answer === undefined) return '';
  if (typeof answer === 'number') return String(answer).replace('.', ',');
  if (typeof answer === 'string') {
    if (question.kind === 'yes-no') return answer === 'yes' ? yesNoWords.yes : yesNoWords.no;
    return question.kind === 'one' ? labelIn(question.options, answer) : answer;
  }
  if (Array.isArray(answer)) return answer.map((id: string) => labelIn(question.options, id)).join('; ');
  const parts = Object.entries(answer as Readonly<Record<string, string>>);
  if (question.kind === 'ranking')
    return parts
      .toSorted(([, one], [, other]) => Number(one) - Number(other))
      .map(([id, place]) => `${place}. ${labelIn(question.options, id)}`)
      .join('; ');
  return parts
    .map(([row, column]) => `${labelIn(question.options, row)}: ${labelIn(question.columns, column)}`)
    .join('; ');
};
