import type { CellValue, Sheet as SourceSheet } from 'hucre/xlsx';
import { dayOf } from '../../kernel/day.ts';
import { ReadFailure } from './read-failure.ts';
import { type Cell, type Sheet, sheetLimits, trimmed } from './sheet.ts';
import { readXlsxSheet } from './xlsx-cells.ts';
import { readXlsxBook } from './xlsx-parts.ts';

export type WorkbookFamily = 'xlsx' | 'ods' | 'xls';

/** The library is loaded only where it reads: most files are XLSX, and a worker starts for each file. */
async function byLibrary(bytes: Uint8Array, family: 'ods' | 'xls'): Promise<readonly SourceSheet[]> {
  const book =
    family === 'ods'
      ? await (await import('hucre/ods')).readOds(bytes)
      : await (await import('hucre/xlsx')).readXls(bytes);
  return book.sheets;
}

/** The library keeps a time of day as a day of 1899. */
function cellOfDate(date: Date): Cell {
  const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (day === undefined) return null;
  return date.getUTCFullYear() < 1900 ? date.toISOString().slice(11, 16) : { day };
}

const cellOf = (value: CellValue | undefined): Cell => {
  if (value === undefined || value === '') return null;
  return value instanceof Date ? cellOfDate(value) : value;
};

function cellsOf(source: SourceSheet): Cell[][] {
  const rows = Array.from(source.rows, (row) => Array.from(row ?? [], cellOf));
  for (const [place, cell] of source.cells ?? []) {
    if (cell.formula === undefined || (cell.formulaResult ?? cell.value ?? null) !== null) continue;
    const [row, column] = place.split(',').map(Number);
    const cells = rows[row ?? -1];
    if (cells && column !== undefined) cells[column] = { formula: cell.formula };
  }
  return trimmed(rows);
}

const hiddenAmong = (entries: Iterable<readonly [number, { hidden?: boolean } | undefined]>): number[] =>
  [...entries].filter(([, each]) => each?.hidden).map(([index]) => index);

function sheetOf(source: SourceSheet): Sheet {
  const rows = cellsOf(source);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > sheetLimits.rows) throw new ReadFailure('too-many-rows');
  if (width > sheetLimits.columns) throw new ReadFailure('too-many-columns');
  return {
    name: source.name,
    hidden: source.hidden === true || source.veryHidden === true,
    rows,
    merges: (source.merges ?? []).map((each) => ({
      top: each.startRow,
      left: each.startCol,
      bottom: each.endRow,
      right: each.endCol,
    })),
    hiddenRows: hiddenAmong(source.rowDefs ?? []).filter((row) => row < rows.length),
    hiddenColumns: hiddenAmong((source.columns ?? []).entries()).filter((column) => column < width),
  };
}

/** The library refuses a sheet whose filled cells stand so far apart that the table between them fits no memory. */
function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error;
  const [name, text] = error instanceof Error ? [error.name, error.message] : ['', ''];
  if (name === 'EncryptedFileError') return new ReadFailure('encrypted');
  const far = name === 'ParseError' && /spans|outside the supported/.test(text);
  return new ReadFailure(far ? 'too-spread-out' : 'unreadable');
}

/**
 * All sheets of a workbook, hidden ones too. Styled but empty cells far away do no harm; more rows or columns than
 * `sheetLimits` are refused. XLS and ODS do not tell which rows and columns are hidden. Dates lose their time of day.
 *
 * XLSX is read by our own scanner: on 10,000 rows × 20 columns it takes half to a third of the library's time, and keeps only
 * cells that hold something. The library reads the same values (spreadsheet.test.ts compares).
 */
export async function readWorkbook(bytes: Uint8Array, family: WorkbookFamily): Promise<Sheet[]> {
  try {
    if (family !== 'xlsx') return (await byLibrary(bytes, family)).map(sheetOf);
    const book = await readXlsxBook(bytes);
    return book.sheets.map((sheet) => readXlsxSheet(book, sheet));
  } catch (error) {
    throw failureOf(error);
  }
}
