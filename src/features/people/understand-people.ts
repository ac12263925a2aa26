import type { Day } from '../../kernel/day.ts';
import type { Cell, Sheet } from '../../platform/files/sheet.ts';
import { type Comparable, type Duplicate, findDuplicates } from './find-duplicates.ts';
import { findHeader, type Header } from './find-header.ts';
import { type GroupWorld, type KnownGroup, partGroup, usualNotations } from './group-name.ts';
import type { Problem } from './import-problems.ts';
import { meant, type PersonField } from './person-values.ts';
import { isMobile } from './phone.ts';
import { type RowWorld, readPersonRow, type UnderstoodRow } from './read-person-row.ts';
import { type ChosenColumns, type Column, type RememberedColumns, recogniseColumns } from './recognise-columns.ts';
import { type RawRow, type SkippedRow, sortRows } from './sort-rows.ts';
import { groupKey } from './study-group.ts';

export interface UnderstandingInput {
  readonly today: Day;
  readonly knownGroups?: readonly KnownGroup[];
  /** What people chose in earlier imports: columns by `headingKey`, groups by the notation of the file. */
  readonly remembered?: {
    readonly columns?: RememberedColumns;
    readonly groups?: Readonly<Record<string, string>>;
  };
  /** What a person chose for this file, by index of the column. */
  readonly chosen?: ChosenColumns;
  readonly existing?: readonly (Comparable & { readonly id: string })[];
}

export interface NewGroup {
  readonly code: string;
  readonly course: number | null;
  readonly people: number;
}

export interface Understanding {
  /** undefined: the list has no heading, columns were told apart by content alone. */
  readonly header: Header | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly UnderstoodRow[];
  /** All problems of all rows, from the top. */
  readonly problems: readonly Problem[];
  readonly duplicates: readonly Duplicate[];
  /** Rows that are nobody: totals, captions, signatures. Empty rows are not among them. */
  readonly skipped: readonly SkippedRow[];
  /** Groups that the college does not have yet. */
  readonly newGroups: readonly NewGroup[];
  /** Hands back what a row is read against, for `recheckRow`. */
  readonly world: RowWorld;
}

function groupTexts(people: readonly RawRow[]): string[] {
  const parted = new Map<string, string | null>();
  return people.flatMap(({ cells, caption }) => {
    const typed = meant(cells.group);
    if (typed === null) return caption?.group ?? [];
    const group = parted.get(typed) ?? partGroup(typed).group;
    parted.set(typed, group);
    return group ?? [];
  });
}

function groupWorld(people: readonly RawRow[], { knownGroups = [], remembered }: UnderstandingInput): GroupWorld {
  const replaced = Object.entries(remembered?.groups ?? {}).map(([typed, code]) => [groupKey(typed), code] as const);
  return {
    known: new Map(knownGroups.map((group) => [groupKey(group.code), group])),
    usual: usualNotations(groupTexts(people)),
    replaced: new Map(replaced),
  };
}

/** A group typed once for many rows, as a merge looks after a journey through CSV: more rows without it than with it. */
function filledDown(people: readonly RawRow[]): readonly RawRow[] {
  const without = people.filter(({ cells, caption }) => meant(cells.group) === null && !caption?.group).length;
  if (without <= people.length * 0.6 || without === people.length) return people;
  let last: Cell = null;
  return people.map((raw) => {
    if (meant(raw.cells.group) === null) return { ...raw, cells: { ...raw.cells, group: last } };
    last = raw.cells.group ?? null;
    return raw;
  });
}

function columnPlaces(columns: readonly Column[]): RowWorld['columns'] {
  const places: Partial<Record<PersonField, number>> = {};
  for (const { field, index } of columns) if (field) places[field] = index;
  return places;
}

/** One mobile number for two people is a slip, or a family: told, not judged. */
function sharedPhones(rows: readonly UnderstoodRow[], column: number | undefined): Map<number, Problem> {
  const owners = new Map<string, UnderstoodRow>();
  const problems = new Map<number, Problem>();
  for (const each of rows) {
    const { phone } = each.values;
    if (phone === null || !isMobile(phone)) continue;
    const owner = owners.get(phone);
    if (!owner) owners.set(phone, each);
    else
      problems.set(each.row, {
        row: each.row,
        column: column ?? null,
        field: 'phone',
        kind: 'phone-shared',
        level: 'note',
        value: phone,
        detail: { row: owner.row },
      });
  }
  return problems;
}

function newGroupsOf(rows: readonly UnderstoodRow[], { known }: GroupWorld): NewGroup[] {
  const groups = new Map<string, NewGroup>();
  for (const { values } of rows) {
    if (values.group === null) continue;
    const seen = groups.get(values.group);
    if (!seen && known.has(groupKey(values.group))) continue;
    groups.set(values.group, {
      code: values.group,
      course: seen?.course ?? values.course,
      people: (seen?.people ?? 0) + 1,
    });
  }
  return [...groups.values()];
}

/**
 * Understands one sheet as a list of people: finds the heading, proposes what the columns hold, reads every row, and
 * tells what is doubtful. Writes nothing and knows no database: the same input gives the same answer.
 */
export function understandPeople(sheet: Sheet, input: UnderstandingInput): Understanding {
  const header = findHeader(sheet);
  const choice = { chosen: input.chosen ?? {}, remembered: input.remembered?.columns ?? {} };
  const columns = recogniseColumns(sheet, header, input.today, choice);
  const sorted = sortRows(sheet, header, columns);
  const people = filledDown(sorted.people);
  const groups = groupWorld(people, input);
  const places = columnPlaces(columns);
  const world: RowWorld = { today: input.today, groups, students: groups.usual.size > 0, columns: places };
  const read = people.map((raw) => readPersonRow(raw, world));
  const shared = sharedPhones(read, places.phone);
  const rows = read.map((each) => {
    const problem = shared.get(each.row);
    return problem ? { ...each, problems: [...each.problems, problem] } : each;
  });
  return {
    header,
    columns,
    rows,
    problems: rows.flatMap(({ problems }) => problems),
    duplicates: findDuplicates(rows, input.existing),
    skipped: sorted.skipped,
    newGroups: newGroupsOf(rows, groups),
    world,
  };
}

/** The sheet that most likely is the list: a visible one with a heading and the most rows. */
export function choosePeopleSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const weight = (sheet: Sheet) =>
    (sheet.hidden ? 0 : 1) * (findHeader(sheet) ? 1_000_000 : 1) * (sheet.rows.length + 1);
  return sheets.reduce<Sheet | undefined>(
    (best, next) => (!best || weight(next) > weight(best) ? next : best),
    undefined,
  );
}
