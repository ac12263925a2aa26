import { readTerm } from '../../kernel/term/read-term.ts';
import { isBlank, oneLine } from './cell-text.ts';
import { formatItemNumber, type ItemNumber, numberAfter, numberBefore, parseItemNumber } from './item-number.ts';
import { stageAfter, stageFirst } from './reading-texts.ts';
import type { Doubt, Grid, RoadmapRow } from './roadmap.ts';
import type { Columns } from './roadmap-columns.ts';

/** A row with its cells in their places, not yet read. */
export interface RawRow {
  readonly kind: RoadmapRow['kind'];
  readonly number: ItemNumber;
  readonly stage: number;
  readonly title: string;
  readonly content: string;
  readonly term: string;
  readonly responsible: string;
  readonly documents: string;
  readonly doubts: readonly Doubt[];
}

type Cells = Pick<RawRow, 'title' | 'content' | 'term' | 'responsible' | 'documents'> & {
  readonly numberText: string;
  readonly stageText: string;
  readonly doubts: readonly Doubt[];
};

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const numberedText = /^([1-9]\d?|[IVX]+)[.)]\s+(.+)$/su;

/** Puts each row of the table in order: its number, its stage, and what merged cells hold. */
export function rowsOfTable(grid: Grid, columns: Columns, width: number): readonly RawRow[] {
  const table = grid.map((row) => cellsOf(row, columns, width)).filter((cells) => !isEmpty(cells));
  const levels = Math.max(1, ...table.map((cells) => parseItemNumber(cells.numberText)?.length ?? 0));
  const rows: RawRow[] = [];
  let stage = 0;
  table.forEach((cells, index) => {
    const heading = stageHeading(cells, levels > 1);
    const named = heading ?? stageColumn(cells, stage, rows);
    if (named) {
      stage = named.number ?? stage + 1;
      rows.push(stageRow(cells, stage, named.text, heading !== undefined));
    }
    if (heading) return;
    const row = activity(cells, rows, stage, levels > 1, () => nextNumber(table.slice(index + 1)));
    stage = row.stage;
    rows.push(row);
  });
  return withoutTwice(rows);
}

function cellsOf(row: readonly string[], columns: Columns, width: number): Cells {
  const at = (index: number | undefined): string => (index === undefined ? '' : (row[index] ?? ''));
  const doubts: Doubt[] = [];
  const filled = row.filter((cell) => !isBlank(cell)).length;
  const text = row.map(oneLine).filter(Boolean).join(' | ');
  if (row.length > width) doubts.push({ because: 'cells-too-many', field: 'documents', text, understood: '' });
  if (row.length < width && filled > 2)
    doubts.push({ because: 'cells-missing', field: 'documents', text, understood: '' });
  return {
    numberText: at(columns.number),
    stageText: at(columns.stage),
    title: at(columns.title),
    content: at(columns.content),
    term: at(columns.term),
    responsible: at(columns.responsible),
    documents: at(columns.documents),
    doubts,
  };
}

const bodyOf = (cells: Cells): readonly string[] => [cells.content, cells.term, cells.responsible, cells.documents];

const isEmpty = (cells: Cells): boolean =>
  [cells.numberText, cells.stageText, cells.title, ...bodyOf(cells)].every((cell) => isBlank(cell));

interface StageNamed {
  readonly number: number | undefined;
  readonly text: string;
}

/**
 * A row that names a stage: «2.» in a roadmap whose rows are «2.1»; «Этап 2. …»; one cell across the whole table.
 * A row with people or documents of its own is never one, unless it says «этап».
 */
function stageHeading(cells: Cells, hasLevels: boolean): StageNamed | undefined {
  const number = parseItemNumber(cells.numberText);
  if (number?.length === 1 && hasLevels) return { number: number[0], text: cells.title };

  const filled = [cells.numberText, cells.stageText, cells.title, ...bodyOf(cells)].filter((cell) => !isBlank(cell));
  const only = filled[0] ?? '';
  const said = stageFirst.exec(oneLineHead(only)) ?? stageAfter.exec(oneLineHead(only));
  const alone = filled.length === 1;
  if (said && (alone || isBlank(cells.responsible))) return { number: value(said[1]), text: said[2] || cells.title };
  if (!alone || number) return undefined;
  const numbered = numberedText.exec(only.trim());
  if (numbered) return { number: value(numbered[1]), text: numbered[2] ?? '' };
  return only === cells.documents || only === cells.term || only === cells.responsible || only === cells.content
    ? undefined
    : { number: undefined, text: only };
}

const oneLineHead = (text: string): string => text.trim();

const value = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const roman = romans.indexOf(text.toLowerCase());
  return roman < 0 ? Number(text) || undefined : roman + 1;
};

