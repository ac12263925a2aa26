import { type Cell, isBlank, type Sheet } from '../../platform/files/sheet.ts';
import type { Header } from './find-header.ts';
import { type GroupText, looksLikeGroup, partGroup } from './group-name.ts';
import { looksLikeName } from './person-name.ts';
import { folded, meant, type PersonField, saysNothing, tidyText } from './person-values.ts';
import type { Column } from './recognise-columns.ts';
import { captionWords, signatureWords, totalWords } from './value-texts.ts';

export type SkippedKind = 'total' | 'caption' | 'heading-again' | 'numbering' | 'signature' | 'only-number';

export interface SkippedRow {
  /** From 1, as in Excel. */
  readonly row: number;
  readonly kind: SkippedKind;
  readonly text: string;
}

/** A row of a person as it stands in the file, with what merges and captions above say about it. */
export interface RawRow {
  /** From 1, as in Excel. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<PersonField, Cell>>>;
  readonly caption: GroupText | null;
  readonly note: string;
  readonly hidden: boolean;
}

interface Places {
  readonly names: readonly number[];
  /** Columns that only a person fills: all that are read, less the group, which merges and captions fill too. */
  readonly evidence: readonly number[];
  readonly notes: readonly number[];
}

const nameFields: readonly (PersonField | null)[] = ['fullName', 'lastName', 'firstName', 'patronymic'];

const indexes = (columns: readonly Column[], wanted: (column: Column) => boolean): number[] =>
  columns.filter(wanted).map(({ index }) => index);

const placesOf = (columns: readonly Column[]): Places => ({
  names: indexes(columns, ({ field }) => nameFields.includes(field)),
  evidence: indexes(columns, ({ field }) => field !== null && !nameFields.includes(field) && field !== 'group'),
  notes: indexes(columns, ({ skip }) => skip === 'note'),
});

const isNumbering = (texts: readonly string[]): boolean =>
  texts.length >= 3 && texts.every((text, index) => text === String(index + Number(texts[0])));

/** Most rows, and cheap to tell: a name that is no heading, and something about the person. */
function isPlainPerson(row: readonly Cell[], name: string, places: Places, headings: ReadonlySet<string>): boolean {
  if (!looksLikeName(name) || totalWords.test(name) || signatureWords.test(name)) return false;
  if (places.names.some((column) => headings.has(folded(tidyText(row[column]))))) return false;
  return places.evidence.some((column) => meant(row[column]) !== null);
}

/** What a row is when it is nobody; undefined for a person. */
function kindOf(row: readonly Cell[], places: Places, headings: ReadonlySet<string>): SkippedKind | undefined {
  const names = places.names.map((column) => tidyText(row[column])).filter((text) => text !== '');
  const name = names.join(' ');
  if (isPlainPerson(row, name, places, headings)) return undefined;

  const filled = row.map(tidyText).filter((text) => text !== '');
  const first = filled[0] ?? '';
  if (filled.some((text) => totalWords.test(text))) return 'total';
  if (filled.length > 1 && filled.every((text) => headings.has(folded(text)))) return 'heading-again';
  if (isNumbering(filled)) return 'numbering';
  if (signatureWords.test(name || first) || filled.some((text) => /_{3,}/.test(text))) return 'signature';
  if (looksLikeName(name) || places.evidence.some((column) => meant(row[column]) !== null)) return undefined;
  if (filled.length === 1 && (captionWords.test(first) || isGroupAlone(first) || names.length === 0))
    return /^\d+\.?$/.test(first) ? 'only-number' : 'caption';
  return saysNothing(name) ? 'only-number' : undefined;
}

const isGroupAlone = (text: string): boolean => looksLikeGroup(partGroup(text).group ?? '');

/** Only a caption that names a group or a course says something about the people below it. */
function captionOf(text: string): GroupText | null {
  const { group, course } = partGroup(text);
  const code = group !== null && looksLikeGroup(group) ? group : null;
  return code === null && course === null ? null : { group: code, course };
}

/** Cells that a downward merge covers hold what its first cell holds. */
function mergedBelow(sheet: Sheet, from: number): Map<string, Cell> {
  const covered = new Map<string, Cell>();
  for (const area of sheet.merges) {
    if (area.top < from || area.right > area.left) continue;
    const cell = sheet.rows[area.top]?.[area.left] ?? null;
    for (let row = area.top + 1; row <= area.bottom; row += 1) covered.set(`${row},${area.left}`, cell);
  }
  return covered;
}

/** Parts the rows below the heading into people and the rest, and gives people what stands in merges and captions. */
export function sortRows(
  sheet: Sheet,
  header: Header | undefined,
  columns: readonly Column[],
): { readonly people: RawRow[]; readonly skipped: SkippedRow[] } {
  const from = header ? header.bottom + 1 : 0;
  const places = placesOf(columns);
  const read = columns.flatMap(({ field, index }) => (field ? [{ field, index }] : []));
  const headings = new Set((header?.headings ?? []).flatMap((text) => [text, ...text.split(' / ')]).map(folded));
  const covered = mergedBelow(sheet, from);
  const hiddenRows = new Set(sheet.hiddenRows);
  const people: RawRow[] = [];
  const skipped: SkippedRow[] = [];
  let caption: GroupText | null = null;
  for (let index = from; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index] ?? [];
    if (row.every(isBlank)) continue;
    const kind = kindOf(row, places, headings);
    if (kind) {
      const text = row.map(tidyText).find((each) => each !== '') ?? '';
      skipped.push({ row: index + 1, kind, text });
      if (kind === 'caption') caption = captionOf(text);
      continue;
    }
    const cells: Partial<Record<PersonField, Cell>> = {};
    for (const { field, index: column } of read) {
      const cell = row[column] ?? null;
      cells[field] = isBlank(cell) ? (covered.get(`${index},${column}`) ?? null) : cell;
    }
    const note = places.notes.flatMap((column) => meant(row[column]) ?? []).join('; ');
    people.push({ row: index + 1, cells, caption, note, hidden: hiddenRows.has(index) });
  }
  return { people, skipped };
}
