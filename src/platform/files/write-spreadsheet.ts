import { type CellValue, colToLetter, writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { formatDay, parseDay } from '../../kernel/day.ts';

export interface ExportColumn {
  readonly header: string;
  /** `day` takes a Day and writes a real date; `percent` takes a share, 0.8. */
  readonly kind: 'text' | 'number' | 'percent' | 'day';
  /** In characters; without it as wide as the header asks for its kind. */
  readonly width?: number;
}

export type ExportValue = string | number | null;

export interface ExportSheet {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportValue[])[];
}

const formats = { text: undefined, number: undefined, percent: '0%', day: 'dd.mm.yyyy' } as const;
const widths = { text: 28, number: 12, percent: 12, day: 13 } as const;

function exportedValue(value: ExportValue, column: ExportColumn | undefined): CellValue {
  if (column?.kind !== 'day' || typeof value !== 'string') return value;
  const found = parseDay(value);
  return found ? new Date(`${found}T00:00:00Z`) : value;
}

/** Excel refuses these signs in the name of a sheet, and names over 31 characters. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** A workbook for people: header bold, frozen and with a filter; days are dates; text is never taken for a formula. */
export async function writeSpreadsheet(sheets: readonly ExportSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name: sheetName(name),
      columns: columns.map((column) => {
        const numFmt = formats[column.kind];
        const width = column.width ?? Math.max(widths[column.kind], column.header.length + 4);
        return numFmt === undefined ? { width } : { width, style: { numFmt } };
      }),
      rows: [
        columns.map((column) => column.header),
        ...rows.map((row) => row.map((value, index) => exportedValue(value, columns[index]))),
      ],
      cells: new Map(
        columns.map((column, index) => [
          `0,${index}`,
          { value: column.header, style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } } },
        ]),
      ),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${colToLetter(Math.max(columns.length - 1, 0))}${rows.length + 1}` },
    })),
  });
}

/** A program that opens CSV takes such text for a formula; an apostrophe in front keeps it text. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const csvText = (value: ExportValue, column: ExportColumn | undefined): string => {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const found = column?.kind === 'day' && value !== null ? parseDay(value) : undefined;
  return found ? formatDay(found) : guarded(value ?? '');
};

/** CSV as Russian Excel opens it with a double click: UTF-8 with a mark, semicolons, decimal commas, CRLF. */
export function writeCsv({ columns, rows }: Omit<ExportSheet, 'name'>): Uint8Array {
  const lines = [
    columns.map((column) => guarded(column.header)),
    ...rows.map((row) => row.map((value, index) => csvText(value, columns[index]))),
  ];
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(lines, { delimiter: ';', newline: '\r\n' })}\r\n`);
}