/** A stage named in a column of its own begins where the cell is filled anew. */
function stageColumn(cells: Cells, stage: number, rows: readonly RawRow[]): StageNamed | undefined {
  if (isBlank(cells.stageText)) return undefined;
  const text = oneLine(cells.stageText);
  const said = stageFirst.exec(text) ?? stageAfter.exec(text) ?? numberedText.exec(text);
  const named: StageNamed = said ? { number: value(said[1]), text: said[2] ?? '' } : { number: undefined, text };
  const current = rows.findLast((row) => row.kind === 'stage' && row.stage === stage);
  return current && oneLine(current.title) === named.text ? undefined : named;
}

/** The text of a merged stage cell: «Название — цель» and perhaps the term on its last line. */
function stageRow(cells: Cells, stage: number, text: string, own: boolean): RawRow {
  const merged = own && bodyOf(cells).every((cell) => isBlank(cell));
  const parts = merged
    ? partsOfMerged(text)
    : { title: text, content: own ? cells.content : '', term: own ? cells.term : '' };
  const rest = own
    ? { responsible: cells.responsible, documents: cells.documents }
    : { responsible: '', documents: '' };
  return { kind: 'stage', number: [stage], stage, ...parts, ...rest, doubts: [] };
}

function partsOfMerged(text: string): Pick<RawRow, 'title' | 'content' | 'term'> {
  const lines = text.trim().split(/\n+/u);
  const last = lines.at(-1) ?? '';
  const dated = lines.length > 1 && readTerm(last).parts.length > 0;
  const body = oneLine((dated ? lines.slice(0, -1) : lines).join('\n'));
  const [title = '', ...content] = body.split(/ [–—] /u);
  return { title, content: content.join(' — '), term: dated ? last : '' };
}

const nextNumber = (rest: readonly Cells[]): ItemNumber | undefined =>
  rest.map((cells) => parseItemNumber(cells.numberText)).find((number) => number !== undefined);

function activity(
  cells: Cells,
  rows: readonly RawRow[],
  stage: number,
  hasLevels: boolean,
  next: () => ItemNumber | undefined,
): RawRow {
  const written = parseItemNumber(cells.numberText);
  const previous = rows.at(-1);
  const number = written ?? guess(previous, stage, hasLevels, next);
  const mended = written && mend(written, previous);
  const doubts: Doubt[] = [...cells.doubts];
  const text = oneLine(cells.numberText);
  if (!written && !isUnnumbered(rows, hasLevels)) {
    doubts.push({ because: 'number-guessed', field: 'number', text, understood: formatItemNumber(number) });
  }
  if (mended) doubts.push({ because: 'number-mended', field: 'number', text, understood: formatItemNumber(mended) });

  const fromAbove = isBlank(cells.title) && previous?.kind === 'activity';
  const title = fromAbove ? previous.title : cells.title;
  if (fromAbove) doubts.push({ because: 'title-from-above', field: 'title', text: '', understood: oneLine(title) });
  const { numberText: _number, stageText: _stage, ...body } = cells;
  const final = mended ?? number;
  return { kind: 'activity', ...body, title, number: final, stage: hasLevels ? (final[0] ?? stage) : stage, doubts };
}

/** In roadmaps without any numbers of rows a guessed one is no doubt. */
const isUnnumbered = (rows: readonly RawRow[], hasLevels: boolean): boolean => !hasLevels && rows.length > 0;

/** After the row above; at the beginning of a cut text, before the row below. */
function guess(
  previous: RawRow | undefined,
  stage: number,
  hasLevels: boolean,
  next: () => ItemNumber | undefined,
): ItemNumber {
  if (previous?.kind === 'activity') return numberAfter(previous.number);
  if (previous?.kind === 'stage') return [stage, 1];
  const below = next();
  return (below && numberBefore(below)) ?? (hasLevels ? [Math.max(1, stage), 1] : [1]);
}

/** Spreadsheets make «1.10» of a number 1.1: after 1.9 it is mended. */
function mend(number: ItemNumber, previous: RawRow | undefined): ItemNumber | undefined {
  const last = previous?.number;
  const tenth = last?.length === 2 && number.length === 2 && last[0] === number[0] && number[1] === (last[1] ?? 0) + 1;
  if (tenth || !last) return undefined;
  const after = (last[1] ?? 0) + 1;
  const shown = after % 10 === 0 && number.length === 2 && number[0] === last[0] && number[1] === after / 10;
  return shown ? [number[0] ?? 1, after] : undefined;
}

function withoutTwice(rows: readonly RawRow[]): readonly RawRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const number = formatItemNumber(row.number);
    if (!seen.has(number)) {
      seen.add(number);
      return row;
    }
    const doubt: Doubt = { because: 'number-twice', field: 'number', text: number, understood: number };
    return { ...row, doubts: [...row.doubts, doubt] };
  });
}
