import {
  conditionValues,
  type Definition,
  nextId,
  type Option,
  type Question,
  questionOf,
  questionsOf,
} from './definition.ts';
import { yesNoWords } from './definition-texts.ts';

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');

/** Lines «Вариант» or «Вариант = 2» (points). An option keeps its id while its label stays, so old answers keep their sense. */
export const optionsOfLines = (text: string, before: readonly Option[] = []): Option[] => {
  const made: Option[] = [];
  for (const line of text
    .split(/\n/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, words, number] = /^(.+?)\s*=\s*([-−]?\d+(?:[.,]\d+)?)$/u.exec(line) ?? [];
    const label = words ?? line;
    const known = before.find((one) => plain(one.label) === plain(label));
    const taken = [...before, ...made].map(({ id }) => id);
    const id = known?.id ?? nextId('o', taken);
    const points = number === undefined ? undefined : Number(number.replace(',', '.').replace('−', '-'));
    made.push({ id, label, ...(points === undefined ? {} : { points }) });
  }
  return made;
};

export const linesOfOptions = (options: readonly Option[] = []): string =>
  options.map(({ label, points }) => (points === undefined ? label : `${label} = ${points}`)).join('\n');

/** «1–3; 7», «да», «название варианта»: as ids; undefined when a word names no answer of that question. */
export const conditionOf = (source: Question, text: string): string[] | undefined => {
  const values: string[] = [];
  for (const word of text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, from, to] = /^(\d+)\s*[-–—]\s*(\d+)$/u.exec(word) ?? [];
    if (from !== undefined && to !== undefined && Number(to) - Number(from) < 100) {
      for (let value = Number(from); value <= Number(to); value += 1) values.push(String(value));
      continue;
    }
    const option = (source.options ?? []).find(({ label }) => plain(label) === plain(word));
    const yesNo = (['yes', 'no'] as const).find((one) => source.kind === 'yes-no' && yesNoWords[one] === plain(word));
    const value = option?.id ?? yesNo ?? word;
    const known = conditionValues(source);
    if (known && !known.includes(value)) return undefined;
    values.push(value);
  }
  return values.length > 0 ? values : undefined;
};

export const conditionText = (definition: Definition, question: Question): string => {
  const source = question.shownIf && questionOf(definition, question.shownIf.question);
  if (!source || !question.shownIf) return '';
  const wordOf = (value: string) =>
    source.kind === 'yes-no'
      ? value === 'yes' || value === 'no'
        ? yesNoWords[value]
        : value
      : ((source.options ?? []).find(({ id }) => id === value)?.label ?? value);
  return question.shownIf.is.map(wordOf).join('; ');
};

const mapSections = (
  definition: Definition,
  change: (questions: readonly Question[], sectionId: string) => readonly Question[],
): Definition => ({
  ...definition,
  sections: definition.sections.map((one) => ({ ...one, questions: change(one.questions, one.id) })),
});

/** A new question goes to the end of its section; a known one is changed in its place, or moves to the other section. */
export const putQuestion = (definition: Definition, sectionId: string, question: Question): Definition =>
  mapSections(definition, (questions, id) => {
    const known = questions.some((one) => one.id === question.id);
    if (id !== sectionId) return questions.filter((one) => one.id !== question.id);
    return known ? questions.map((one) => (one.id === question.id ? question : one)) : [...questions, question];
  });

/** What leaned on the question stands without it: conditions fall away, keys lose an item, empty keys go. */
export const removeQuestion = (definition: Definition, id: string): Definition => {
  const without = mapSections(definition, (questions) =>
    questions
      .filter((one) => one.id !== id)
      .map((one) => {
        if (one.shownIf?.question !== id) return one;
        const { shownIf: _, ...rest } = one;
        return rest;
      }),
  );
  const scales = definition.scales
    .map((scale) => ({ ...scale, items: scale.items.filter(({ question }) => question !== id) }))
    .filter(({ items }) => items.length > 0);
  return { ...without, scales };
};

const swapped = <T>(list: readonly T[], from: number, to: number): T[] => {
  const copy = [...list];
  const [one, other] = [copy[from], copy[to]];
  if (one === undefined || other === undefined) return copy;
  copy[from] = other;
  copy[to] = one;
  return copy;
};

/** One place up or down inside its section. */
export const moveQuestion = (definition: Definition, id: string, by: -1 | 1): Definition =>
  mapSections(definition, (questions) => {
    const at = questions.findIndex((one) => one.id === id);
    return at < 0 ? questions : swapped(questions, at, at + by);
  });

export const moveSection = (definition: Definition, id: string, by: -1 | 1): Definition => {
  const at = definition.sections.findIndex((one) => one.id === id);
  return at < 0 ? definition : { ...definition, sections: swapped(definition.sections, at, at + by) };
};

export const addSection = (definition: Definition, title: string, intro: string): Definition => {
  const id = nextId(
    's',
    definition.sections.map((one) => one.id),
  );
  return { ...definition, sections: [...definition.sections, { id, title, intro, questions: [] }] };
};

export const changeSection = (definition: Definition, id: string, title: string, intro: string): Definition => ({
  ...definition,
  sections: definition.sections.map((one) => (one.id === id ? { ...one, title, intro } : one)),
});

/** An empty section goes; one with questions stays, so that a wrong press loses nothing. */
export const removeSection = (definition: Definition, id: string): Definition => ({
  ...definition,
  sections: definition.sections.filter((one) => one.id !== id || one.questions.length > 0),
});

export const newQuestionId = (definition: Definition, frozen: readonly Definition[]): string =>
  nextId(
    'q',
    [definition, ...frozen].flatMap((one) => questionsOf(one).map(({ id }) => id)),
  );
