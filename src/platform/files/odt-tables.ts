import { strFromU8, unzipSync } from 'fflate';
import { child, childElements, parseXml, type XmlElement } from '../docx/xml.ts';
import type { DocumentText } from './document-text.ts';
import { ReadFailure } from './read-failure.ts';
import type { TextTable } from './sheet.ts';
import { layOut, type SpannedCell } from './text-grid.ts';

/** Deleted text waits in `tracked-changes`; notes, comments and frames stand beside the text. */
const skipped = new Set(['text:tracked-changes', 'text:note', 'office:annotation', 'draw:frame', 'text:ruby-text']);

const paragraphNames = new Set(['text:p', 'text:h']);

const most = 1000;

const count = (element: XmlElement, name: string): number =>
  Math.min(Math.max(Math.trunc(Number(element.attributes[name] ?? 1)) || 1, 1), most);

function inlineText(element: XmlElement): string {
  let text = '';
  for (const node of element.children) {
    if (typeof node === 'string') text += node.replace(/\s+/g, ' ');
    else if (node.name === 'text:s') text += ' '.repeat(count(node, 'text:c'));
    else if (node.name === 'text:tab') text += '\t';
    else if (node.name === 'text:line-break') text += '\n';
    else if (!skipped.has(node.name)) text += inlineText(node);
  }
  return text;
}

function* blocks(element: XmlElement): Generator<XmlElement> {
  for (const part of childElements(element)) {
    if (paragraphNames.has(part.name) || part.name === 'table:table') yield part;
    else if (!skipped.has(part.name)) yield* blocks(part);
  }
}

function* rowElements(table: XmlElement): Generator<XmlElement> {
  for (const part of childElements(table)) {
    if (part.name === 'table:table-row') yield part;
    else if (part.name !== 'table:table') yield* rowElements(part);
  }
}

function cellText(cell: XmlElement): string {
  const lines: string[] = [];
  for (const block of blocks(cell)) {
    if (block.name !== 'table:table') lines.push(inlineText(block));
    else
      for (const row of rowElements(block))
        lines.push(
          cellsOf(row)
            .map((each) => each.text)
            .join(' '),
        );
  }
  return lines.join('\n');
}

/** Cells that another one covers are written out: those at its right in the same row are its own columns already. */
function cellsOf(row: XmlElement): SpannedCell[] {
  const cells: SpannedCell[] = [];
  let mine = 0;
  for (const cell of childElements(row)) {
    const covered = cell.name === 'table:covered-table-cell';
    if (!covered && cell.name !== 'table:table-cell') continue;
    const columns = count(cell, 'table:number-columns-spanned');
    const rows = count(cell, 'table:number-rows-spanned');
    for (let times = count(cell, 'table:number-columns-repeated'); times > 0 && cells.length < most; times -= 1) {
      if (covered && mine > 0) mine -= 1;
      else if (covered) cells.push({ text: '', columns: 1, continues: true });
      else {
        cells.push({ text: cellText(cell), columns, rows });
        mine = columns - 1;
      }
    }
  }
  return cells;
}

function collectTables(element: XmlElement, into: TextTable[]): void {
  for (const block of blocks(element)) {
    if (block.name !== 'table:table') continue;
    const rows = [...rowElements(block)];
    into.push(layOut(rows.map(cellsOf)));
    for (const row of rows) for (const cell of childElements(row)) collectTables(cell, into);
  }
}

/** Tables and loose paragraphs of an ODT; the same promises as `readWordTables`. */
export function readOdtTables(bytes: Uint8Array): DocumentText {
  const content = unzipSync(bytes, { filter: (file) => file.name === 'content.xml' })['content.xml'];
  const body = content && child(child(parseXml(strFromU8(content)), 'office:body'), 'office:text');
  if (!body) throw new ReadFailure('unreadable');
  const tables: TextTable[] = [];
  collectTables(body, tables);
  const paragraphs: string[] = [];
  for (const block of blocks(body)) if (block.name !== 'table:table') paragraphs.push(inlineText(block));
  return { tables, paragraphs };
}
