import type { MergedArea, TextTable } from './sheet.ts';

/** A cell on its way into a grid: how many columns it takes, and whether it continues the one above. */
export interface SpannedCell {
  readonly text: string;
  readonly columns: number;
  /** Rows it takes, where the format counts them (ODT, HTML); Word says `continues` instead. */
  readonly rows?: number;
  readonly continues?: boolean;
}

interface Open {
  area: { top: number; left: number; bottom: number; right: number };
  readonly text: string;
}

/** The cell above, when it ends just here or covers this row already. */
function reaching(above: Open | undefined, row: number): Open | undefined {
  if (!above || above.area.bottom < row - 1) return undefined;
  above.area.bottom = Math.max(above.area.bottom, row);
  return above;
}

const sane = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 1), most) : 1;

/**
 * Lays cells with spans out into a grid of equal rows. A cell that continues upwards repeats the text above it; the
 * columns to the right of a wide cell stay empty. Spans past 100 columns or the end of the table are cut.
 */
export function layOut(source: readonly (readonly SpannedCell[])[]): TextTable {
  const rows: string[][] = [];
  const merges: Open['area'][] = [];
  const open = new Map<number, Open>();
  source.forEach((cells, rowIndex) => {
    const row: string[] = [];
    let column = 0;
    for (const cell of cells) {
      const columns = sane(cell.columns, 100);
      const above = cell.continues ? reaching(open.get(column), rowIndex) : undefined;
      const bottom = Math.min(rowIndex + sane(cell.rows ?? 1, source.length) - 1, source.length - 1);
      const mine = above ?? {
        area: { top: rowIndex, left: column, bottom, right: column + columns - 1 },
        text: cell.text,
      };
      if (!above) merges.push(mine.area);
      open.set(column, mine);
      row[column] = mine.text;
      for (let extra = 1; extra < columns; extra += 1) row[column + extra] = '';
      column += columns;
    }
    rows.push(row);
  });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
    merges: merges.filter((area) => area.bottom > area.top || area.right > area.left),
  };
}

/** Repeats the text of each merged area in all its cells, to the right too. */
export function spreadAcross(table: TextTable): string[][] {
  const rows = table.rows.map((row) => [...row]);
  for (const area of table.merges) fillArea(rows, area, table.rows[area.top]?.[area.left] ?? '');
  return rows;
}

function fillArea(rows: string[][], area: MergedArea, text: string): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells = rows[row];
    for (let column = area.left; cells && column <= area.right && column < cells.length; column += 1) {
      cells[column] = text;
    }
  }
}
