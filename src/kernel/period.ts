import { type Day, formatDay, maxDay, minDay } from './day.ts';

/** Both ends belong to it; no end means until further notice. */
export interface Period {
  readonly from: Day;
  readonly till: Day | null;
}

/** A period that surely ends. */
export interface Window extends Period {
  readonly till: Day;
}

/** Throws a RangeError when it would end before it begins. */
export function period(from: Day, till: Day): Window;
export function period(from: Day, till: Day | null): Period;
export function period(from: Day, till: Day | null): Period {
  if (till !== null && till < from) throw new RangeError('a period ends before it begins');
  return { from, till };
}

export const contains = (outer: Period, value: Day): boolean =>
  outer.from <= value && (outer.till === null || value <= outer.till);

/** True when at least one day is shared. */
export const overlaps = (one: Period, other: Period): boolean =>
  (one.till === null || other.from <= one.till) && (other.till === null || one.from <= other.till);

/** The shared part, or undefined when no day is shared. */
export function clip(one: Period, bounds: Window): Window | undefined;
export function clip(one: Period, bounds: Period): Period | undefined;
export function clip(one: Period, bounds: Period): Period | undefined {
  if (!overlaps(one, bounds)) return undefined;
  const till = one.till === null ? bounds.till : bounds.till === null ? one.till : minDay(one.till, bounds.till);
  return { from: maxDay(one.from, bounds.from), till };
}

/** «01.09.2026 – 31.08.2027», «01.09.2026», «с 01.09.2026». The dash stands between a no-break and an ordinary space. */
export function formatPeriod({ from, till }: Period): string {
  if (till === null) return `с\u00A0${formatDay(from)}`;
  return from === till ? formatDay(from) : `${formatDay(from)}\u00A0– ${formatDay(till)}`;
}
