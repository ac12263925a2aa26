import type { Instance } from './instance.ts';
import { FREE, PINNED } from './instance.ts';

/**
 * Bidders want `need` different objects each; an object has `capacity` places. `row` holds [score, object] pairs, those of
 * bidder i between 2·ptr[i] and 2·ptr[i + 1]; up to head[i] they are sorted by falling score and nothing behind is higher.
 */
export interface Market {
  readonly bidders: number;
  readonly objects: number;
  readonly need: Int32Array;
  readonly capacity: Int32Array;
  readonly ptr: Int32Array;
  readonly row: Int32Array;
  readonly head: Int32Array;
  /** Highest score minus lowest, at least 1. */
  readonly span: number;
}

const FIRST_HEAD = 6;

/** Sorts [lo, hi) just so far that its first `count` pairs are right. Quicksort that skips parts not asked for (Hoare 1961). */
function sortFirst(row: Int32Array, from: number, to: number, count: number): void {
  const lo = from;
  let hi = to;
  const end = from + 2 * count;
  while (hi - lo > 48) {
    const pivot = row[lo + (((hi - lo) >> 2) << 1)] as number;
    let a = lo;
    let b = hi - 2;
    while (a <= b) {
      while ((row[a] as number) > pivot) a += 2;
      while ((row[b] as number) < pivot) b -= 2;
      if (a <= b) {
        const s = row[a] as number;
        const o = row[a + 1] as number;
        row[a] = row[b] as number;
        row[a + 1] = row[b + 1] as number;
        row[b] = s;
        row[b + 1] = o;
        a += 2;
        b -= 2;
      }
    }
    if (a < end) sortFirst(row, a, hi, (end - a) >> 1);
    hi = b + 2;
  }
  for (let a = lo + 2; a < hi; a += 2) {
    const s = row[a] as number;
    const o = row[a + 1] as number;
    let b = a - 2;
    while (b >= lo && (row[b] as number) < s) {
      row[b + 2] = row[b] as number;
      row[b + 3] = row[b + 1] as number;
      b -= 2;
    }
    row[b + 2] = s;
    row[b + 3] = o;
  }
}

/** Brings the next best pairs of a row into order (twice as many as before) and tells the new end of the sorted head. */
export function extendHead(market: Market, bidder: number): number {
  const { row, ptr, head } = market;
  const lo = 2 * (ptr[bidder] as number);
  const hi = 2 * (ptr[bidder + 1] as number);
  const at = head[bidder] as number;
  const count = Math.min((hi - at) >> 1, Math.max(FIRST_HEAD, at - lo));
  sortFirst(row, at, hi, count);
  const end = hi - at <= 48 ? hi : at + 2 * count;
  head[bidder] = end;
  return end;
}

/** A market, the edges taken by pins, and what was taken off every score. */
export interface Reduced {
  readonly market: Market;
  readonly pinned: Int32Array;
  readonly shift: number;
}

/** What is left to decide: pins taken, vetoes and mentors without places dropped; scores shifted so that none is negative. */
export function marketOf(x: Instance): Reduced {
  const { mentees, mentors, rowPtr, mentor, score, kind } = x;
  const need = Int32Array.from(x.need);
  const capacity = Int32Array.from(x.capacity);
  const pinned: number[] = [];
  for (let k = kind.indexOf(PINNED); k >= 0; k = kind.indexOf(PINNED, k + 1)) pinned.push(k);
  let owner = 0;
  for (const k of pinned) {
    while ((rowPtr[owner + 1] as number) <= k) owner++;
    need[owner] = (need[owner] as number) - 1;
    capacity[mentor[k] as number] = (capacity[mentor[k] as number] as number) - 1;
  }
  const ptr = new Int32Array(mentees + 1);
  const head = new Int32Array(mentees);
  const row = new Int32Array(2 * mentor.length);
  let at = 0;
  let low = 0;
  let high = 0;
  for (let i = 0; i < mentees; i++) {
    head[i] = at;
    if ((need[i] as number) > 0) {
      const end = rowPtr[i + 1] as number;
      for (let k = rowPtr[i] as number; k < end; k++) {
        const j = mentor[k] as number;
        if ((kind[k] as number) !== FREE || (capacity[j] as number) <= 0) continue;
        const s = score[k] as number;
        if (s < low) low = s;
        if (s > high) high = s;
        row[at] = s;
        row[at + 1] = j;
        at += 2;
      }
    }
    ptr[i + 1] = at >> 1;
  }
  if (low < 0) for (let k = 0; k < at; k += 2) row[k] = (row[k] as number) - low;
  const market = { bidders: mentees, objects: mentors, need, capacity, ptr, row, head, span: Math.max(1, high - low) };
  return { market, pinned: Int32Array.from(pinned), shift: low };
}
