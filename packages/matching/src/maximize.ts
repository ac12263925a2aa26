import { type Holding, isTight, placeByScaling, placeMost, sizeOf } from './exact.ts';
import type { Choice, Instance } from './instance.ts';
import { type Shortage, shortage } from './largest.ts';
import { type Market, type Reduced, reducing } from './market.ts';
import { edgeOf, ownerOf } from './problem.ts';
import { FEW, inRows, inSlices, type Work } from './work.ts';

/** The guess that every place can be filled, for when there are fewer than wanted. */
const shortEverywhere = ({ need, capacity }: Market): Shortage => {
  const bidder = Uint8Array.from(need, (x) => (x > 0 ? 1 : 0));
  return {
    bidder,
    object: Uint8Array.from(capacity, (x) => (x > 0 ? 1 : 0)),
    forced: new Int32Array(0),
    bidders: bidder.length,
  };
};

/** Everybody can be placed: the quick way, then the steady one. */
function* placeKnown(market: Market, weight: number): Work<Holding> {
  const quick = yield* placeMost(market, weight);
  const held = quick ?? (yield* placeByScaling(market, Infinity));
  if (!held) throw new Error('matching: a part that can be placed was not placed');
  return held;
}

/** The bidders who can all be served, without the objects in short supply. O(E). */
function* servedPart(market: Market, short: Shortage): Work<Market> {
  const need = market.need.map((x, i) => ((short.bidder[i] as number) === 1 ? 0 : x));
  const capacity = market.capacity.map((x, j) => ((short.object[j] as number) === 1 ? 0 : x));
  for (const k of short.forced) {
    const j = market.row[2 * k + 1] as number;
    capacity[j] = (capacity[j] as number) - 1;
  }
  const ptr = new Int32Array(market.bidders + 1);
  const row = new Int32Array(market.row.length);
  let count = 0;
  yield* inRows(market.ptr, market.bidders, (from, to) => {
    let at = count;
    for (let i = from; i < to; i++) {
      if ((need[i] as number) > 0) {
        for (let k = 2 * (market.ptr[i] as number); k < 2 * (market.ptr[i + 1] as number); k += 2) {
          const j = market.row[k + 1] as number;
          if ((capacity[j] as number) <= 0) continue;
          row[at] = market.row[k] as number;
          row[at + 1] = j;
          at += 2;
        }
      }
      ptr[i + 1] = at >> 1;
    }
    count = at;
  });
  return { ...market, need, capacity, ptr, row, head: ptr.slice(0, -1).map((x) => 2 * x) };
}

/** The part in short supply with the roles changed: every place there is taken, so mentors bid for mentees. O(E). */
function* shortPart(market: Market, short: Shortage): Work<Market> {
  const { bidders, objects, row } = market;
  const need = market.capacity.map((x, j) => ((short.object[j] as number) === 1 ? x : 0));
  const capacity = market.need.map((x, i) => ((short.bidder[i] as number) === 1 ? x : 0));
  const ptr = new Int32Array(objects + 1);
  yield* inRows(market.ptr, bidders, (from, to) => {
    for (let i = from; i < to; i++) {
      if ((short.bidder[i] as number) === 0) continue;
      for (let k = 2 * (market.ptr[i] as number); k < 2 * (market.ptr[i + 1] as number); k += 2) {
        const j = row[k + 1] as number;
        if ((short.object[j] as number) === 1) ptr[j + 1] = (ptr[j + 1] as number) + 1;
      }
    }
  });
  for (let j = 0; j < objects; j++) ptr[j + 1] = (ptr[j + 1] as number) + (ptr[j] as number);
  const at = ptr.slice(0, -1);
  const turned = new Int32Array(2 * (ptr[objects] as number));
  yield* inRows(market.ptr, bidders, (from, to) => {
    for (let i = from; i < to; i++) {
      if ((short.bidder[i] as number) === 0) continue;
      for (let k = 2 * (market.ptr[i] as number); k < 2 * (market.ptr[i + 1] as number); k += 2) {
        const j = row[k + 1] as number;
        if ((short.object[j] as number) === 0) continue;
        const place = 2 * (at[j] as number);
        turned[place] = row[k] as number;
        turned[place + 1] = i;
        at[j] = (at[j] as number) + 1;
      }
    }
  });
  for (const k of short.forced) {
    const i = ownerOf(market.ptr, k);
    capacity[i] = (capacity[i] as number) - 1;
  }
  const head = ptr.slice(0, -1).map((x) => 2 * x);
  return { bidders: objects, objects: bidders, need, capacity, ptr, row: turned, head, span: market.span };
}

