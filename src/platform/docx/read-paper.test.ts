import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { readPaper } from './read-paper.ts';
import { bodyText, paragraph, table, writeDocx } from './write-docx.ts';
import { parseXml, writeXml, XmlError } from './xml.ts';

const read = (...blocks: string[]): Paper => readPaper(writeDocx('test', [{ blocks }]));
const withPart = (name: string, xml: string, ...blocks: string[]): Paper =>
  readPaper(zipSync({ ...unzipSync(writeDocx('test', [{ blocks }])), [name]: strToU8(xml) }));
const texts = (paper: Paper): string[] =>
  paper.sections.flatMap(({ blocks }) =>
    blocks.map((block) =>
      block.kind === 'table' ? 'table' : block.runs.map((run) => (run.kind === 'text' ? run.text : run.kind)).join(''),
    ),
  );
const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

test('sizes, margins and page numbers are those of the sections', () => {
  const paper = readPaper(
    writeDocx('test', [{ blocks: [paragraph('а')] }, { landscape: true, blocks: [paragraph('б')] }]),
  );

  const [first, second] = paper.sections;
  expect(first?.page.left).toBeCloseTo(30, 1);
  expect(first?.page.right).toBeCloseTo(10, 1);
  expect(first?.numbers).toBe('from-second-page');
  expect(second?.page.width).toBeCloseTo(297, 0);
  expect(second?.numbers).toBe('every-page');
  expect(texts(paper)).toEqual(['а', 'б']);
});

test('a paragraph keeps its alignment, indents, spaces, size and weight', () => {
  const paper = read(
    bodyText([{ text: 'Жирно', bold: true }, ' и нет'], {
      size: 12,
      before: 6,
      after: 8,
      line: 1.5,
      keepWithNext: true,
    }),
  );

  const block = paper.sections[0]?.blocks[0];
  expect(block).toMatchObject({ align: 'justify', before: 6, after: 8, line: 1.5, keepWithNext: true, size: 12 });
  expect(block?.kind === 'paragraph' && block.indent).toBeCloseTo(12.5, 1);
  expect(block?.kind === 'paragraph' && block.runs).toMatchObject([
    { text: 'Жирно', bold: true, size: 12 },
    { text: ' и нет', bold: false, size: 12 },
  ]);
});

test('automatic numbers are counted, in several levels and letters', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:numbering ${ns}><w:abstractNum w:abstractNumId="5">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'russianLower', '%3)')}` +
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>';
  const item = (at: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>х</w:t></w:r></w:p>`;

  const paper = withPart('word/numbering.xml', numbering, ...[0, 1, 1, 2, 2, 0, 1].map(item));

  expect(texts(paper)).toEqual(['1.х', '1.1.х', '1.2.х', 'а)х', 'б)х', '2.х', '2.1.х']);
});

test('styles hand their look down, and a paragraph overrides it', () => {
  const styles =
    `<w:styles ${ns}><w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>` +
    '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/><w:rPr><w:b w:val="0"/></w:rPr></w:style></w:styles>';
  const child = (more = '') => `<w:p><w:pPr><w:pStyle w:val="Child"/>${more}</w:pPr><w:r><w:t>х</w:t></w:r></w:p>`;

  const paper = withPart('word/styles.xml', styles, child(), child('<w:jc w:val="right"/>'));

  expect(paper.sections[0]?.blocks).toMatchObject([
    { align: 'center', runs: [{ bold: false, size: 20 }] },
    { align: 'right', runs: [{ bold: false, size: 20 }] },
  ]);
});

test('a table style gives its rules and spacing to the cells, as Word does', () => {
  const styles =
    `<w:styles ${ns}><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="table" w:styleId="Grid"><w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style></w:styles>';
  const words = '<w:p><w:r><w:t>х</w:t></w:r></w:p>';
  const styled = `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc>${words}</w:tc></w:tr></w:tbl>`;

  const paper = withPart('word/styles.xml', styles, words, styled, words);

  expect(paper.sections[0]?.blocks).toMatchObject([
    { after: 10 },
    { ruled: true, rows: [{ cells: [{ blocks: [{ after: 0 }] }] }] },
    { after: 10 },
  ]);
});

test('merged cells cover what they cover, and heads are counted', () => {
  const cell = (text: string, more = '') =>
    `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows =
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('шапка', '<w:gridSpan w:val="2"/>')}</w:tr>` +
    `<w:tr>${cell('а', '<w:vMerge w:val="restart"/>')}${cell('б')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('в')}</w:tr>`;

  const paper = read(
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>${rows}</w:tbl>`,
  );

  expect(paper.sections[0]?.blocks[0]).toMatchObject({
    headRows: 1,
    rows: [{ cells: [{ columns: 2 }] }, { cells: [{ rows: 2 }, { rows: 1 }] }, { cells: [{ rows: 1 }] }],
  });
});

test('a table of ours repeats its head and keeps its rows whole', () => {
  const paper = read(
    table(
      [
        { width: 30, head: 'а' },
        { width: 40, head: 'б' },
      ],
      [['1', '2'], { across: 'этап' }],
    ),
  );

  const [block] = paper.sections[0]?.blocks ?? [];
  expect(block).toMatchObject({
    kind: 'table',
    ruled: true,
    headRows: 1,
    rows: [{ keepWhole: true }, {}, { cells: [{ columns: 2 }] }],
  });
  expect(block?.kind === 'table' && block.widths.map(Math.round)).toEqual([30, 40]);
});

test('deleted text, hidden text and field codes are not on paper', () => {
  const runs =
    '<w:del><w:r><w:delText>было</w:delText></w:r></w:del><w:ins><w:r><w:t>стало</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r>' +
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    '<w:r><w:t> сегодня</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

  expect(texts(read(`<w:p>${runs}</w:p>`))).toEqual(['стало сегодня']);
});

describe('an XML part', () => {
  test('comes back as it was', () => {
    const xml = '<a x="1 &lt; 2 &quot;"><b/>t &amp; <c y=\'"\'>  </c><![CDATA[<raw>]]><!-- no --></a>';

    const once = writeXml(parseXml(xml));

    expect(once).toContain('<a x="1 &lt; 2 &quot;"><b/>t &amp; <c y="&quot;">  </c>&lt;raw&gt;</a>');
    expect(writeXml(parseXml(once))).toBe(once);
  });

  test.each(['<a><b></a></b>', '<a>', '<!DOCTYPE a [<!ENTITY x "y">]><a/>', '<a x="', '', '<a>'.repeat(500)])(
    '%# that is broken or dangerous is refused',
    (xml) => {
      expect(() => parseXml(xml)).toThrow(XmlError);
    },
  );
});
