import { EncryptedFileError, ParseError } from 'hucre';
import { readOds } from 'hucre/ods';
import { type CellValue, readXls, readXlsx, type Sheet as SourceSheet, type Workbook } from 'hucre/xlsx';
import { dayOf } from '../../kernel/day.ts';
import { ReadFailure } from './read-failure.ts';
import { type Cell, columnLetters, type Sheet, sheetLimits, trimmed } from './sheet.ts';

const read = { xlsx: readXlsx, ods: readOds, xls: readXls } as const;

export type WorkbookFamily = keyof typeof read;

/** One column and one row past the limit, so that what is too much is still noticed. */
const area = `A1:${columnLetters(sheetLimits.columns)}${sheetLimits.rows + 1}`;

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
  if (error instanceof EncryptedFileError) return new ReadFailure('encrypted');
  const far = error instanceof ParseError && /spans|outside the supported/.test(error.message);
  return new ReadFailure(far ? 'too-spread-out' : 'unreadable');
}

/**
 * All sheets of a workbook, hidden ones too. Styled but empty cells far away do no harm; more rows or columns than
 * `sheetLimits` are refused. XLS does not tell what is hidden. Dates lose their time of day.
 */
export async function readWorkbook(bytes: Uint8Array, family: WorkbookFamily): Promise<Sheet[]> {
  const book: Workbook = await read[family](bytes, family === 'xlsx' ? { range: area } : {}).catch((error: unknown) => {
    throw failureOf(error);
  });
  return book.sheets.map(sheetOf);
}
