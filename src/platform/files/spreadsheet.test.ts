import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { textTableOf } from './sheet-table.ts';
import { readWorkbook } from './spreadsheet.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook by hand: what stands in it is exactly what is written here. */
function handmade(sheet: string, { strings = '', styles = '', workbookPr = '' } = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `${head}<Relationships><Relationship Id="r1" Type="${rel}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns:r="${rel}">${workbookPr}<sheets><sheet name="Лист" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`${head}<worksheet>${sheet}</worksheet>`),
    'xl/sharedStrings.xml': strToU8(`${head}<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8(`${head}<styleSheet>${styles}</styleSheet>`),
  });
}

const firstSheet = async (bytes: Uint8Array) => {
  const [sheet] = await readWorkbook(bytes, 'xlsx');
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

const dateStyles =
  '<numFmts><numFmt numFmtId="164" formatCode="[$-419]d\\ mmmm\\ yyyy\\ &quot;г.&quot;;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>';

describe('cells of a workbook', () => {
  test('dates are calendar days in every notation, numbers and times are not dates', async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>38522</v></c><c r="B1" s="2"><v>38522.75</v></c><c r="C1" s="3"><v>38522</v></c><c r="D1" s="4"><v>0.5</v></c></row>';
    const sheet = await firstSheet(handmade(`<sheetData>${row}</sheetData>`, { styles: dateStyles }));
    expect(sheet.rows).toEqual([[{ day: '2005-06-19' }, { day: '2005-06-19' }, 38522, '12:00']]);
  });

  test('the calendar of old Macs starts in 1904', async () => {
    const row = '<row r="1"><c r="A1" s="1"><v>37060</v></c></row>';
    const book = handmade(`<sheetData>${row}</sheetData>`, {
      styles: dateStyles,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect((await firstSheet(book)).rows).toEqual([[{ day: '2005-06-19' }]]);
  });

  test('a formula that nobody has counted is not an empty cell; a counted one is its value', async () => {
    const row =
      '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="str"><f>A&amp;B</f><v>да</v></c></row>';
    const sheet = await firstSheet(handmade(`<sheetData>${row}</sheetData>`));
    expect(sheet.rows).toEqual([[{ formula: 'SUM(B1:B9)' }, 2, 'да']]);
  });

  test('texts of several runs, with hints, entities and escaped signs', async () => {
    const strings =
      '<si><r><t>Ива</t></r><r><rPr/><t xml:space="preserve">нов </t></r><rPh><t>x</t></rPh></si><si><t>&#1040;&amp;&#x411;_x000D_</t></si><si/>';
    const row =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>тут</t></is></c></row>';
    const sheet = await firstSheet(handmade(`<sheetData>${row}</sheetData>`, { strings }));
    expect(sheet.rows).toEqual([['Иванов ', 'А&Б\n', null, 'тут']]);
  });

  test('elements with a prefix, cells without a place, single quotes', async () => {
    const xml = `${head}<x:worksheet xmlns:x="m"><x:sheetData><x:row r='3'><x:c><x:v>1</x:v></x:c><x:c t='b'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const again = zipSync({ ...unzipSync(handmade('')), 'xl/worksheets/sheet1.xml': strToU8(xml) });
    expect((await firstSheet(again)).rows).toEqual([[], [], [1, true]]);
  });

  test('what is hidden is reported with its place', async () => {
    const xml =
      '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
    const sheet = await firstSheet(handmade(xml));
    expect(sheet).toMatchObject({
      hiddenRows: [1],
      hiddenColumns: [1, 2],
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
    });
  });
});

describe('sheets that are too much', () => {
  const cellAt = (place: string) => `<c r="${place}"><v>1</v></c>`;

  test('empty styled cells far away do no harm', async () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cellAt('A1')}<c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData>`;
    expect((await firstSheet(handmade(xml))).rows).toEqual([[1]]);
  });

  test('a lone value far away is called so', async () => {
    const xml = `<sheetData><row r="1">${cellAt('A1')}</row><row r="1048576">${cellAt('XFD1048576')}</row></sheetData>`;
    await expect(firstSheet(handmade(xml))).rejects.toThrow('too-spread-out');
  });

  test('more than a thousand columns', async () => {
    const rows = [Array.from({ length: 1_001 }, (_, index) => index)];
    const book = await writeXlsx({ sheets: [{ name: 'A', rows }] });
    await expect(firstSheet(book)).rejects.toThrow('too-many-columns');
  });

  test('a package without a workbook is unreadable', async () => {
    await expect(readWorkbook(zipSync({ 'a.xml': strToU8('<a/>') }), 'xlsx')).rejects.toThrow('unreadable');
  });
});

describe('the library agrees', () => {
  const rows: CellValue[][] = [
    ['ФИО', 'Дата', 'Число', 'Да?'],
    ['Иванов & сын <1>', new Date(Date.UTC(2008, 1, 29)), 0.75, true],
    ['  пробелы ', new Date(Date.UTC(1999, 11, 31)), -12.5, false],
    [null, null, 1e-7, null],
    ['«кавычки»\nи строка', new Date(Date.UTC(2026, 8, 1)), 89105550008, true],
  ];

  test('about every value of a workbook that it wrote', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Первый', rows },
        { name: 'Второй', hidden: true, rows: [['x']] },
      ],
    });
    const theirs = await readXlsx(bytes);
    const ours = await readWorkbook(bytes, 'xlsx');
    expect(ours.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Первый', false],
      ['Второй', true],
    ]);
    const flat = theirs.sheets[0]?.rows.map((row) =>
      row.map((value) => (value instanceof Date ? { day: value.toISOString().slice(0, 10) } : value)),
    );
    const width = 4;
    expect(ours[0]?.rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null))).toEqual(flat);
  });

  test('about ODS, which it reads itself', async () => {
    const [sheet] = await readWorkbook(await writeOds({ sheets: [{ name: 'А', rows: rows.slice(0, 2) }] }), 'ods');
    expect(sheet?.rows[1]).toEqual(['Иванов & сын <1>', { day: '2008-02-29' }, 0.75, true]);
  });
});

test('a sheet becomes a table of text; what a merge covers from above is repeated', () => {
  const table = textTableOf({
    name: 'A',
    hidden: false,
    rows: [
      ['1.1', { day: '2023-09-01' as never }, 'директор'],
      [1.2, { formula: 'A1' }],
    ],
    merges: [{ top: 0, left: 2, bottom: 1, right: 2 }],
    hiddenRows: [],
    hiddenColumns: [],
  });
  expect(table.rows).toEqual([
    ['1.1', '01.09.2023', 'директор'],
    ['1.2', '', 'директор'],
  ]);
});
