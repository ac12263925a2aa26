import Papa from 'papaparse';
import { follows, type ItemNumber, parseItemNumber } from './item-number.ts';
import type { Grid } from './roadmap.ts';

/**
 * The table in a pasted or exported text; undefined when the text has no columns. Three ways of writing are known:
 * each cell on lines of its own after a TAB (what Word gives through some converters), a row a line with TABs
 * or semicolons (cells in quotes may have lines), a row a line with upright strokes.
 */
export function gridOfText(text: string): Grid | undefined {
  const clean = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const lines = clean.split('\n');
  const leading = lines.filter((line) => line.startsWith('\t')).length;
  const inner = lines.filter((line) => /[^\t]\t/u.test(line)).length;
  if (leading >= 6 && leading > inner) return rowsOfCells(cellsOf(clean));
  if (inner >= 2) return separated(clean, '\t');

  const strokes = lines.filter((line) => (line.match(/\|/gu)?.length ?? 0) >= 3);
  if (strokes.length >= 2)
    return strokes.map(strokeCells).filter((row) => !row.every((cell) => /^[-: ]*$/u.test(cell)));
  const grid = separated(clean, ';');
  return grid.filter((row) => row.length >= 4).length >= Math.max(2, grid.length * 0.6) ? grid : undefined;
}

const separated = (text: string, delimiter: string): Grid =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' }).data;

const strokeCells = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim());

/** A line that begins with a TAB begins a cell; empty lines inside a cell are its own. */
const cellsOf = (text: string): readonly string[] =>
  text
    .replace(/^[^\t]*?(?=\t)/u, '')
    .replace(/^\t/u, '')
    .split(/\n\t/u);

/**
 * Rows out of a run of cells. Rows begin at item numbers that follow one another; the width is the commonest
 * distance between them. A row cut at the beginning of the text keeps its end, a short row is filled up.
 */
function rowsOfCells(cells: readonly string[]): Grid {
  const starts = rowStarts(cells);
  const width = commonest(starts.slice(1).map((start, index) => start - (starts[index] ?? 0)));
  if (width < 3) return [cells];
  const first = starts[0] ?? cells.length;
  return [
    ...leadingRows(cells.slice(0, first), width),
    ...starts.flatMap((start, index) => chunks(cells.slice(start, starts[index + 1] ?? cells.length), width)),
  ];
}

function rowStarts(cells: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let previous: ItemNumber | undefined;
  cells.forEach((cell, index) => {
    const number = parseItemNumber(cell);
    if (!number || isColumnNumber(cells, index) || (previous && !follows(number, previous))) return;
    starts.push(index);
    previous = number;
  });
  return starts;
}

/** One of «1 2 3 4 5 6» under the header. */
function isColumnNumber(cells: readonly string[], index: number): boolean {
  const value = Number(cells[index]?.trim());
  if (!Number.isInteger(value)) return false;
  const at = (shift: number): boolean => cells[index + shift]?.trim() === String(value + shift);
  return (at(1) && at(2)) || (at(-1) && at(1)) || (at(-1) && at(-2));
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  for (const [number, count] of counts) if (count > (counts.get(best) ?? 0)) best = number;
  return best;
}

/** What stands before the first number ends where a row ends: it is cut from the right. */
function leadingRows(cells: readonly string[], width: number): Grid {
  const rest = cells.length % width;
  if (cells.every((cell) => cell.trim() === '')) return [];
  const padded = rest === 0 ? cells : [...Array.from({ length: width - rest }, () => ''), ...cells];
  return chunks(padded, width);
}

/** The first `width` cells are the row; what follows is a header typed again, or cells that a TAB has torn off. */
function chunks(cells: readonly string[], width: number): Grid {
  const rest = cells.length % width;
  const whole = cells.length - rest;
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < whole; at += width) rows.push(cells.slice(at, at + width));
  const tail = cells.slice(whole);
  if (tail.every((cell) => cell.trim() === '')) return rows;
  const last = rows.at(-1);
  if (last) rows[rows.length - 1] = [...last, ...tail];
  else rows.push(tail);
  return rows;
}
