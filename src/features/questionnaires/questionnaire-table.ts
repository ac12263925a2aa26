import { type Definition, nextId, type Question, type Section } from './definition.ts';
import { type DefinitionReading, readDefinition } from './definition-fields.ts';
import { kindWords, tableHeads, tableProblems, usualEnds, yesNoWords } from './definition-texts.ts';
import { conditionOf, optionsOfLines } from './edit-definition.ts';

type Head = keyof typeof tableHeads;

const lines = (text: string): string => text.replaceAll(';', '\n');

/** What the kind needs out of «Варианты»: ends of a scale, options, or «строки | столбцы» of a table. */
const partsOf = (kind: Question['kind'], to: 5 | 10 | undefined, text: string): Partial<Question> => {
  const [rows = '', columns = ''] = text.split('|');
  if (kind === 'scale') {
    const [low = usualEnds[0], high = usualEnds[1]] = lines(text)
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean);
    return { to: to ?? 10, ends: [low, high] };
  }
  if (kind === 'matrix') return { options: optionsOfLines(lines(rows)), columns: optionsOfLines(lines(columns)) };
  return ['one', 'many', 'ranking'].includes(kind) ? { options: optionsOfLines(lines(text)) } : {};
};

/**
 * A questionnaire out of a sheet: a row a question. Columns are known by their heads, in any order; a section goes on
 * until another is named. Problems name the row as people see it in their program.
 */
export const definitionOfTable = (rows: readonly (readonly string[])[]): DefinitionReading => {
  const headRow = rows.findIndex((row) => row.some((cell) => tableHeads.text.test(cell.trim())));
  const heads = rows[headRow] ?? [];
  const at = (head: Head): number => heads.findIndex((cell) => tableHeads[head].test(cell.trim()));
  if (at('text') < 0 || at('kind') < 0) return { ok: false, problems: [tableProblems.noHeads] };

  const problems: string[] = [];
  const sections: (Omit<Section, 'questions'> & { questions: Question[] })[] = [];
  const questions: Question[] = [];
  rows.slice(headRow + 1).forEach((row, index) => {
    const cell = (head: Head): string => row[at(head)]?.trim() ?? '';
    const number = headRow + index + 2;
    if (cell('text') === '') return;
    const word = cell('kind').toLowerCase();
    const [, kind, to] = kindWords.find(([pattern]) => pattern.test(word)) ?? [];
    if (!kind) {
      problems.push(tableProblems.kind(number, cell('kind')));
      return;
    }
    const shownIf = cell('shownIf') === '' ? undefined : conditionIn(cell('shownIf'), questions);
    if (shownIf === null) problems.push(tableProblems.condition(number));
    const question: Question = {
      id: `q${questions.length + 1}`,
      kind,
      text: cell('text'),
      hint: cell('hint'),
      required: cell('required').toLowerCase().startsWith(yesNoWords.yes) || cell('required') === '+',
      ...partsOf(kind, to, cell('options')),
      ...(shownIf ? { shownIf } : {}),
    };
    const alone = readDefinition({ sections: [{ id: 's', questions: [{ ...question, shownIf: undefined }] }] });
    if (!alone.ok) problems.push(...alone.problems.map((said) => tableProblems.row(number, said)));
    if (sections.length === 0 || (cell('section') !== '' && cell('section') !== sections.at(-1)?.title)) {
      const id = nextId(
        's',
        sections.map((one) => one.id),
      );
      sections.push({ id, title: cell('section'), intro: '', questions: [] });
    }
    questions.push(question);
    sections.at(-1)?.questions.push(question);
  });
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 10) };
  if (questions.length === 0) return { ok: false, problems: [tableProblems.nothing] };
  const definition: Definition = { sections, scales: [] };
  return readDefinition(definition);
};

/** «2 = да»: the second question of the table; null when it cannot be understood. */
const conditionIn = (text: string, above: readonly Question[]): Question['shownIf'] | null => {
  const [, number, words = ''] = /^(?:\D*)(\d+)\s*=\s*(.+)$/u.exec(text) ?? [];
  const source = number === undefined ? undefined : above[Number(number) - 1];
  const is = source && conditionOf(source, words);
  return source && is ? { question: source.id, is } : null;
};
