import { readTerm } from '../../kernel/term/read-term.ts';
import { isBlank, oneLine } from './cell-text.ts';
import { beginsWithDocument } from './expected-documents.ts';
import { parseItemNumber } from './item-number.ts';
import { beginsWithRole } from './responsible.ts';
import type { Grid, RoadmapField } from './roadmap.ts';

/** Where each field stands: index of the column. */
export type Columns = { readonly [field in RoadmapField]?: number };

type Heading = RoadmapField | 'note';

/** Words of a header, in the order of their weight: «Содержание, ожидаемый результат» is content. */
const headings: readonly (readonly [RegExp, Heading])[] = [
  [/^(?:№|n|no|#|номер)(?:$|[\s.])|п\/п|^пункт$/u, 'number'],
  [/отметка|примечан|выполнени[ея]$/u, 'note'],
  [/^сроки?(?:$|[^а-я])|срок[аи]? |сроки|дата|период|когда|время/u, 'term'],
  [/ответствен|исполнител|кто (?:делает|проводит|отвечает)/u, 'responsible'],
  [/содержани|описани|виды? (?:работ|деятельност)|формы? (?:работы|проведени)|краткое/u, 'content'],
  [/документ|результат|отч[её]т|итог|продукт|подтвержд|выход/u, 'documents'],
  [/мероприят|действи|задач|наименовани|название/u, 'title'],
  [/этап|раздел|направлени|блок/u, 'stage'],
  [/деятельност/u, 'content'],
];

const headingOf = (cell: string): Heading | undefined => {
  const text = oneLine(cell).toLowerCase();
  if (text === '' || text.length > 90) return undefined;
  return headings.find(([pattern]) => pattern.test(text))?.[1];
};

/** Columns by the words of a header row; undefined when the row is none. */
export function columnsOfHeader(row: readonly string[]): Columns | undefined {
  if (row.some((cell) => parseItemNumber(cell))) return undefined;
  const columns: { [field in Heading]?: number } = {};
  row.forEach((cell, index) => {
    const heading = headingOf(cell);
    if (heading && columns[heading] === undefined) columns[heading] = index;
  });
  const { note: _note, ...known } = columns;
  const enough = Object.keys(columns).length >= 3 && (known.term !== undefined || known.responsible !== undefined);
  return enough ? known : undefined;
}

/** «1 2 3 4 5»: numbers of columns under the header. */
export const isColumnNumbers = (row: readonly string[]): boolean => {
  const filled = row.filter((cell) => !isBlank(cell));
  return filled.length >= 3 && filled.every((cell, index) => cell.trim() === String(index + 1));
};

interface Likeness {
  readonly field: 'number' | 'term' | 'responsible' | 'documents';
  readonly test: (cell: string) => boolean;
  /** The share of filled cells that must look so. */
  readonly share: number;
}

const likenesses: readonly Likeness[] = [
  { field: 'number', test: (cell) => parseItemNumber(cell) !== undefined, share: 0.6 },
  { field: 'term', test: (cell) => !['none', 'unknown'].includes(readTerm(cell).kind), share: 0.5 },
  { field: 'responsible', test: beginsWithRole, share: 0.5 },
  { field: 'documents', test: beginsWithDocument, share: 0.3 },
];

/** Adds to the columns known from a header those that their cells tell: terms look like terms, people like people. */
export function columnsOfContent(grid: Grid, known: Columns = {}): Columns {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const cells = Array.from({ length: width }, (_, index) =>
    grid.filter((row) => row.filter((cell) => !isBlank(cell)).length >= 3).flatMap((row) => row[index] ?? []),
  );
  const columns: { [field in RoadmapField]?: number } = { ...known };
  const free = (): number[] =>
    cells.map((_, index) => index).filter((index) => !Object.values(columns).includes(index));

  for (const { field, test, share } of likenesses) {
    if (columns[field] !== undefined) continue;
    const best = free()
      .map((index) => ({ index, share: shareOf(cells[index] ?? [], test) }))
      .toSorted((one, other) => other.share - one.share || (field === 'documents' ? other.index - one.index : 0))[0];
    if (best && best.share >= share) columns[field] = best.index;
  }
  const texts = free().filter((index) => shareOf(cells[index] ?? [], (cell) => cell.trim().length >= 10) >= 0.5);
  for (const field of ['title', 'content', 'documents'] as const) {
    if (columns[field] === undefined) {
      const next = texts.shift();
      if (next !== undefined) columns[field] = next;
    }
  }
  return columns;
}

function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/**
 * Where «этап» is the only name («Наименование этапа» of many roadmaps), it names the activities when most rows
 * fill it; a column filled once a stage is the stage, and the content names the activities.
 */
export function settleStage(columns: Columns, grid: Grid): Columns {
  const { stage, title, content, ...rest } = columns;
  if (stage === undefined || title !== undefined) return columns;
  const filled = grid.filter((row) => !isBlank(row[stage])).length;
  if (filled >= grid.length * 0.6)
    return content === undefined ? { ...rest, title: stage } : { ...rest, title: stage, content };
  return content === undefined ? columns : { ...rest, stage, title: content };
}
