import { formatDay } from '../../kernel/day.ts';
import { type Cell, isBlank, type Sheet, type TextTable } from './sheet.ts';

/** A cell as a person reads it: days as 01.09.2026; a formula nobody counted is empty. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? formatDay(cell.day) : '';
}

/** A sheet as a table of text, in the same shape as the tables of documents: vertical merges repeat their text. */
export function textTableOf(sheet: Sheet): TextTable {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = sheet.rows.map((row) => Array.from({ length: width }, (_, column) => cellText(row[column])));
  for (const area of sheet.merges) {
    const text = rows[area.top]?.[area.left] ?? '';
    for (let row = area.top + 1; row <= area.bottom && row < rows.length; row += 1) {
      const cells = rows[row];
      if (cells && area.left < width && isBlank(cells[area.left])) cells[area.left] = text;
    }
  }
  return { rows, merges: sheet.merges };
}
