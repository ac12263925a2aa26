import { strFromU8, unzipSync } from 'fflate';
import { attribute, child, childElements, parseXml, type XmlElement } from '../docx/xml.ts';
import type { DocumentText } from './document-text.ts';
import { ReadFailure } from './read-failure.ts';
import type { TextTable } from './sheet.ts';
import { layOut, type SpannedCell } from './text-grid.ts';

/** What was deleted or moved away under tracked changes, what is a field's code, and what is a picture. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:pPr',
]);

const signs: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:noBreakHyphen': '\u2011',
};

/** Of two versions of one thing (for new and for old Word) the first is read. */
const readable = (element: XmlElement): readonly XmlElement[] =>
  element.name === 'mc:AlternateContent' ? childElements(element).slice(0, 1) : childElements(element);

function inlineText(element: XmlElement): string {
  let text = '';
  for (const part of readable(element)) {
    if (skipped.has(part.name)) continue;
    if (part.name === 'w:t') text += part.children.filter((each) => typeof each === 'string').join('');
    else text += signs[part.name] ?? inlineText(part);
  }
  return text;
}

/** Paragraphs and tables of a body or a cell in reading order, out of the wrappers that Word puts around them. */
function* blocks(element: XmlElement): Generator<XmlElement> {
  for (const part of readable(element)) {
    if (part.name === 'w:p' || part.name === 'w:tbl') yield part;
    else if (!skipped.has(part.name)) yield* blocks(part);
  }
}

function* parts(element: XmlElement, name: 'w:tr' | 'w:tc'): Generator<XmlElement> {
  for (const part of childElements(element)) {
    if (part.name === name) yield part;
    else if (!skipped.has(part.name) && part.name !== 'w:tbl') yield* parts(part, name);
  }
}

/** A table inside a cell reads as lines: a row a line, its cells apart by a space. */
function cellText(cell: XmlElement): string {
  const lines: string[] = [];
  for (const block of blocks(cell)) {
    if (block.name === 'w:p') lines.push(inlineText(block));
    else for (const row of spannedRows(block)) lines.push(row.map((each) => each.text).join(' '));
  }
  return lines.join('\n');
}

function spannedRows(table: XmlElement): SpannedCell[][] {
  const rows: SpannedCell[][] = [];
  for (const row of parts(table, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) continue;
    const before = Number(attribute(properties, 'w:gridBefore') ?? 0);
    const cells: SpannedCell[] = before > 0 ? [{ text: '', columns: before }] : [];
    for (const cell of parts(row, 'w:tc')) addCell(cells, cell);
    rows.push(cells);
  }
  return rows;
}

function addCell(cells: SpannedCell[], cell: XmlElement): void {
  const properties = child(cell, 'w:tcPr');
  const columns = Number(attribute(properties, 'w:gridSpan') ?? 1);
  const last = cells.at(-1);
  if (last && child(properties, 'w:hMerge') && attribute(properties, 'w:hMerge') !== 'restart') {
    cells[cells.length - 1] = { ...last, columns: last.columns + columns };
    return;
  }
  const merged = child(properties, 'w:vMerge');
  const continues = merged !== undefined && attribute(properties, 'w:vMerge') !== 'restart';
  cells.push({ text: continues ? '' : cellText(cell), columns, continues });
}

function collectTables(element: XmlElement, into: TextTable[]): void {
  for (const block of blocks(element)) {
    if (block.name !== 'w:tbl') continue;
    into.push(layOut(spannedRows(block)));
    for (const row of parts(block, 'w:tr')) for (const cell of parts(row, 'w:tc')) collectTables(cell, into);
  }
}

/**
 * Tables and loose paragraphs of a DOCX. Tracked insertions are read, tracked deletions are not. A table inside a cell
 * is in that cell's text and follows its outer table in the list as well. Numbers that Word counts by itself in
 * numbered lists are not in the text.
 */
export function readWordTables(bytes: Uint8Array): DocumentText {
  const files = unzipSync(bytes, { filter: (file) => /^word\/document\d*\.xml$/.test(file.name) });
  const main = Object.values(files)[0];
  const body = main && child(parseXml(strFromU8(main)), 'w:body');
  if (!body) throw new ReadFailure('unreadable');
  const tables: TextTable[] = [];
  collectTables(body, tables);
  const paragraphs: string[] = [];
  for (const block of blocks(body)) if (block.name === 'w:p') paragraphs.push(inlineText(block));
  return { tables, paragraphs };
}
