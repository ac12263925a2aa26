import { type Finding, found, type Reading } from './import-problems.ts';
import { tidy } from './person-values.ts';
import { groupKey } from './study-group.ts';
import { courseInText, groupPrefix, romanCourses } from './value-texts.ts';

/** A group of study that the college already has. */
export interface KnownGroup {
  readonly code: string;
  /** The year it graduated; undefined while it studies. */
  readonly graduated?: number;
}

export interface GroupText {
  readonly group: string | null;
  readonly course: number | null;
}

/** «Groups of a college as its lists write them»: the known ones, and what was replaced before. */
export interface GroupWorld {
  readonly known: ReadonlyMap<string, KnownGroup>;
  /** The commonest notation of each group inside this file, by key. */
  readonly usual: ReadonlyMap<string, string>;
  /** By key: what a person chose for this notation last time. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** Takes group and course apart: «ЭМ-21, 2 курс», «гр. ЭМ 21», «Группа ЭМ-21 (класс. рук. …)». */
export function partGroup(text: string): GroupText {
  const bare = tidy(text.replace(/\([^)]*\)?/g, ' '));
  const digit = courseInText.exec(bare);
  const course = digit ? Number(digit[1] ?? digit[2]) : null;
  const rest = tidy(bare.replace(courseInText, ' ').replace(groupPrefix, ''))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/^[\s,;:.«"]+|[\s,;:.»"]+$/g, '');
  return { group: rest === '' ? null : rest, course };
}

/** A code of a group: letters and digits, at most two words. */
export const looksLikeGroup = (text: string): boolean =>
  /^(?=.*\d)(?=.*\p{L})[\p{L}\d]+(?:[-\s./][\p{L}\d]+){0,3}$/u.test(text) &&
  text.length <= 16 &&
  !/^\d+ ?\p{Ll}{4,}/u.test(text);

/** A column of the course: 1–6 in either kind of digits. */
export function readCourse(text: string): Reading<number | null> {
  const roman = romanCourses[text.toLowerCase().replace(/[^ivx]/g, '')];
  const digit = /^\D*(\d)\D*$/.exec(text)?.[1];
  const course = digit === undefined ? roman : Number(digit);
  if (course === undefined || course < 1 || course > 6) return found(null, { kind: 'course-odd', level: 'ask' });
  return found(course);
}

const digitsOf = (key: string): string => key.replace(/\D/g, '');
const lettersOf = (key: string): string => key.replace(/\d/g, '');

/** Same digits and one letter more, less or other: a slip. A neighbouring number is another group. */
function slipOf(key: string, known: ReadonlyMap<string, KnownGroup>): KnownGroup | undefined {
  const mine = lettersOf(key);
  const near = [...known].filter(([each]) => digitsOf(each) === digitsOf(key) && oneApart(mine, lettersOf(each)));
  return near.length === 1 ? near[0]?.[1] : undefined;
}

/** Whether two words differ by at most one letter put in, left out or exchanged. */
export function oneApart(first: string, second: string): boolean {
  if (Math.abs(first.length - second.length) > 1) return false;
  let start = 0;
  while (start < first.length && first[start] === second[start]) start += 1;
  let end = 0;
  const room = Math.min(first.length, second.length) - start;
  while (end < room && first[first.length - 1 - end] === second[second.length - 1 - end]) end += 1;
  return Math.max(first.length, second.length) - start - end <= 1;
}

/** A list names a few groups thousands of times. */
const readBefore = new WeakMap<GroupWorld, Map<string, Reading<string>>>();

/**
 * The group that is meant. Another notation of a known group («эм21») and a slip are proposed and taken; a group that
 * the college does not have yet stays as the file mostly writes it.
 */
export function readGroup(typed: string, world: GroupWorld): Reading<string> {
  const readings = readBefore.get(world) ?? new Map<string, Reading<string>>();
  readBefore.set(world, readings);
  const reading = readings.get(typed) ?? meantGroup(typed, world);
  readings.set(typed, reading);
  return reading;
}

function meantGroup(typed: string, world: GroupWorld): Reading<string> {
  const key = groupKey(typed);
  const chosen = world.replaced.get(key);
  if (chosen !== undefined) return found(chosen);
  const meant = world.known.get(key) ?? slipOf(key, world.known);
  if (!meant) {
    const usual = world.usual.get(key) ?? typed;
    if (usual === typed) return found(typed);
    return found(usual, { kind: 'group-notation', level: 'note', value: typed, proposal: usual });
  }
  const findings: Finding[] = [];
  const { code, graduated } = meant;
  if (code !== typed) findings.push({ kind: 'group-similar', level: 'ask', value: typed, proposal: code });
  if (graduated !== undefined)
    findings.push({ kind: 'group-closed', level: 'ask', value: code, detail: { year: graduated } });
  return found(code, ...findings);
}

/** What a new group is called when the file writes it in several ways: the commonest, in capitals where it has none. */
export function usualNotations(typed: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const each of typed) counts.set(each, (counts.get(each) ?? 0) + 1);
  const usual = new Map<string, string>();
  for (const [notation] of [...counts].sort((one, other) => other[1] - one[1])) {
    const key = groupKey(notation);
    if (!usual.has(key)) usual.set(key, notation === notation.toLowerCase() ? notation.toUpperCase() : notation);
  }
  return usual;
}
