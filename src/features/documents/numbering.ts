/*
 * Colleges number as they like: «138», «125/2-од», «7-н», «2026-15». A number is a running part with something around it. When letters or a sub-number
 * follow, the running part is the first group of digits; a year in front is not it.
 */

export interface NumberParts {
  readonly before: string;
  readonly running: number;
  /** Digits of the running part, to keep «007». */
  readonly width: number;
  readonly after: string;
}

const year = /^(?:19|20)\d\d$/;

/** Takes «125/2-од» apart. Undefined for a number without digits. */
export function readNumber(text: string): NumberParts | undefined {
  const clean = text.trim().replace(/^№\s*/, '');
  const groups = [...clean.matchAll(/\d+/g)];
  const running = groups.find((group, at) => !(year.test(group[0]) && at < groups.length - 1));
  if (!running) return undefined;
  const digits = running[0];
  if (digits.length > 9) return undefined;
  return {
    before: clean.slice(0, running.index),
    running: Number(digits),
    width: digits.length,
    after: clean.slice(running.index + digits.length),
  };
}

const writeNumber = ({ before, running, width, after }: NumberParts): string =>
  `${before}${String(running).padStart(width, '0')}${after}`;

/** What a pattern of the college looks like: «{n}-од», «{n}/2-од», «{n}». */
export const fromPattern = (pattern: string, running: number): string =>
  pattern.includes('{n}') ? pattern.replaceAll('{n}', String(running)) : `${running}${pattern}`;

/** Numbers that differ only in spaces, case or a leading «№» are the same: two orders of one year may not share one. */
export const sameNumber = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string => text.replace(/[№\s]/g, '').replace(/[–—−]/g, '-').toLowerCase();

/** A number as it is kept: without «№», spaces around dashes, or dashes of other kinds. */
export const tidyNumber = (text: string): string =>
  text
    .replace(/^[\s№]+/, '')
    .replace(/[–—−]/g, '-')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Next free number after those already given, in the manner of the latest one: after «137-од» comes «138-од»; a sub-number («125/2-од») counts as
 * its order, so the next is 126. With nothing given yet it is the first of the pattern.
 */
export function nextNumber(given: readonly string[], pattern = '{n}'): string {
  const read = given.flatMap((text) => readNumber(text) ?? []);
  const highest = read.reduce<NumberParts | undefined>(
    (best, one) => (best && best.running >= one.running ? best : one),
    undefined,
  );
  if (!highest) return fromPattern(pattern, 1);
  return writeNumber({ ...highest, running: highest.running + 1, after: highest.after.replace(/^[/.]\d+/, '') });
}

/** Numbers left out between the lowest and the highest given: a register should have none, or know why. At most `limit` are listed. */
export function missingNumbers(given: readonly string[], limit = 20): number[] {
  const runs = new Set(given.flatMap((text) => readNumber(text)?.running ?? []));
  const missing: number[] = [];
  if (runs.size === 0) return missing;
  const highest = Math.max(...runs);
  for (let at = Math.min(...runs) + 1; at < highest && missing.length < limit; at++)
    if (!runs.has(at)) missing.push(at);
  return missing;
}
