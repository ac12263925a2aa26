import { type Day, dayOf, parseDay } from '../../kernel/day.ts';
import { ReadFailure } from './read-failure.ts';
import { type Cell, type MergedArea, type Sheet, sheetLimits, trimmed } from './sheet.ts';
import { plainText, runsText, type XlsxBook } from './xlsx-parts.ts';

const dayLength = 86_400_000;

/** Excel takes 1900 for a leap year: its days before March 1900 are one further on. */
function dayOfSerial(serial: number, from1904: boolean): Day | undefined {
  const zero = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(zero + Math.floor(serial) * dayLength);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const timeOfSerial = (serial: number): string => {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** The value of an attribute inside one tag; attributes here never hold `>` or escapes. */
function attributeOf(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  const from = at + name.length + 3;
  return tag.slice(from, tag.indexOf(tag[from - 1] ?? '"', from));
}

/** «BC12» → column 54; the row is that of the row element. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65) break;
    column = column * 26 + (code & 31);
  }
  return column - 1;
}

function areaOf(ref: string): MergedArea | undefined {
  const [, left, top, right, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

const yes = (value: string | undefined): boolean => value === '1' || value === 'true';

/** One pass over the text of a worksheet: no tree is built, so ten thousand rows cost a fraction of a second. */
class CellScanner {
  readonly rows: Cell[][] = [];
  readonly hiddenRows: number[] = [];
  readonly #book: XlsxBook;
  readonly #xml: string;
  /** Length of the prefix of element names, as in `<x:row>`. */
  readonly #prefix: number;
  readonly #days = new Map<number, Cell>();
  #row = -1;
  #column = -1;
  #filledRows = 0;

  constructor(book: XlsxBook, xml: string, prefix: number) {
    this.#book = book;
    this.#xml = xml;
    this.#prefix = prefix;
  }

  scan(from: number, till: number): void {
    const xml = this.#xml;
    let at = xml.indexOf('<', from);
    while (at >= 0 && at < till) {
      const name = at + 1 + this.#prefix;
      const gt = xml.indexOf('>', at);
      if (gt < 0) break;
      const first = xml.charCodeAt(name);
      let next = gt + 1;
      if (first === 0x63 && name + 1 <= gt && !/\w/.test(xml[name + 1] ?? '')) next = this.#cell(at, gt);
      else if (first === 0x72 && xml.startsWith('row', name)) this.#startRow(xml.slice(at, gt));
      at = xml.indexOf('<', next);
    }
  }

  #startRow(tag: string): void {
    this.#row = Number(attributeOf(tag, 'r') ?? this.#row + 2) - 1;
    this.#column = -1;
    if (yes(attributeOf(tag, 'hidden'))) this.hiddenRows.push(this.#row);
  }

  /** Reads the cell whose tag ends at `gt`; answers where the cell ends. */
  #cell(lt: number, gt: number): number {
    const xml = this.#xml;
    const tag = xml.slice(lt, gt);
    const place = attributeOf(tag, 'r');
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    if (xml.charCodeAt(gt - 1) === 0x2f) return gt + 1;
    let value: string | undefined;
    let inline: string | undefined;
    let formula: string | undefined;
    let at = gt + 1;
    for (;;) {
      at = xml.indexOf('<', at);
      const end = xml.indexOf('>', at);
      if (at < 0 || end < 0) throw new ReadFailure('unreadable');
      if (xml.charCodeAt(at + 1) === 0x2f) {
        this.#keep(tag, value, inline, formula);
        return end + 1;
      }
      const name = xml.charCodeAt(at + 1 + this.#prefix);
      const empty = xml.charCodeAt(end - 1) === 0x2f;
      const close = empty ? end : this.#closing(at, end);
      const inner = empty ? '' : xml.slice(end + 1, close);
      if (name === 0x76) value = inner;
      else if (name === 0x66) formula = plainText(inner);
      else if (name === 0x69) inline = runsText(inner);
      at = empty ? end + 1 : xml.indexOf('>', close) + 1;
    }
  }

  #closing(at: number, end: number): number {
    const name = /^[\w:]+/.exec(this.#xml.slice(at + 1, end))?.[0] ?? '';
    const close = this.#xml.indexOf(`</${name}`, end);
    if (close < 0) throw new ReadFailure('unreadable');
    return close;
  }

  #keep(tag: string, value: string | undefined, inline: string | undefined, formula: string | undefined): void {
    const type = attributeOf(tag, 't');
    const read = value === undefined || value === '' ? inline : this.#valueOf(value, type, attributeOf(tag, 's'));
    const kept: Cell = read ?? (formula === undefined ? null : { formula });
    if (kept === null || kept === '') return;
    this.#guard();
    let row = this.rows[this.#row];
    if (!row) {
      row = [];
      this.rows[this.#row] = row;
      this.#filledRows += 1;
    }
    row[this.#column] = kept;
  }

  /** What stands past the limits is a slip where little else is there, and too much where much is. */
  #guard(): void {
    if (this.#row >= sheetLimits.rows)
      throw new ReadFailure(this.#filledRows > sheetLimits.rows / 10 ? 'too-many-rows' : 'too-spread-out');
    if (this.#column >= sheetLimits.columns) {
      const filled = Object.keys(this.rows[this.#row] ?? []).length;
      throw new ReadFailure(filled > 100 ? 'too-many-columns' : 'too-spread-out');
    }
  }

  #valueOf(value: string, type: string | undefined, style: string | undefined): Cell {
    if (type === 's') return this.#book.strings[Number(value)] ?? null;
    if (type === 'str' || type === 'e') return plainText(value);
    if (type === 'b') return yes(value);
    if (type === 'd') {
      const day = parseDay(value);
      return day ? { day } : value;
    }
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    const shape = style === undefined ? 'number' : this.#book.shapes[Number(style)];
    if (shape === 'time' || (shape === 'date' && number >= 0 && number < 1)) return timeOfSerial(number);
    return shape === 'date' ? this.#dayCell(number) : number;
  }

  #dayCell(serial: number): Cell {
    const known = this.#days.get(Math.floor(serial));
    if (known !== undefined) return known;
    const day = dayOfSerial(serial, this.#book.from1904);
    const cell: Cell = day ? { day } : serial;
    this.#days.set(Math.floor(serial), cell);
    return cell;
  }
}

function hiddenColumns(head: string, width: number): number[] {
  const hidden: number[] = [];
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (!yes(attributeOf(tag, 'hidden'))) continue;
    const last = Math.min(Number(attributeOf(tag, 'max')), width);
    for (let column = Number(attributeOf(tag, 'min')); column <= last; column += 1) hidden.push(column - 1);
  }
  return hidden;
}

/** The cells of one worksheet. */
export function readXlsxSheet(book: XlsxBook, { name, hidden, xml }: XlsxBook['sheets'][number]): Sheet {
  const root = /<(\w+:)?(worksheet|chartsheet|dialogsheet)\b/.exec(xml);
  if (!root) throw new ReadFailure('unreadable');
  const prefix = root[1] ?? '';
  const start = xml.indexOf(`<${prefix}sheetData`);
  const close = xml.indexOf(`</${prefix}sheetData>`, Math.max(start, 0));
  const end = close < 0 ? xml.length : close;
  const scanner = new CellScanner(book, xml, prefix.length);
  if (start >= 0 && close >= 0) scanner.scan(xml.indexOf('>', start), end);
  const rows = trimmed(scanner.rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const merges = [...xml.slice(close < 0 ? start : close).matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)];
  return {
    name,
    hidden,
    rows,
    merges: merges.flatMap(([tag]) => areaOf(attributeOf(tag, 'ref') ?? '') ?? []),
    hiddenRows: scanner.hiddenRows.filter((row) => row < rows.length),
    hiddenColumns: hiddenColumns(xml.slice(0, Math.max(start, 0)), width),
  };
}
