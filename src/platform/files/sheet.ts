import type { Day } from '../../kernel/day.ts';

/**
 * What stands in one cell: nothing, text as typed, a number, a calendar day without time or zone, or a formula whose
 * value the file does not hold (no program has counted it yet).
 */
export type Cell = null | string | number | boolean | { readonly day: Day } | { readonly formula: string };

/** Rows and columns count from 0; both ends belong to the area. */
export interface MergedArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet. `rows[0]` is the first row of the file, so row numbers stay those that people see, less one. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows may differ in length; what is past the end is empty. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly MergedArea[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** A table of plain text out of a document: cells that a merge covers repeat what is above, never what is at the left. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedArea[];
}

/** A sheet that cannot be a list of anything: refused as soon as it is seen. */
export const sheetLimits = { rows: 50_000, columns: 1_000 } as const;

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Cuts off the empty rows at the end and the empty cells at the end of each row. */
export function trimmed(rows: readonly (readonly (Cell | undefined)[] | undefined)[]): Cell[][] {
  const cut: Cell[][] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? [];
    let end = row.length;
    while (end > 0 && isBlank(row[end - 1])) end -= 1;
    const kept: Cell[] = [];
    for (let column = 0; column < end; column += 1) kept.push(row[column] ?? null);
    cut.push(kept);
  }
  let last = cut.length;
  while (last > 0 && cut[last - 1]?.length === 0) last -= 1;
  cut.length = last;
  return cut;
}

/** The letters over a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letters : columnLetters(Math.floor(index / 26) - 1) + letters;
}
