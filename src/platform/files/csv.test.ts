import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { decodeText } from './encoding.ts';

/** Bytes of Cyrillic text in a one-byte encoding, found by trying all 256 bytes. */
function encoded(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decoder.decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(text, (sign) => table.get(sign) ?? 63);
}

const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const texts = [
  'Фамилия;Имя\r\nКузнецова;Анна\r\n',
  'ФИО\tГруппа\nБЕЛЫЙ ПАВЕЛ\tЭМ-21',
  'Ёлкин Пётр, ЭМ-11, нет',
  'Юлия;да',
];

describe('the encoding is found without a mark', () => {
  test.each(['windows-1251', 'ibm866', 'koi8-r'])('%s', (encoding) => {
    for (const text of texts) expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding });
  });

  test('UTF-8 and both kinds of UTF-16', () => {
    for (const text of texts) {
      expect(decodeText(new TextEncoder().encode(text)).text).toBe(text);
      expect(decodeText(utf16(text))).toEqual({ text, encoding: 'utf-16le' });
      expect(decodeText(utf16(text, true))).toEqual({ text, encoding: 'utf-16be' });
      expect(decodeText(utf16(`\uFEFF${text}`)).text).toBe(text);
    }
  });

  test('plain Latin text is UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('a;b\n1;2'))).toEqual({ text: 'a;b\n1;2', encoding: 'utf-8' });
  });
});

describe('the delimiter is found by how evenly it cuts', () => {
  const rowsOf = (text: string) => readCsv(new TextEncoder().encode(text), 'x').sheet.rows;

  test.each([';', ',', '\t'])('«%s»', (sign) => {
    const rows = [
      ['ФИО', 'Группа', 'Телефон'],
      ['Иванов Иван', 'ЭМ-21', '8 910 555-00-00'],
    ];
    expect(rowsOf(rows.map((row) => row.join(sign)).join('\n'))).toEqual(rows);
  });

  test('commas inside cells do not outvote semicolons', () => {
    expect(rowsOf('ФИО;Адрес\nИванов;"г. Калуга, ул. Мира, 5"\nПетров;г. Тула, ул. Лесная, 1')[2]).toEqual([
      'Петров',
      'г. Тула, ул. Лесная, 1',
    ]);
  });

  test('quotes, line breaks inside cells and a mark at the beginning', () => {
    expect(rowsOf('\uFEFFФИО;Примечание\r\n"Иванов ""Ваня""";"две\nстроки"\r\n')).toEqual([
      ['ФИО', 'Примечание'],
      ['Иванов "Ваня"', 'две\nстроки'],
    ]);
  });

  test('Excel’s line «sep=» names the delimiter and is no row', () => {
    expect(rowsOf('sep=|\r\nа|б,в;г\r\n')).toEqual([['а', 'б,в;г']]);
  });

  test('a list of one column stays one column', () => {
    expect(rowsOf('ФИО\nИванов Иван\nПетров Пётр')).toEqual([['ФИО'], ['Иванов Иван'], ['Петров Пётр']]);
  });

  test('more than a thousand columns are refused', () => {
    expect(() => rowsOf(`${'x;'.repeat(1_000)}y`)).toThrow('too-many-columns');
  });
});
