import type { Market } from './market.ts';
import { openPlaces, type Places, VACANT } from './places.ts';
import { SLICE, type Work } from './work.ts';

/** Who cannot all be served: bidders and objects that a largest matching leaves in short supply, and pairs every one of them has. */
export interface Shortage {
  readonly bidder: Uint8Array;
  readonly object: Uint8Array;
  /** Edge numbers (half an index into row) that join a short bidder to an object in good supply: always used. */
  readonly forced: Int32Array;
  readonly bidders: number;
}

/** Who holds what: by place in `places.holder`, by unit of demand in `held` (units of a bidder follow each other). */
export interface Matching {
  readonly places: Places;
  readonly owner: Int32Array;
  readonly held: Int32Array;
}

const firstUnits = ({ bidders }: Market, owner: Int32Array): Int32Array => {
  const first = new Int32Array(bidders + 1);
  for (const i of owner) first[i + 1] = (first[i + 1] as number) + 1;
  for (let i = 0; i < bidders; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number);
  return first;
};

/** Price of an object from which no vacant place can be reached. */
const DOOMED = 2 ** 30;

/**
 * A largest matching by push–relabel: labels are prices in whole steps, a free bidder takes the object with the lowest label and
 * puts out its earliest holder; when no object has some label, everything above it is cut off from vacant places (gap rule).
 * Source: Goldberg and Tarjan, «A new approach to the maximum-flow problem» (J. ACM 35, 1988); gap: Cherkassky and Goldberg (1997).
 * O(n · E) at worst, a few looks per edge in practice.
 */
function* largest(market: Market): Work<Matching> {
  const { bidders, objects, need, capacity, ptr, row } = market;
  const firstUnit = new Int32Array(bidders + 1);
  for (let i = 0; i < bidders; i++) firstUnit[i + 1] = (firstUnit[i] as number) + Math.max(0, need[i] as number);
  const units = firstUnit[bidders] as number;
  const owner = new Int32Array(units);
  for (let i = 0; i < bidders; i++) owner.fill(i, firstUnit[i] as number, firstUnit[i + 1] as number);
  const held = new Int32Array(units).fill(VACANT);
  const places = openPlaces(objects, capacity, units, 0);
  const { price } = places;
  let levels = new Int32Array(1024);
  for (let j = 0; j < objects; j++)
    if ((capacity[j] as number) > 0) levels[0] = (levels[0] as number) + 1;
    else price[j] = DOOMED;
  let alive = levels[0] as number;
  let looks = 0;

  const raise = (j: number, before: number): void => {
    const after = price[j] as number;
    if (after === before) return;
    levels[before] = (levels[before] as number) - 1;
    if (after >= levels.length) {
      const more = new Int32Array(2 * after);
      more.set(levels);
      levels = more;
    }
    levels[after] = (levels[after] as number) + 1;
    if ((levels[before] as number) > 0) return;
    looks += before;
    let below = 0;
    for (let g = 0; g < before; g++) below += levels[g] as number;
    if (below === alive) return;
    looks += objects;
    for (let x = 0; x < objects; x++) {
      if ((price[x] as number) <= before || (price[x] as number) === DOOMED) continue;
      levels[price[x] as number] = (levels[price[x] as number] as number) - 1;
      alive--;
      price[x] = DOOMED;
    }
  };

  const queue = new Int32Array(units + 1);
  for (let u = 0; u < units; u++) queue[u] = u;
  let from = 0;
  let to = units;
  // Serves free units until about so many pairs were looked at; true when none is left. (A plain function: engines compile it sooner.)
  const serve = (limit: number): boolean => {
    const stop = looks + limit;
    while (from !== to && looks < stop) {
      const u = queue[from++] as number;
      if (from > units) from = 0;
      const i = owner[u] as number;
      const several = (need[i] as number) > 1;
      let best = DOOMED;
      let next = DOOMED;
      let object = VACANT;
      const end = 2 * (ptr[i + 1] as number);
      for (let k = 2 * (ptr[i] as number); k < end; k += 2) {
        const j = row[k + 1] as number;
        const p = price[j] as number;
        if (p >= next) continue;
        if (several) {
          let own = false;
          for (let v = firstUnit[i] as number; v < (firstUnit[i + 1] as number); v++)
            if ((held[v] as number) === j) own = true;
          if (own) continue;
        }
        if (p < best) {
          next = best;
          best = p;
          object = j;
          if (p === 0) break;
        } else next = p;
      }
      looks += 2 + ((end - 2 * (ptr[i] as number)) >> 1);
      if (object < 0) continue;
      held[u] = object;
      const out = places.give(object, best === 0 ? 1 : Math.min(next, best + objects) + 1, u);
      if (out >= 0) {
        held[out] = VACANT;
        queue[to++] = out;
        if (to > units) to = 0;
      }
      raise(object, best);
    }
    return from === to;
  };
  while (!serve(SLICE)) yield 0.2;
  return { places, owner, held };
}

