import type { Cell, MergedArea, Sheet } from '../../platform/files/sheet.ts';
import { isBlank } from '../../platform/files/sheet.ts';
import { type HeadingMeaning, headingMeanings } from './heading-texts.ts';
import { looksLikeName } from './person-name.ts';
import { folded, tidyText } from './person-values.ts';

export interface Header {
  /** First and last row of the heading, from 0. */
  readonly top: number;
  readonly bottom: number;
  /** One heading for each column, levels joined from the top with « / »; '' where there is none. */
  readonly headings: readonly string[];
}

const searched = 40;

/** Small letters, е for ё, every sign a space: what the dictionary of headings is written in. */
export const headingKey = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}№#]+/gu, ' ')
    .trim();

/** What a heading means by itself; undefined when nobody knows. */
export function meaningOf(heading: string): HeadingMeaning | undefined {
  const key = headingKey(heading.slice(0, 200));
  if (key === '') return undefined;
  return headingMeanings.find(([pattern]) => pattern.test(key))?.[1];
}

const textCells = (row: readonly Cell[] | undefined): string[] =>
  (row ?? []).map((cell) => (typeof cell === 'string' ? tidyText(cell) : ''));

/** Known headings in a row. Sentences and names are data or titles, whatever words they hold. */
function known(row: readonly Cell[] | undefined): number {
  const seen = new Set<string>();
  for (const text of textCells(row)) {
    if (text === '' || text.length > 70 || looksLikeName(text)) continue;
    if (meaningOf(text) !== undefined) seen.add(headingKey(text));
  }
  return seen.size;
}

/** A lone text across the sheet is a title, never a heading, unless the sheet is one column wide. */
const filled = (row: readonly Cell[] | undefined): number => (row ?? []).filter((cell) => !isBlank(cell)).length;

function topRow(sheet: Sheet): number | undefined {
  let best: number | undefined;
  let most = 0;
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, filled(row)), 0);
  for (let row = 0; row < Math.min(searched, sheet.rows.length); row += 1) {
    const score = known(sheet.rows[row]);
    if (filled(sheet.rows[row]) < Math.min(2, width)) continue;
    if (score > most) [best, most] = [row, score];
  }
  return best;
}

const mergedDown = (sheet: Sheet, top: number): number =>
  sheet.merges.reduce(
    (bottom, area) => (area.top === top ? Math.max(bottom, Math.min(area.bottom, top + 3)) : bottom),
    top,
  );

/** A second level without merges: it names only columns that the level above leaves empty or spreads over several. */
function levelBelow(sheet: Sheet, top: number): boolean {
  const above = textCells(sheet.rows[top]);
  const below = textCells(sheet.rows[top + 1]);
  const named = below.flatMap((text, column) => (text === '' ? [] : [column]));
  if (named.length === 0 || filled(sheet.rows[top + 1]) > named.length) return false;
  if (below.some(looksLikeName) || known(sheet.rows[top + 1]) === 0) return false;
  const empty = named.filter((column) => (above[column] ?? '') === '').length;
  return empty > 0 && named.length < filled(sheet.rows[top]) + empty;
}

const covering = (merges: readonly MergedArea[], row: number, column: number): MergedArea | undefined =>
  merges.find((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);

function headingAt(sheet: Sheet, top: number, bottom: number, column: number): string {
  const levels: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const area = covering(sheet.merges, row, column);
    const text = tidyText(area ? sheet.rows[area.top]?.[area.left] : sheet.rows[row]?.[column]);
    if (text !== '' && levels.at(-1) !== text) levels.push(text);
  }
  return levels.join(' / ');
}

/** Without merges a wide heading stands over its first column only; the columns named below it are its own as well. */
function headingsOf(sheet: Sheet, top: number, bottom: number, width: number): string[] {
  const headings: string[] = [];
  let above = '';
  for (let column = 0; column < width; column += 1) {
    const heading = headingAt(sheet, top, bottom, column);
    const own = tidyText(sheet.rows[top]?.[column]);
    if (own !== '') above = own;
    const orphan = bottom > top && own === '' && heading !== '' && !covering(sheet.merges, top, column);
    headings.push(orphan && above !== '' ? `${above} / ${heading}` : heading);
  }
  return headings;
}

/** Finds the heading below titles and above people, of one level or several; undefined when the sheet has none. */
export function findHeader(sheet: Sheet): Header | undefined {
  const top = topRow(sheet);
  if (top === undefined) return undefined;
  const merged = mergedDown(sheet, top);
  const bottom = merged === top && levelBelow(sheet, top) ? top + 1 : merged;
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { top, bottom, headings: headingsOf(sheet, top, bottom, width) };
}
