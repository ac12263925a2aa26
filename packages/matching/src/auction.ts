import type { Market } from './market.ts';
import { extendHead } from './market.ts';
import { type Places, SPARE, VACANT } from './places.ts';

/** The state of an auction that can stop after any number of bids and go on later. */
export interface Auction {
  /** Begins a round with the smallest raise `eps`, keeping what is still good of the round before. */
  begin(eps: number): void;
  /** Looks at about `limit` pairs (an eighth as many bids at most); true when everybody is placed. */
  run(limit: number): boolean;
  /** Pairs looked at so far. */
  readonly looked: () => number;
  readonly free: () => number;
  /** Somebody has nothing left to bid for, or stays out: not all can be placed. */
  readonly stuck: () => boolean;
  /** The bidder of each unit of demand, what it holds, and the score of that. */
  readonly owner: Int32Array;
  readonly held: Int32Array;
  readonly worth: Int32Array;
}

/**
 * Auction for assignment with places: a bidder without an object takes its best one and raises its price to the point where
 * the second best is as good, plus eps; the place goes to it from whoever offered least. Prices need no copies of places:
 * an object's price is the lowest offer it holds. The result is within eps per placement of the optimum, so exact when
 * scores are whole and eps · (objects + 1) < 1.
 * Source: D. Bertsekas, «The auction algorithm» (Annals of Operations Research 14, 1988); places: Bertsekas and Castañon, «The
 * auction algorithm for the transportation problem» (20, 1989). O(n · E · span / eps) at worst for one round; with eps falling
 * by a constant factor O(n · E · log(n · span)).
 * Staying out costs `outside`: who would have to pay more bids no longer.
 */
export function openAuction(market: Market, places: Places, outside = Infinity): Auction {
  const { bidders, need, ptr, row, head, span } = market;
  const { price, offer } = places;
  let units = 0;
  for (let i = 0; i < bidders; i++) units += need[i] as number;
  const single = units === 0 || need.every((x) => x <= 1);
  const owner = new Int32Array(units);
  const held = new Int32Array(units).fill(VACANT);
  const worth = new Int32Array(units);
  const firstUnit = single ? new Int32Array(0) : new Int32Array(bidders + 1);
  units = 0;
  for (let i = 0; i < bidders; i++) {
    for (let x = 0; x < (need[i] as number); x++) owner[units++] = i;
    if (!single) firstUnit[i + 1] = units;
  }
  const queue = new Int32Array(units + 1);
  const ring = units + 1;
  let from = 0;
  let to = 0;
  let eps = 1;
  let floor = 0;
  let looked = 0;
  let started = false;
  let kept = 0;
  // Bids left in this run; putting a row in order counts as several.
  let quota = 0;
  let stuck = false;

  const enqueue = (unit: number): void => {
    held[unit] = VACANT;
    queue[to++] = unit;
    if (to === ring) to = 0;
  };
  const holds = (bidder: number, object: number): boolean => {
    for (let u = firstUnit[bidder] as number; u < (firstUnit[bidder + 1] as number); u++)
      if ((held[u] as number) === object) return true;
    return false;
  };

  // What the best object besides those held by the bidder is worth to it; -Infinity when there is none.
  const bestOther = (bidder: number, own: number): number => {
    const hi = 2 * (ptr[bidder + 1] as number);
    let end = head[bidder] as number;
    let k = 2 * (ptr[bidder] as number);
    let best = -Infinity;
    for (; ; k += 2) {
      if (k === end) {
        if (end === hi) break;
        end = extendHead(market, bidder);
      }
      const s = row[k] as number;
      if (s - floor <= best) break;
      const j = row[k + 1] as number;
      const v = s - (price[j] as number);
      if (v > best && j !== own && (single || !holds(bidder, j))) best = v;
    }
    looked += (k >> 1) - (ptr[bidder] as number) + 1;
    return best;
  };

  const bid = (unit: number): void => {
    const i = owner[unit] as number;
    const lo = 2 * (ptr[i] as number);
    const hi = 2 * (ptr[i + 1] as number);
    let end = head[i] as number;
    let best = -outside;
    let next = -outside;
    let object = VACANT;
    let score = 0;
    let k = lo;
    for (; ; k += 2) {
      if (k === end) {
        if (end === hi) break;
        quota -= (hi - end) >> 4;
        end = extendHead(market, i);
      }
      const s = row[k] as number;
      if (s - floor <= next) break;
      const j = row[k + 1] as number;
      const v = s - (price[j] as number);
      if (v > next && (single || !holds(i, j))) {
        if (v > best) {
          next = best;
          best = v;
          object = j;
          score = s;
        } else next = v;
      }
    }
    looked += ((k - lo) >> 1) + 4;
    if (object < 0) {
      stuck = true; // nothing left to want
      return;
    }
    if (next === -Infinity) next = best - span - 1;
    const raised = (price[object] as number) + (best - next) + eps;
    held[unit] = object;
    worth[unit] = score;
    const out = places.give(object, raised, unit);
    if (out >= 0) enqueue(out);
    else if (out === SPARE) places.spareFree++;
  };

  // Looks through what units hold, from where it stopped; true when all was kept or given up.
  const keep = (stop: number): boolean => {
    for (let u = kept; u < units; u++) {
      if (looked > stop) {
        kept = u;
        return false;
      }
      const own = held[u] as number;
      if (own < 0) continue;
      const value = (worth[u] as number) - (price[own] as number);
      let other = bestOther(owner[u] as number, own);
      if (other === -Infinity) other = value - span - 1;
      if (value >= other - eps) offer[u] = (price[own] as number) + (value - other) + eps;
      else enqueue(u);
    }
    places.keepHolders(held, floor, eps);
    kept = units;
    return true;
  };

  return {
    begin(raise) {
      eps = raise;
      floor = places.lowest();
      if (started) {
        from = 0;
        to = 0;
        kept = 0;
      } else {
        started = true;
        kept = units;
        places.clear();
        for (let u = 0; u < units; u++) queue[u] = u;
        to = units;
      }
    },
    run(limit) {
      const stop = looked + limit;
      quota = limit >> 3;
      if (kept < units && !keep(stop)) return false;
      for (;;) {
        if (places.spareFree > 0) places.giveSpare(eps, enqueue);
        if (from === to) return true;
        while (from !== to) {
          if (looked > stop || quota-- < 0) return false;
          const unit = queue[from++] as number;
          if (from === ring) from = 0;
          bid(unit);
        }
      }
    },
    looked: () => looked,
    stuck: () => stuck,
    free: () => (to - from + ring) % ring,
    owner,
    held,
    worth,
  };
}
