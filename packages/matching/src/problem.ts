import { checkInstance, type Instance } from './instance.ts';
import { numbering } from './numbering.ts';
import type { Problem } from './types.ts';
import { finish } from './work.ts';

/** A problem as numbers, and the way back: ids in ascending order, so the order of the input cannot matter. */
export interface Numbered {
  readonly instance: Instance;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly menteeAt: ReadonlyMap<string, number>;
  readonly mentorAt: ReadonlyMap<string, number>;
}

/** Checks a problem and numbers its people, at once; throws InputError naming the first bad entry. */
export function numbered(problem: Problem): Numbered {
  return finish(numbering(problem));
}

/** The number of the edge from mentee i to mentor j, -1 without one. O(log row). */
export function edgeOf(x: Instance, i: number, j: number): number {
  const end = x.rowPtr[i + 1] as number;
  let lo = x.rowPtr[i] as number;
  let hi = end;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((x.mentor[mid] as number) < j) lo = mid + 1;
    else hi = mid;
  }
  return lo < end && (x.mentor[lo] as number) === j ? lo : -1;
}

/** The row (mentee) that edge k belongs to. O(log rows). */
export function ownerOf(ptr: Int32Array, k: number): number {
  let lo = 0;
  let hi = ptr.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if ((ptr[mid] as number) <= k) lo = mid;
    else hi = mid;
  }
  return lo;
}

/** An instance whose people are called by their numbers. */
export function byNumber(instance: Instance): Numbered {
  checkInstance(instance);
  const ids = (count: number): string[] => Array.from({ length: count }, (_, x) => String(x));
  const menteeIds = ids(instance.mentees);
  const mentorIds = ids(instance.mentors);
  const at = (list: readonly string[]): Map<string, number> => new Map(list.map((id, x) => [id, x]));
  return { instance, menteeIds, mentorIds, menteeAt: at(menteeIds), mentorAt: at(mentorIds) };
}
