import type { Instance } from './instance.ts';
import { FREE, PINNED } from './instance.ts';
import { finish, inRows, inSlices, SLICE, type Work } from './work.ts';

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

/** Needs and places that pins leave, and the edges pinned. */
export function afterPins({
  need,
  capacity,
  kind,
  rowPtr,
  mentor,
}: Instance): Pick<Market, 'need' | 'capacity'> & Pick<Reduced, 'pinned'> {
  const left = { need: need.slice(), capacity: capacity.slice() };
  const pinned: number[] = [];
  for (let k = kind.indexOf(PINNED); k >= 0; k = kind.indexOf(PINNED, k + 1)) pinned.push(k);
  let owner = 0;
  for (const k of pinned) {
    while ((rowPtr[owner + 1] as number) <= k) owner++;
    const j = mentor[k] as number;
    left.need[owner] = (left.need[owner] as number) - 1;
    left.capacity[j] = (left.capacity[j] as number) - 1;
  }
  return { ...left, pinned: Int32Array.from(pinned) };
}

/** What is left to decide: pins taken, vetoes and mentors without places dropped; scores shifted so that none is negative. O(E). */
export function* reducing(x: Instance): Work<Reduced> {
  const { mentees, mentors, rowPtr, mentor, score, kind } = x;
  const { need, capacity, pinned } = afterPins(x);
  yield 0;
  const ptr = new Int32Array(mentees + 1);
  const head = new Int32Array(mentees);
  const row = new Int32Array(2 * mentor.length);
  let count = 0;
  let lowest = 0;
  let highest = 0;
  yield* inRows(rowPtr, mentees, (from, to) => {
    let at = count;
    let low = lowest;
    let high = highest;
    for (let i = from; i < to; i++) {
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
    count = at;
    lowest = low;
    highest = high;
  });
  if (lowest < 0)
    yield* inSlices(count >> 1, SLICE, (from, to) => {
      for (let k = 2 * from; k < 2 * to; k += 2) row[k] = (row[k] as number) - lowest;
    });
  const span = Math.max(1, highest - lowest);
  const market = { bidders: mentees, objects: mentors, need, capacity, ptr, row, head, span };
  return { market, pinned, shift: lowest };
}

/** The same at once. */
export function marketOf(x: Instance): Reduced {
  return finish(reducing(x));
}
