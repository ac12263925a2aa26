import { type Day, daysBetween } from '../day.ts';
import type { Window } from '../period.ts';
import { isEndless, type TermKind } from './term.ts';

/** `undated`: no window to go by (nothing written, or not understood). */
export type TermState = 'closed' | 'open' | 'due-soon' | 'overdue' | 'ahead' | 'always' | 'undated';

/** A window that ends in so many days or fewer is due soon. */
export const soon = 20;

export interface TermStanding {
  readonly kind: TermKind;
  readonly windows: readonly Window[];
  readonly today: Day;
  /** Is the work done? For terms with several windows, of each window apart. */
  readonly closed: boolean | ((window: Window) => boolean);
}

/**
 * Where the work stands on a day. The earliest window that is not done decides: a missed one is overdue
 * even while the next is open. When all past windows are done and the next begins later, the work is ahead.
 */
export function termState({ kind, windows, today, closed }: TermStanding): TermState {
  const isDone = (window: Window): boolean => (typeof closed === 'boolean' ? closed : closed(window));
  if (closed === true || (windows.length > 0 && windows.every(isDone))) return 'closed';
  if (isEndless(kind)) return 'always';

  const waiting = windows.find((window) => !isDone(window));
  if (!waiting) return 'undated';
  if (waiting.till < today) return 'overdue';
  if (waiting.from > today) return 'ahead';
  return daysBetween(today, waiting.till) <= soon ? 'due-soon' : 'open';
}
