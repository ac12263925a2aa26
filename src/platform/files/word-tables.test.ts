import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readOdtTables } from './odt-tables.ts';
import { spreadAcross } from './text-grid.ts';
import { readWordTables } from './word-tables.ts';

const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;

const word = (body: string) =>
  readWordTables(zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }));

const rows = (body: string) => word(body).tables.map((table) => table.rows);

describe('tables of Word', () => {
  test('paragraphs, breaks and runs of a cell are lines of one text', () => {
    const cell = tc(p(r('До '), r('01.09')) + p('<w:r><w:t>и</w:t><w:br/><w:t>после</w:t></w:r>'));
    expect(rows(tbl(tr(cell)))).toEqual([[['До 01.09\nи\nпосле']]]);
  });

  test('a wide cell takes its columns, a cell merged down repeats its text', () => {
    const table = tbl(
      tr(tc(p(r('Этап')), '<w:gridSpan w:val="3"/>')),
      tr(tc(p(r('1.1'))), tc(p(r('Совещание'))), tc(p(r('директор')), '<w:vMerge w:val="restart"/>')),
      tr(tc(p(r('1.2'))), tc(p(r('Приказ'))), tc(p(), '<w:vMerge/>')),
    );
    const [found] = word(table).tables;
    expect(found?.rows).toEqual([
      ['Этап', '', ''],
      ['1.1', 'Совещание', 'директор'],
      ['1.2', 'Приказ', 'директор'],
    ]);
    expect(found?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 2, bottom: 2, right: 2 },
    ]);
    expect(found && spreadAcross(found)[0]).toEqual(['Этап', 'Этап', 'Этап']);
  });

  test('tracked deletions are gone, insertions are there, a deleted row is no row', () => {
    const cell = tc(
      p(r('срок'), `<w:ins>${r(' новый')}</w:ins><w:del><w:r><w:delText> старый</w:delText></w:r></w:del>`),
    );
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc(p(r('нет')))}</w:tr>`;
    expect(rows(tbl(tr(cell), gone))).toEqual([[['срок новый']]]);
  });

  test('a table in a cell is in the text of the cell and a table of its own', () => {
    const inner = tbl(tr(tc(p(r('а'))), tc(p(r('б')))));
    expect(rows(tbl(tr(tc(p(r('вне')) + inner + p()))))).toEqual([[['вне\nа б\n']], [['а', 'б']]]);
  });

  test('wrappers, fields and pictures do not disturb; text outside tables is apart', () => {
    const wrapped = `<w:sdt><w:sdtContent>${tr(tc(`<w:sdt><w:sdtContent>${p(r('да'))}</w:sdtContent></w:sdt>`))}</w:sdtContent></w:sdt>`;
    const document = word(p(r('Утверждаю'), '<w:r><w:instrText>PAGE</w:instrText></w:r>') + tbl(wrapped));
    expect(document.tables.map((table) => table.rows)).toEqual([[['да']]]);
    expect(document.paragraphs).toEqual(['Утверждаю']);
  });
});

describe('tables of LibreOffice', () => {
  const odt = (body: string) =>
    readOdtTables(
      zipSync({
        'content.xml': strToU8(
          `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ),
      }),
    );
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const covered = '<table:covered-table-cell/>';

  test('spans both ways', () => {
    const table = `<table:table><table:table-header-rows><table:table-row>${cell('№')}${cell('Что')}${cell('Кто')}</table:table-row></table:table-header-rows>
      <table:table-row>${cell('Этап', 'table:number-columns-spanned="2"')}${covered}${cell('все', 'table:number-rows-spanned="2"')}</table:table-row>
      <table:table-row>${cell('1.1')}${cell('Приказ')}${covered}</table:table-row></table:table>`;
    expect(odt(table).tables[0]?.rows).toEqual([
      ['№', 'Что', 'Кто'],
      ['Этап', '', 'все'],
      ['1.1', 'Приказ', 'все'],
    ]);
  });

  test('deleted text waits apart and is not read; spaces, tabs and breaks are', () => {
    const changes = '<text:tracked-changes><text:p>старое</text:p></text:tracked-changes>';
    const document = odt(`${changes}<text:p>а<text:s text:c="2"/>б<text:tab/>в<text:line-break/>г</text:p>`);
    expect(document).toEqual({ tables: [], paragraphs: ['а  б\tв\nг'] });
  });
});
