import { openHeap } from './heap.ts';
import { FREE } from './instance.ts';
import type { State } from './state.ts';

/** Brings an edited state back to an optimum. */
export interface Repair {
  /** What mentee i gains at present prices: the least of what it holds, 0 while it wants more. */
  profit(i: number): number;
  /** Lets go of what mentee i would not choose at present prices. */
  recheck(i: number): void;
  /** Evicts from mentor j while it holds more than its places. */
  relieve(j: number): void;
  /** Sets the price of a mentor just so high that nobody who is not held there wants in. */
  priceOut(j: number): void;
  /** Serves the mentees and places that were touched; after it prices prove the optimum again. */
  run(): void;
  /** Nodes settled so far (work done). */
  readonly settled: () => number;
}

/**
 * Shortest augmenting paths from the last prices: a mentee who lost its mentor looks for the cheapest chain of exchanges that
 * ends at a vacant place or with somebody left out; a place that fell vacant looks, backwards, for the chain that fills it best.
 * Source: Edmonds and Karp, «Theoretical improvements in algorithmic efficiency for network flow problems» (J. ACM 19, 1972);
 * Tomizawa (Networks 1, 1971). O(E + V log V) per touched place, usually a tiny part of it.
 */
export function openRepair(s: State): Repair {
  const heap = openHeap();
  // Nodes: mentee i is 2i, mentor j is 2j + 1.
  let dist = new Float64Array(0);
  let via = new Int32Array(0);
  let seen = new Int32Array(0);
  let ended = new Int32Array(0);
  let search = 0;
  const done: number[] = [];
  const wanting = new Set<number>();
  const vacant = new Set<number>();
  let settled = 0;

  const open = (k: number): boolean =>
    (s.kind[k] as number) === FREE && (s.capacity[s.mentor[k] as number] as number) > 0;
  const value = (k: number): number => s.weight + (s.score[k] as number) - (s.price[s.mentor[k] as number] as number);
  const profit = (i: number): number => {
    if ((s.got[i] as number) < (s.need[i] as number)) return 0;
    let least = Infinity;
    for (const k of s.row(i))
      if ((s.used[k] as number) === 1 && (s.kind[k] as number) === FREE) least = Math.min(least, value(k));
    return least;
  };
  const bestOther = (i: number): number => {
    let best = 0;
    for (const k of s.row(i)) if ((s.used[k] as number) === 0 && open(k)) best = Math.max(best, value(k));
    return best;
  };
  const reset = (): void => {
    heap.clear();
    done.length = 0;
    search++;
    const size = 2 * Math.max(s.mentees, s.mentors) + 2;
    if (dist.length >= size) return;
    dist = new Float64Array(size + 128);
    via = new Int32Array(size + 128);
    seen = new Int32Array(size + 128);
    ended = new Int32Array(size + 128);
    search = 1;
  };
  const reached = (node: number): number => ((seen[node] as number) === search ? (dist[node] as number) : Infinity);
  const offer = (node: number, d: number, edge: number, limit: number): void => {
    if (d >= limit || d >= reached(node)) return;
    seen[node] = search;
    dist[node] = d;
    via[node] = edge;
    heap.push(d, node);
  };
  // Settles the nearest node; -1 for a stale entry.
  const settle = (): number => {
    const d = heap.topKey();
    const node = heap.pop();
    if ((ended[node] as number) === search || d > reached(node)) return -1;
    ended[node] = search;
    done.push(node);
    return node;
  };
  const drop = (k: number): void => {
    s.release(k);
    wanting.add(s.mentee[k] as number);
    vacant.add(s.mentor[k] as number);
  };

  // Forward: one unit of mentee i. Ends at a mentor with a vacant place, or where a mentee gives up a unit.
  const seat = (i: number): void => {
    reset();
    const start = bestOther(i);
    let bound = start; // staying out
    let goal = -1;
    offer(2 * i, 0, -1, Infinity);
    while (heap.topKey() < bound) {
      const d = heap.topKey();
      const node = settle();
      if (node < 0) continue;
      if ((node & 1) === 0) {
        const who = node >> 1;
        const p = who === i ? start : profit(who);
        if (who !== i && d + p < bound) {
          bound = d + p;
          goal = node;
        }
        for (const k of s.row(who)) {
          if ((s.used[k] as number) === 1 || !open(k)) continue;
          const j = s.mentor[k] as number;
          const far = d + p - value(k);
          if (far >= bound) continue;
          offer(2 * j + 1, far, k, bound);
          if ((s.load[j] as number) < (s.capacity[j] as number)) {
            bound = far;
            goal = 2 * j + 1;
          }
        }
      } else {
        const j = node >> 1;
        for (const k of s.held(j))
          offer(2 * (s.mentee[k] as number), d + value(k) - profit(s.mentee[k] as number), k, bound);
      }
    }
    for (const node of done) {
      const d = dist[node] as number;
      if ((node & 1) === 1 && d < bound) s.setPrice(node >> 1, (s.price[node >> 1] as number) + bound - d);
    }
    settled += done.length;
    // Walk back: edges into mentors are taken, edges into mentees are given up.
    for (let node = goal; node >= 0 && node !== 2 * i; ) {
      const k = via[node] as number;
      if ((node & 1) === 1) {
        s.hold(k);
        node = 2 * (s.mentee[k] as number);
      } else {
        s.release(k);
        node = 2 * (s.mentor[k] as number) + 1;
      }
    }
  };

  // Backward: one vacant place of mentor j whose price is not 0. Ends at a mentee who wants, at a mentor who can spare
  // one (its price falls to 0 there), or with the price of j itself at 0.
  const fill = (j: number): void => {
    reset();
    let bound = s.price[j] as number;
    let goal = -1;
    offer(2 * j + 1, 0, -1, Infinity);
    while (heap.topKey() < bound) {
      const d = heap.topKey();
      const node = settle();
      if (node < 0) continue;
      if ((node & 1) === 1) {
        const who = node >> 1;
        if (who !== j && d + (s.price[who] as number) < bound) {
          bound = d + (s.price[who] as number);
          goal = node;
        }
        for (const k of s.column(who)) {
          if ((s.used[k] as number) === 1 || !open(k) || (s.need[s.mentee[k] as number] as number) <= 0) continue;
          const v = value(k);
          if (d - v >= bound) continue;
          offer(2 * (s.mentee[k] as number), d + profit(s.mentee[k] as number) - v, k, bound);
        }
      } else {
        const i = node >> 1;
        if ((s.got[i] as number) < (s.need[i] as number)) {
          bound = d;
          goal = node;
          break;
        }
        const p = profit(i);
        for (const k of s.row(i))
          if ((s.used[k] as number) === 1 && (s.kind[k] as number) === FREE)
            offer(2 * (s.mentor[k] as number) + 1, d + value(k) - p, k, bound);
      }
    }
    settled += done.length;
    for (let node = goal; node >= 0 && node !== 2 * j + 1; ) {
      const k = via[node] as number;
      if ((node & 1) === 0) {
        s.hold(k);
        node = 2 * (s.mentor[k] as number) + 1;
      } else {
        s.release(k);
        node = 2 * (s.mentee[k] as number);
      }
    }
    for (const node of done) {
      const d = dist[node] as number;
      if ((node & 1) === 1 && d < bound) s.setPrice(node >> 1, (s.price[node >> 1] as number) - bound + d);
    }
  };

  const recheck = (i: number): void => {
    const other = bestOther(i);
    const mine = Array.from(s.row(i)).filter((k) => (s.used[k] as number) === 1 && (s.kind[k] as number) === FREE);
    const bad =
      mine.length > (s.need[i] as number) ||
      ((s.got[i] as number) < (s.need[i] as number) && other > 0) ||
      mine.some((k) => value(k) < other);
    if (!bad) return;
    for (const k of mine) drop(k);
    wanting.add(i);
  };

  return {
    profit,
    recheck,
    relieve(j) {
      while ((s.load[j] as number) > Math.max(0, s.capacity[j] as number)) {
        const [first] = s.held(j);
        if (first === undefined) return;
        drop(first);
        recheck(s.mentee[first] as number);
      }
      vacant.add(j);
    },
    priceOut(j) {
      let p = 0;
      for (const k of s.column(j)) {
        if (
          (s.used[k] as number) === 0 &&
          (s.kind[k] as number) === FREE &&
          (s.need[s.mentee[k] as number] as number) > 0
        )
          p = Math.max(p, s.weight + (s.score[k] as number) - profit(s.mentee[k] as number));
      }
      s.setPrice(j, p);
      vacant.add(j);
    },
    run() {
      for (const i of wanting) {
        let missing = (s.need[i] as number) - (s.got[i] as number);
        while (missing > 0) {
          const before = s.got[i] as number;
          seat(i);
          if ((s.got[i] as number) === before) break;
          missing--;
        }
      }
      wanting.clear();
      for (const j of vacant) {
        while ((s.load[j] as number) < (s.capacity[j] as number) && (s.price[j] as number) > 0) fill(j);
      }
      vacant.clear();
    },
    settled: () => settled,
  };
}
