import Papa from 'papaparse';
import { decodeText, type TextEncodingName } from './encoding.ts';
import { ReadFailure } from './read-failure.ts';
import { type Sheet, sheetLimits, trimmed } from './sheet.ts';

const delimiters = [';', '\t', ',', '|'] as const;

export interface CsvText {
  readonly sheet: Sheet;
  readonly encoding: TextEncodingName;
  readonly delimiter: string;
}

/** How well a delimiter cuts the text into rows of one length; 0 when it does not cut at all. */
function evenness(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 60, skipEmptyLines: 'greedy' });
  const counts = new Map<number, number>();
  for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [columns, rows] of counts) best = Math.max(best, (rows / data.length) * Math.log2(columns + 1));
  return best;
}

/** The first wins where two cut equally well: a semicolon is what Russian Excel writes. */
function guessDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  return scored.reduce((first, next) => (next.score > first.score ? next : first)).delimiter;
}

/**
 * Reads CSV, text with tabs, or text copied out of a table. Everything is text, numbers and dates too: only the
 * reader of the column knows what they are. A line «sep=;» of Excel names the delimiter and is no row.
 */
export function readCsv(bytes: Uint8Array, name: string): CsvText {
  const { text, encoding } = decodeText(bytes);
  const named = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? guessDelimiter(body.slice(0, 65_536));
  const { data } = Papa.parse<string[]>(body, { delimiter });
  const rows = trimmed(data);
  if (rows.length > sheetLimits.rows) throw new ReadFailure('too-many-rows');
  if (rows.some((row) => row.length > sheetLimits.columns)) throw new ReadFailure('too-many-columns');
  return { sheet: { name, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] }, encoding, delimiter };
}
