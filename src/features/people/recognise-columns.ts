import type { Day } from '../../kernel/day.ts';
import type { Cell, Sheet } from '../../platform/files/sheet.ts';
import { columnLetters } from '../../platform/files/sheet.ts';
import { readBirthDay } from './birth-day.ts';
import { type Header, headingKey, meaningOf } from './find-header.ts';
import { looksLikeGroup, partGroup } from './group-name.ts';
import type { HeadingMeaning, SkipReason } from './heading-texts.ts';
import { looksLikeName } from './person-name.ts';
import { meant, type PersonField } from './person-values.ts';
import { readPhones } from './phone.ts';

export interface Column {
  /** From 0. */
  readonly index: number;
  readonly letters: string;
  readonly heading: string;
  /** null: the column is not read, `skip` says why. */
  readonly field: PersonField | null;
  readonly skip: SkipReason | null;
  /** A category of data that the law guards: not read unless a person decides so. */
  readonly special: boolean;
  /** `sure`: heading and content agree. `likely`: only the heading says so. `guess`: only the content does. `chosen`: a person. */
  readonly confidence: 'sure' | 'likely' | 'guess' | 'chosen';
  readonly hidden: boolean;
  readonly samples: readonly string[];
}

/** What people chose before, by `headingKey` of the heading. */
export type RememberedColumns = Readonly<Record<string, PersonField | 'skip'>>;

/** What a person chose for this very file, by index of the column. */
export type ChosenColumns = Readonly<Record<number, PersonField | 'skip'>>;

const sampled = 80;

type Content = (text: string, cell: Cell, today: Day) => boolean;

/** Fields whose content can be told from other content, those that are hardest to mistake first. */
const contents: readonly (readonly [PersonField, Content])[] = [
  ['email', (text) => /\S@\S+\.\S/.test(text)],
  ['birthDay', (_, cell, today) => typeof cell !== 'number' && readBirthDay(cell, today).value !== null],
  ['phone', (_, cell) => readPhones(cell).value.own !== null],
  ['fullName', (text) => looksLikeName(text)],
  ['group', (text) => looksLikeGroup(partGroup(text).group ?? '')],
];

interface ContentShare {
  readonly field: PersonField;
  readonly share: number;
}

const sameContent: Partial<Record<PersonField, PersonField>> = { parentPhone: 'phone', parentName: 'fullName' };

function contentOf(cells: readonly Cell[], today: Day): ContentShare | undefined {
  const texts = cells.flatMap((cell) => {
    const text = meant(cell);
    return text === null ? [] : [{ text, cell }];
  });
  if (texts.length === 0) return undefined;
  const shares = contents.map(([field, fits]) => ({
    field,
    share: texts.filter(({ text, cell }) => fits(text, cell, today)).length / texts.length,
  }));
  return shares.reduce((best, next) => (next.share > best.share ? next : best));
}

const isSkip = (meaning: HeadingMeaning | undefined): meaning is { readonly skip: SkipReason } =>
  typeof meaning === 'object';

interface Draft extends Omit<Column, 'field' | 'skip'> {
  readonly meaning: HeadingMeaning | undefined;
  readonly content: ContentShare | undefined;
}

function decide(draft: Draft, taken: ReadonlySet<PersonField>, named: boolean): Column {
  const { meaning, content, ...column } = draft;
  const skipped = (skip: SkipReason): Column => ({ ...column, field: null, skip, special: skip === 'special' });
  if (isSkip(meaning)) return skipped(meaning.skip);
  if (content === undefined) return meaning ? skipped('empty') : skipped(column.heading === '' ? 'empty' : 'unknown');
  const byHeading = meaning === 'mentorName' ? (named ? undefined : 'fullName') : meaning;
  if (meaning === 'mentorName' && byHeading === undefined) return skipped('later');
  if (byHeading !== undefined) {
    if (taken.has(byHeading)) return skipped('repeated');
    const agrees = content.share > 0.6 && content.field === (sameContent[byHeading] ?? byHeading);
    return { ...column, field: byHeading, skip: null, confidence: agrees ? 'sure' : 'likely' };
  }
  const clear = content.share >= 0.7 && !taken.has(content.field);
  return clear ? { ...column, field: content.field, skip: null, confidence: 'guess' } : skipped('unknown');
}

function drafts(sheet: Sheet, header: Header | undefined, today: Day): Draft[] {
  const first = header ? header.bottom + 1 : 0;
  const body = sheet.rows.slice(first, first + sampled);
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => {
    const cells = body.map((row) => row[index] ?? null);
    const heading = header?.headings[index] ?? '';
    return {
      index,
      letters: columnLetters(index),
      heading,
      special: false,
      confidence: 'likely',
      hidden: sheet.hiddenColumns.includes(index),
      samples: cells.flatMap((cell) => meant(cell) ?? []).slice(0, 3),
      meaning: meaningOf(heading),
      content: contentOf(cells, today),
    };
  });
}

function chosenFor(
  draft: Draft,
  chosen: ChosenColumns,
  remembered: RememberedColumns,
): PersonField | 'skip' | undefined {
  const now = chosen[draft.index];
  if (now !== undefined) return now;
  return draft.heading === '' ? undefined : remembered[headingKey(draft.heading)];
}

/**
 * Proposes what each column holds: by its heading, checked against its content, or by the content alone. What a person
 * chose, now or before, goes first; one field is read from one column.
 */
export function recogniseColumns(
  sheet: Sheet,
  header: Header | undefined,
  today: Day,
  choice: { readonly chosen?: ChosenColumns; readonly remembered?: RememberedColumns } = {},
): Column[] {
  const all = drafts(sheet, header, today);
  const named = all.some(({ meaning }) => meaning === 'fullName' || meaning === 'lastName');
  const taken = new Set<PersonField>();
  const columns = new Map<number, Column>();
  const settle = (column: Column) => {
    columns.set(column.index, column);
    if (column.field) taken.add(column.field);
  };
  for (const draft of all) {
    const choose = chosenFor(draft, choice.chosen ?? {}, choice.remembered ?? {});
    if (choose === undefined) continue;
    const { meaning, content: _, ...column } = draft;
    const special = isSkip(meaning) && meaning.skip === 'special';
    const field = choose === 'skip' ? null : choose;
    settle({ ...column, special, confidence: 'chosen', field, skip: field ? null : special ? 'special' : 'chosen' });
  }
  for (const byHeading of [true, false]) {
    for (const draft of all) {
      if (columns.has(draft.index) || (draft.meaning !== undefined) !== byHeading) continue;
      settle(decide(draft, taken, named));
    }
  }
  return all.flatMap(({ index }) => columns.get(index) ?? []);
}
