import { InputError } from './instance.ts';

/** One line of a table by column name. */
export type Row = Readonly<Record<string, string>>;

/** Reads CSV (RFC 4180; comma, semicolon or tab, whichever the header has most of). Throws InputError naming the line. */
export function readCsv(text: string): Row[] {
  const source = text.replace(/^\uFEFF/, '');
  const [header = ''] = source.split(/\r?\n/, 1);
  const count = (mark: string): number => header.split(mark).length;
  const [mark = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const c = source.charAt(at);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source.charAt(at + 1) === '"') {
        cell += c;
        at++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === mark || c === '\n') {
      cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      cell = '';
      if (c === '\n') {
        lines.push(cells);
        cells = [];
      }
    } else cell += c;
  }
  if (quoted) throw new InputError(`line ${lines.length + 1}: a quotation mark is not closed`);
  if (cell !== '' || cells.length > 0) lines.push([...cells, cell]);
  const [names = [], ...rest] = lines.filter((line) => line.some((x) => x.trim() !== ''));
  return rest.map((line, x) => {
    if (line.length > names.length) throw new InputError(`line ${x + 2}: more cells than columns`);
    return Object.fromEntries(names.map((name, y) => [name.trim(), (line[y] ?? '').trim()]));
  });
}
