import { openHeap } from './heap.ts';
import type { Market } from './market.ts';
import { extendHead } from './market.ts';
import { type Places, VACANT } from './places.ts';
import { SLICE, type Work } from './work.ts';

/** What an unfinished auction leaves: who holds what, by unit of demand, and the score of what it holds. */
export interface Held {
  readonly owner: Int32Array;
  readonly object: Int32Array;
  readonly worth: Int32Array;
}

/**
 * Serves the units that hold nothing by shortest augmenting paths over objects, from whole prices that prove the rest best and are
 * 0 where a place is vacant. A path ends at a vacant place, or where somebody stays out, which costs `weight`.
 * Source: Tomizawa (Networks 1, 1971), Edmonds and Karp (J. ACM 19, 1972); after an auction: Jonker and Volgenant, «A shortest
 * augmenting path algorithm for dense and sparse linear assignment problems» (Computing 38, 1987). O(E + m log m) per unit at worst.
 */
export function* placeByPaths(market: Market, places: Places, held: Held, weight: number): Work<void> {
  const { row, ptr, head, need, objects } = market;
  const { price, holder, slotPtr } = places;
  const { owner, object, worth } = held;
  const single = need.every((x) => x <= 1);
  const vacancies = new Int32Array(objects);
  const firstUnit = new Int32Array(single ? 0 : market.bidders + 1);
  if (!single) for (let u = 0; u < owner.length; u++) firstUnit[(owner[u] as number) + 1] = u + 1;
  if (!single)
    for (let i = 0; i < market.bidders; i++)
      firstUnit[i + 1] = Math.max(firstUnit[i + 1] as number, firstUnit[i] as number);
  for (let j = 0; j < objects; j++)
    for (let x = slotPtr[j] as number; x < (slotPtr[j + 1] as number); x++)
      if ((holder[x] as number) === VACANT) vacancies[j] = (vacancies[j] as number) + 1;
  const heap = openHeap();
  const dist = new Float64Array(objects).fill(Infinity);
  const via = new Int32Array(objects);
  const viaScore = new Int32Array(objects);
  const ended = new Uint8Array(objects);
  const touched = new Int32Array(objects);
  // What the best object a unit does not hold is worth to its bidder at most: prices only rise.
  const best = new Float64Array(owner.length).fill(Infinity);
  let looked = 0;
  let count = 0;
  let bound = 0;
  let goal = -1;
  let out = -1;

  const holds = (i: number, j: number): boolean => {
    for (let u = firstUnit[i] as number; u < (firstUnit[i + 1] as number); u++)
      if ((object[u] as number) === j) return true;
    return false;
  };
  // Offers every object of bidder i (`base` is the way so far plus what it would give up) and tells what the best is worth at most.
  const scan = (i: number, base: number, slot: number, own: number): number => {
    const hi = 2 * (ptr[i + 1] as number);
    let end = head[i] as number;
    let limit = bound;
    let best = -Infinity;
    let k = 2 * (ptr[i] as number);
    looked -= (k >> 1) - 1;
    for (; ; k += 2) {
      if (k === end) {
        if (end === hi) break;
        end = extendHead(market, i);
      }
      const s = row[k] as number;
      if (base - s >= limit) {
        if (s > best) best = s;
        break;
      }
      const j = row[k + 1] as number;
      const v = s - (price[j] as number);
      if (v <= best && base - v >= (dist[j] as number)) continue;
      if (j === own || (!single && holds(i, j))) continue;
      if (v > best) best = v;
      const d = base - v;
      if (d >= limit || d >= (dist[j] as number)) continue;
      if ((dist[j] as number) === Infinity) touched[count++] = j;
      dist[j] = d;
      via[j] = slot;
      viaScore[j] = s;
      if ((vacancies[j] as number) > 0) {
        limit = d;
        goal = j;
        out = -1;
      } else heap.push(d, j);
    }
    looked += k >> 1;
    bound = limit;
    return best;
  };
  const bestOf = (i: number): number => {
    const hi = 2 * (ptr[i + 1] as number);
    let end = head[i] as number;
    let best = -Infinity;
    for (let k = 2 * (ptr[i] as number); ; k += 2) {
      if (k === end) {
        if (end === hi) return best;
        end = extendHead(market, i);
      }
      const s = row[k] as number;
      if (s <= best) return best;
      const v = s - (price[row[k + 1] as number] as number);
      if (v > best && (single || !holds(i, row[k + 1] as number))) best = v;
    }
  };
  const settle = (j: number, d: number): void => {
    const p = price[j] as number;
    looked += (slotPtr[j + 1] as number) - (slotPtr[j] as number);
    for (let x = slotPtr[j] as number; x < (slotPtr[j + 1] as number); x++) {
      const u = holder[x] as number;
      const base = d + (worth[u] as number) - p;
      if (base + weight < bound) {
        bound = base + weight;
        goal = j;
        out = x;
      }
      const soonest = base - (best[u] as number);
      if (soonest > d) {
        if (soonest < bound) heap.push(soonest, objects + x);
      } else best[u] = scan(owner[u] as number, base, x, j);
    }
  };
  const walk = (unit: number): void => {
    let j = goal;
    if (j < 0) return;
    let slot = out;
    if (slot >= 0) {
      const u = holder[slot] as number;
      object[u] = VACANT;
      if (!single)
        best.fill(Infinity, firstUnit[owner[u] as number] as number, firstUnit[(owner[u] as number) + 1] as number);
    } else {
      slot = slotPtr[j] as number;
      while ((holder[slot] as number) !== VACANT) slot++;
      vacancies[j] = (vacancies[j] as number) - 1;
    }
    for (;;) {
      const from = via[j] as number;
      const u = from < 0 ? unit : (holder[from] as number);
      holder[slot] = u;
      const before = object[u] as number;
      object[u] = j;
      worth[u] = viaScore[j] as number;
      if (single) best[u] = Infinity;
      else best.fill(Infinity, firstUnit[owner[u] as number] as number, firstUnit[(owner[u] as number) + 1] as number);
      if (from < 0) return;
      slot = from;
      j = before;
    }
  };
  // Begins the search for a unit; false when it can only stay out.
  const begin = (unit: number): boolean => {
    const i = owner[unit] as number;
    const most = bestOf(i);
    bound = most + weight;
    looked += (ptr[i + 1] as number) - (ptr[i] as number);
    if (bound <= 0 || most === -Infinity) return false;
    goal = -1;
    out = -1;
    scan(i, most, -1, VACANT);
    return true;
  };
  // Goes on with the search until about so many pairs were looked at; true when the shortest path is found.
  const search = (limit: number): boolean => {
    const stop = looked + limit;
    while (heap.topKey() < bound) {
      if (looked > stop) return false;
      const d = heap.topKey();
      const j = heap.pop();
      if (j >= objects) {
        const u = holder[j - objects] as number;
        const own = object[u] as number;
        best[u] = scan(
          owner[u] as number,
          (dist[own] as number) + (worth[u] as number) - (price[own] as number),
          j - objects,
          own,
        );
        continue;
      }
      if ((ended[j] as number) === 1 || d > (dist[j] as number)) continue;
      ended[j] = 1;
      settle(j, d);
    }
    return true;
  };
  const close = (unit: number): void => {
    heap.clear();
    for (let t = 0; t < count; t++) {
      const j = touched[t] as number;
      if ((ended[j] as number) === 1 && (dist[j] as number) < bound)
        price[j] = (price[j] as number) + bound - (dist[j] as number);
      dist[j] = Infinity;
      ended[j] = 0;
    }
    count = 0;
    walk(unit);
  };

  const free: number[] = [];
  for (let u = 0; u < owner.length; u++) if ((object[u] as number) === VACANT) free.push(u);
  let paused = 0;
  for (const [at, u] of free.entries()) {
    if (begin(u)) {
      while (!search(SLICE)) {
        yield at / free.length;
        paused = looked;
      }
      close(u);
    }
    if (looked - paused < SLICE) continue;
    yield at / free.length;
    paused = looked;
  }
}