/**
 * Everything that unserved bidders of a largest matching reach by exchanges: by the theorem of Dulmage and Mendelsohn («Coverings
 * of bipartite graphs», 1958) the rest can be served fully and decided on its own. O(E) after the matching.
 */
export function* shortage(market: Market): Work<Shortage> {
  const matching = yield* largest(market);
  yield 0.3;
  return yield* cutOff(market, matching);
}

/** The same where the matching is a largest one already. */
export function* cutOff(market: Market, { places, owner, held }: Matching): Work<Shortage> {
  const firstUnit = firstUnits(market, owner);
  const { bidders, objects, ptr, row } = market;
  const { slotPtr, holder } = places;
  const bidder = new Uint8Array(bidders);
  const object = new Uint8Array(objects);
  const reached: number[] = [];
  const holds = (i: number, j: number): boolean => {
    for (let u = firstUnit[i] as number; u < (firstUnit[i + 1] as number); u++)
      if ((held[u] as number) === j) return true;
    return false;
  };
  const reach = (i: number): void => {
    if ((bidder[i] as number) === 1) return;
    bidder[i] = 1;
    reached.push(i);
  };
  for (let u = 0; u < owner.length; u++) if ((held[u] as number) === VACANT) reach(owner[u] as number);
  let at = 0;
  let looks = 0;
  // Follows exchanges from those reached until about so many edges were looked at.
  const follow = (limit: number): void => {
    const stop = looks + limit;
    for (; at < reached.length && looks < stop; at++) {
      const i = reached[at] ?? 0;
      const end = 2 * (ptr[i + 1] as number);
      for (let k = 2 * (ptr[i] as number); k < end; k += 2) {
        const j = row[k + 1] as number;
        if ((object[j] as number) === 1 || holds(i, j)) continue;
        object[j] = 1;
        for (let x = slotPtr[j] as number; x < (slotPtr[j + 1] as number); x++)
          if ((holder[x] as number) >= 0) reach(owner[holder[x] as number] as number);
      }
      looks += 1 + ((end >> 1) - (ptr[i] as number));
    }
  };
  while (at < reached.length) {
    follow(SLICE);
    yield 0.3;
  }
  const forced: number[] = [];
  const force = (limit: number): void => {
    const stop = looks + limit;
    for (; at < reached.length && looks < stop; at++) {
      const i = reached[at] ?? 0;
      for (let k = ptr[i] as number; k < (ptr[i + 1] as number); k++)
        if ((object[row[2 * k + 1] as number] as number) === 0 && holds(i, row[2 * k + 1] as number)) forced.push(k);
      looks += 1 + (ptr[i + 1] as number) - (ptr[i] as number);
    }
  };
  for (at = 0; at < reached.length; ) {
    force(SLICE);
    yield 0.3;
  }
  return { bidder, object, forced: Int32Array.from(forced), bidders: reached.length };
}

/** How many needs can be met at most. */
export function* largestSize(market: Market): Work<number> {
  const { held } = yield* largest(market);
  return held.reduce((sum, j) => sum + (j === VACANT ? 0 : 1), 0);
}