/** The edges that a holding stands for; `turned` where mentors bid for mentees. */
function* edgesOf(x: Instance, { bidder, object }: Holding, turned: boolean): Work<Int32Array> {
  const edges = new Int32Array(bidder.length);
  const [mentee, mentor] = turned ? [object, bidder] : [bidder, object];
  yield* inSlices(edges.length, FEW, (from, to) => {
    for (let k = from; k < to; k++) edges[k] = edgeOf(x, mentee[k] as number, mentor[k] as number);
  });
  return edges;
}

/**
 * Most needs met, then the highest total score, with prices that prove both. If not all can be placed, the instance is cut
 * into the part in short supply and the rest, which are independent; each is solved without any «weight of a placement».
 */
export function* maximize(x: Instance): Work<Choice> {
  return yield* maximizeMarket(x, yield* reducing(x));
}

/** The same for an instance whose pins and vetoes are already taken out. */
export function* maximizeMarket(x: Instance, { market, pinned, shift }: Reduced, least = 0): Work<Choice> {
  const { wanted, supply } = sizeOf(market);
  const enough = (market.span + 1) * (wanted + 2);
  let weight = Math.max(least, enough + Math.abs(shift) * 2);
  let all: Holding | null = null;
  if (wanted <= supply) all = yield* isTight(market) ? placeByScaling(market, 7) : placeMost(market, enough);
  const chosen: Int32Array[] = [pinned];
  const short = new Uint8Array(x.mentees);
  const prices = new Float64Array(x.mentors);
  const everywhere = wanted > supply ? shortEverywhere(market) : null;
  const filled = everywhere && (yield* placeMost(yield* shortPart(market, everywhere), enough));
  if (all) {
    chosen.push(yield* edgesOf(x, all, false));
    prices.set(all.price);
    if (all.short) {
      // Who is in short supply pays for the weight that is more than enough.
      const { bidder, object } = all.short;
      short.set(bidder);
      for (let j = 0; j < x.mentors; j++)
        if ((object[j] as number) === 1) prices[j] = (prices[j] as number) + weight + shift - enough;
    }
  } else if (everywhere && filled && !filled.short) {
    short.set(everywhere.bidder);
    const edges = yield* edgesOf(x, filled, true);
    chosen.push(edges);
    weight = shortPrices(x, everywhere, filled, edges, prices, weight, shift);
  } else {
    const part = yield* shortage(market);
    const rest = part.bidders === 0 ? market : yield* servedPart(market, part);
    const served = yield* placeKnown(rest, enough);
    chosen.push(yield* edgesOf(x, served, false));
    prices.set(served.price);
    if (part.bidders > 0) {
      short.set(part.bidder);
      chosen.push(part.forced.map((k) => edgeOf(x, ownerOf(market.ptr, k), market.row[2 * k + 1] as number)));
      const taken = yield* placeKnown(yield* shortPart(market, part), enough);
      const edges = yield* edgesOf(x, taken, true);
      chosen.push(edges);
      weight = shortPrices(x, part, taken, edges, prices, weight, shift);
      // Mentors whose places all went to forced pairs: dear to those outside, not too dear for those who have to have them.
      for (const k of part.forced) {
        const j = market.row[2 * k + 1] as number;
        if ((rest.capacity[j] as number) <= 0) prices[j] = Math.floor(weight / 2);
      }
    }
  }
  yield 0.95;
  // Mentors whose places are all pinned are out of reach.
  if (market.capacity.some((c) => c <= 0)) {
    const beyond = weight + 2 ** 31;
    for (let j = 0; j < x.mentors; j++) if ((market.capacity[j] as number) <= 0) prices[j] = beyond;
  }
  const edges = new Int32Array(chosen.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of chosen) {
    edges.set(part, at);
    at += part.length;
  }
  return { edges: edges.sort(), weight, prices, short };
}

/** Prices of mentors in short supply from what the mentees they hold are worth to them; tells a sufficient weight. */
function shortPrices(
  x: Instance,
  part: Shortage,
  taken: Holding,
  edges: Int32Array,
  prices: Float64Array,
  least: number,
  shift: number,
): number {
  const value = new Float64Array(x.mentors).fill(Infinity);
  let far = 0;
  for (let k = 0; k < taken.bidder.length; k++) {
    const j = taken.bidder[k] as number;
    const v = (x.score[edges[k] as number] as number) - shift - (taken.price[taken.object[k] as number] as number);
    if (v < (value[j] as number)) value[j] = v;
  }
  for (let j = 0; j < x.mentors; j++)
    far = Math.max(
      far,
      (part.object[j] as number) === 1 && (value[j] as number) < Infinity ? Math.abs(value[j] as number) : 0,
      prices[j] as number,
    );
  const weight = 2 * least + 4 * far;
  for (let j = 0; j < x.mentors; j++)
    if ((part.object[j] as number) === 1) prices[j] = weight + shift + (value[j] as number);
  return weight;
}
