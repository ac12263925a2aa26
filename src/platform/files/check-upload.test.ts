import { strToU8, type Zippable, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { checkUpload, documentTableFamilies, scanFamilies, tableFamilies, templateFamilies } from './check-upload.ts';
import { uploadRefusalText } from './texts.ts';

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/m.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`;

const word = (parts: Zippable = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(contentTypes('openxmlformats-officedocument.wordprocessingml.document')),
    'word/document.xml': strToU8('<w:document/>'),
    ...parts,
  });

const relation = (type: string) =>
  strToU8(
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/x" TargetMode="External"/></Relationships>`,
  );

const plainBook = () => writeXlsx({ sheets: [{ name: 'A', rows: [['ФИО'], ['Иванов Иван']] }] });

const verdict = async (bytes: Uint8Array, wanted = documentTableFamilies, purpose?: 'template' | 'data') => {
  const outcome = await checkUpload({ name: 'список.xlsx', bytes }, wanted, purpose);
  return outcome.ok ? outcome.value.family : outcome.found ? `${outcome.reason}: ${outcome.found}` : outcome.reason;
};

/** Sizes in the list of contents say less than what is inside. */
function lying(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

const png = new Uint8Array([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  0x0d,
  0x49,
  0x48,
  0x44,
  0x52,
  ...Array(40).fill(0),
]);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...Array(40).fill(0)]);

const ole = (...names: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
  ]);

describe('what a file is comes from its content, never from its name', () => {
  test('workbooks, documents, text and scans are told apart', async () => {
    expect(await verdict(await plainBook())).toBe('xlsx');
    expect(await verdict(await writeOds({ sheets: [{ name: 'A', rows: [['x']] }] }))).toBe('ods');
    expect(await verdict(word())).toBe('docx');
    expect(await verdict(strToU8('Фамилия;Имя\r\nИванов;Иван'))).toBe('text');
    expect(await verdict(new Uint8Array([0xcf, 0xee, 0xef, 0x3b, 0xe0, 0x0d, 0x0a]))).toBe('text');
    expect(await verdict(png, scanFamilies)).toBe('png');
    expect(await verdict(strToU8('%PDF-1.7\n'), scanFamilies)).toBe('pdf');
  });

  test('a photo called .xlsx is refused as a photo', async () => {
    expect(await verdict(jpeg)).toBe('wrong-kind: jpeg');
    expect(uploadRefusalText({ reason: 'wrong-kind', found: 'jpeg' })).toMatch(/фотография/);
  });

  test('old Office files are named, and so is the way out', async () => {
    expect(await verdict(ole('WordDocument'))).toBe('wrong-kind: doc');
    expect(uploadRefusalText({ reason: 'wrong-kind', found: 'doc' })).toMatch(/сохраните как \.docx/);
    expect(await verdict(ole('Workbook'))).toBe('xls');
    expect(await verdict(ole('Workbook', '_VBA_PROJECT_CUR'))).toBe('macros');
    expect(await verdict(ole('EncryptedPackage'))).toBe('encrypted');
  });

  test('an archive of something else is not an office file', async () => {
    expect(await verdict(zipSync({ 'a.txt': strToU8('x') }))).toBe('wrong-kind: archive');
  });

  test('a document is refused where a table is wanted', async () => {
    expect(await verdict(word(), tableFamilies)).toBe('wrong-kind: docx');
  });
});

describe('size and damage', () => {
  test('an empty file, and one of spaces only', async () => {
    expect(await verdict(new Uint8Array())).toBe('empty');
    expect(await verdict(strToU8('\uFEFF \r\n\t\r\n'))).toBe('empty');
  });

  test('50 MB are refused unread', async () => {
    expect(await verdict(new Uint8Array(50 * 1024 * 1024))).toBe('too-big');
  });

  test('a workbook cut short is damaged', async () => {
    const book = await plainBook();
    expect(await verdict(book.subarray(0, book.length - 200))).toBe('damaged');
  });
});

describe('what may hide in a ZIP', () => {
  test('a bomb: much out of little', async () => {
    expect(await verdict(word({ 'word/a.xml': new Uint8Array(9 * 1024 * 1024) }))).toBe('compressed-too-hard');
  });

  test('parts that would fill the memory, seen in the list of contents alone', async () => {
    const huge = lying(word({ 'word/a.xml': strToU8('x') }), 'word/a.xml', 300 * 1024 * 1024);
    expect(await verdict(huge)).toBe('too-large-inside');
  });

  test('a bomb whose list of contents lies about its size', async () => {
    const bomb = word({ 'word/a.xml': new Uint8Array(9 * 1024 * 1024) });
    expect(await verdict(lying(bomb, 'word/a.xml', 1000))).toBe('false-sizes');
  });

  test('thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}`, new Uint8Array(1)]));
    expect(await verdict(word(parts))).toBe('too-many-entries');
  });

  test.each(['../evil.xml', '/etc/passwd', 'word\\x.xml', 'C:/x.xml'])('a part called %s', async (name) => {
    expect(await verdict(word({ [name]: strToU8('x') }))).toBe('unsafe-names');
  });

  test('macros, as a project and as a declared type', async () => {
    expect(await verdict(word({ 'word/vbaProject.bin': new Uint8Array(9) }))).toBe('macros');
    const types = strToU8(contentTypes('ms-excel.sheet.macroEnabled'));
    expect(await verdict(word({ '[Content_Types].xml': types }))).toBe('macros');
  });

  test('a DOCTYPE, whatever it declares', async () => {
    const bad = strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>');
    expect(await verdict(word({ 'word/document.xml': bad }))).toBe('doctype');
  });

  test('links to addresses are text, links to files outside are not', async () => {
    const rels = 'word/_rels/document.xml.rels';
    expect(await verdict(word({ [rels]: relation('hyperlink') }))).toBe('docx');
    expect(await verdict(word({ [rels]: relation('attachedTemplate') }))).toBe('external-links');
    expect(await verdict(word({ [rels]: relation('image') }))).toBe('external-links');
  });

  test('a template may hold nothing active, a list is only read', async () => {
    const embedded = word({ 'word/embeddings/a.bin': strToU8('x') });
    expect(await verdict(embedded, templateFamilies, 'template')).toBe('active-content');
    expect(await verdict(embedded)).toBe('docx');
  });
});
