import type { Day } from '../../kernel/day.ts';
import type { Cell } from '../../platform/files/sheet.ts';
import { ageFinding, readBirthDay } from './birth-day.ts';
import { type GroupWorld, partGroup, readCourse, readGroup } from './group-name.ts';
import { type Finding, found, isUncounted, type Problem, type ProblemKind, type Reading } from './import-problems.ts';
import { genderOf, type NameParts, readFullName, readNameParts } from './person-name.ts';
import { meant, type PersonField, type PersonValues, tidyText } from './person-values.ts';
import { readPhones } from './phone.ts';
import type { RawRow } from './sort-rows.ts';
import { awayWords, femaleWords, leftWords, maleWords } from './value-texts.ts';

/** What every row of one file is read against; plain data but for the maps of groups. */
export interface RowWorld {
  readonly today: Day;
  readonly groups: GroupWorld;
  /** Whether the list is of those who study: a group is expected, and an age that fits the course. */
  readonly students: boolean;
  /** Index of the column of each field. */
  readonly columns: Readonly<Partial<Record<PersonField, number>>>;
}

export interface UnderstoodRow {
  readonly row: number;
  readonly values: PersonValues;
  readonly problems: readonly Problem[];
  readonly raw: RawRow;
}

/** What a person wrote instead, by field; «» empties it. */
export type Corrections = Readonly<Partial<Record<PersonField, string>>>;

type Cells = RawRow['cells'];

function readName(cells: Cells): Reading<NameParts> {
  const { fullName, lastName, firstName, patronymic } = cells;
  if (fullName !== undefined && meant(fullName) !== null) return readFullName(tidyText(fullName));
  return readNameParts(tidyText(lastName), tidyText(firstName), tidyText(patronymic));
}

function readGender(cell: Cell | undefined, name: NameParts): Reading<PersonValues['gender']> {
  const text = meant(cell)?.toLowerCase();
  if (text === undefined) return found(genderOf(name));
  if (maleWords.has(text)) return found('male');
  if (femaleWords.has(text)) return found('female');
  return found(genderOf(name), { kind: 'gender-odd', level: 'ask' });
}

function readEmail(cell: Cell | undefined): Reading<string | null> {
  const text = meant(cell);
  if (text === null) return found(null);
  const email = /[^\s,;<>()]+@[^\s,;<>()]+\.[\p{L}\d]{2,}/u.exec(text)?.[0]?.toLowerCase();
  if (email !== undefined && /^[\x21-\x7e]+$/.test(email)) return found(email);
  if (email === undefined && /^@\w|\bvk\b|vk\.|t\.me|tg|telegram|ok\.ru|https?:/i.test(text))
    return found(null, { kind: 'email-other', level: 'note' });
  return found(null, { kind: 'email-odd', level: 'ask' });
}

/** The group's own cell goes before the caption above; the course may stand in either, or in a column of its own. */
function readStudy(raw: RawRow, world: RowWorld): { group: Reading<string | null>; course: Reading<number | null> } {
  const typed = meant(raw.cells.group);
  const own = typed === null ? { group: null, course: null } : partGroup(typed);
  const code = own.group ?? raw.caption?.group ?? null;
  const missing: Finding = { kind: 'group-missing', level: 'ask' };
  const column = meant(raw.cells.course);
  const course = column === null ? found(own.course ?? raw.caption?.course ?? null) : readCourse(column);
  if (code !== null) return { group: readGroup(code, world.groups), course };
  return { group: world.students ? found(null, missing) : found(null), course };
}

const rowFindings = (raw: RawRow): Finding[] => [
  ...(raw.hidden ? [{ kind: 'hidden-row', level: 'note' } as const] : []),
  ...(leftWords.test(raw.note) ? [{ kind: 'left', level: 'ask', value: raw.note } as const] : []),
  ...(awayWords.test(raw.note) ? [{ kind: 'away', level: 'note', value: raw.note } as const] : []),
];

/** Reads one row; the same function reads it again after a correction. */
export function readPersonRow(raw: RawRow, world: RowWorld): UnderstoodRow {
  const { cells } = raw;
  const problems: Problem[] = [];
  const add = (field: PersonField | null, findings: readonly Finding[], value: string) => {
    for (const finding of findings) {
      const column = field === null ? null : (world.columns[field] ?? null);
      problems.push({ row: raw.row, column, field, value, ...finding });
    }
  };
  const take = <T>(field: PersonField, reading: Reading<T>, value = tidyText(cells[field])): T => {
    add(field, reading.findings, value);
    return reading.value;
  };

  const nameField = world.columns.fullName === undefined ? 'lastName' : 'fullName';
  const typedName = [cells.fullName, cells.lastName, cells.firstName, cells.patronymic].map(tidyText);
  const name = take(nameField, readName(cells), typedName.filter(Boolean).join(' '));
  const study = readStudy(raw, world);
  const group = take('group', study.group);
  const course = take('course', study.course);
  const birthDay = take('birthDay', readBirthDay(cells.birthDay, world.today));
  if (birthDay) take('birthDay', ageFinding(birthDay, course, world.students, world.today));
  const phones = take('phone', readPhones(cells.phone));
  const parent = take('parentPhone', readPhones(cells.parentPhone));
  for (const [field, cell] of Object.entries(cells))
    if (isUncounted(cell) && field !== 'birthDay' && field !== 'phone' && field !== 'parentPhone')
      add(null, [{ kind: 'formula-uncounted', level: 'ask' }], '');
  add(null, rowFindings(raw), '');

  const values: PersonValues = {
    ...name,
    group,
    course,
    birthDay,
    phone: phones.own,
    parentPhone: parent.own ?? parent.relative ?? phones.relative,
    parentName: meant(cells.parentName),
    email: take('email', readEmail(cells.email)),
    gender: take('gender', readGender(cells.gender, name)),
    post: meant(cells.post),
    organisation: meant(cells.organisation),
    need: meant(cells.need),
    closedNote: meant(cells.closedNote),
  };
  return { row: raw.row, values, problems, raw };
}

/**
 * Reads a row again with what a person wrote instead. A corrected full name goes before names in three columns; kinds
 * of problems that the person has accepted as they are come no more.
 */
export function recheckRow(
  row: UnderstoodRow,
  corrections: Corrections,
  world: RowWorld,
  accepted: readonly ProblemKind[] = [],
): UnderstoodRow {
  const cells = { ...row.raw.cells, ...corrections };
  const caption = corrections.group === undefined ? row.raw.caption : null;
  const again = readPersonRow({ ...row.raw, cells, caption }, world);
  return { ...again, raw: row.raw, problems: again.problems.filter(({ kind }) => !accepted.includes(kind)) };
}
