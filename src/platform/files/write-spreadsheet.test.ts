import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { readWorkbook } from './spreadsheet.ts';
import { type ExportSheet, writeCsv, writeSpreadsheet } from './write-spreadsheet.ts';

const sheet: ExportSheet = {
  name: 'Реестр: 2026/27',
  columns: [
    { header: 'ФИО', kind: 'text' },
    { header: 'Дата', kind: 'day' },
    { header: 'Доля', kind: 'percent', width: 9 },
    { header: 'Встреч', kind: 'number' },
  ],
  rows: [
    ['Иванова Анна', '2026-09-01', 0.75, 12],
    ['=HYPERLINK("http://x")', null, 0.5, 1.5],
  ],
};

describe('a workbook for people', () => {
  test('days are real dates, text stays text', async () => {
    const [read] = await readWorkbook(await writeSpreadsheet([sheet]), 'xlsx');
    expect(read?.rows).toEqual([
      ['ФИО', 'Дата', 'Доля', 'Встреч'],
      ['Иванова Анна', { day: '2026-09-01' }, 0.75, 12],
      ['=HYPERLINK("http://x")', null, 0.5, 1.5],
    ]);
  });

  test('the header is frozen and filters, the name fits Excel', async () => {
    const book = await readXlsx(await writeSpreadsheet([sheet]), { readStyles: true });
    expect(book.sheets[0]).toMatchObject({
      name: 'Реестр  2026 27',
      freezePane: { rows: 1 },
      autoFilter: { range: 'A1:D3' },
    });
    expect(book.sheets[0]?.columns?.[2]?.width).toBeCloseTo(9, 0);
  });
});

describe('CSV for Russian Excel', () => {
  const bytes = writeCsv(sheet);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  test('a mark, semicolons, decimal commas, CRLF', () => {
    expect(text).toBe(
      '\uFEFFФИО;Дата;Доля;Встреч\r\nИванова Анна;01.09.2026;0,75;12\r\n"\'=HYPERLINK(""http://x"")";;0,5;1,5\r\n',
    );
  });

  test.each(['=1+1', '+7 910', '-5', '@x', '\tx'])('«%s» never becomes a formula', (value) => {
    const columns = [
      { header: 'a', kind: 'text' },
      { header: 'b', kind: 'text' },
    ] as const;
    const [, row] = readCsv(writeCsv({ columns, rows: [[value, 'x']] }), 'x').sheet.rows;
    expect(row).toEqual([`'${value}`, 'x']);
  });
});
