import { openAuction } from './auction.ts';
import { cutOff, type Shortage } from './largest.ts';
import type { Market } from './market.ts';
import { placeByPaths } from './paths.ts';
import { openPlaces, type Places, VACANT } from './places.ts';
import type { Work } from './work.ts';

/** Who holds what and the whole-number prices that prove it best. */
export interface Holding {
  readonly bidder: Int32Array;
  readonly object: Int32Array;
  readonly price: Float64Array;
  /** Who cannot all be placed; null when all are. */
  readonly short: Shortage | null;
}

/** Looks between two pauses. */
const STEP = 100_000;
/** Looks per edge that an auction which must do without paths may take. */
const PATIENCE = 12;
/** Looks before an auction is judged. */
const GRACE = 20_000;
/** An auction that leaves this share of its free units free over one more look per edge is slower than paths. */
const SLOW = 0.7;

/**
 * Whole prices out of prices in steps of eps: there are more fractions than objects, so one fraction is free; rounding down
 * at it turns «within eps» into «exactly» (scores being whole). O(objects).
 */
function roundPrices(price: Float64Array, capacity: Int32Array, bits: number): void {
  const steps = 2 ** bits;
  const taken = new Uint8Array(steps);
  taken[0] = 1;
  const fraction = (p: number): number => (p - Math.floor(p)) * steps;
  for (let j = 0; j < price.length; j++) if ((capacity[j] as number) > 0) taken[fraction(price[j] as number)] = 1;
  const shift = (steps - 1 - taken.indexOf(0)) / steps;
  for (let j = 0; j < price.length; j++)
    price[j] = (capacity[j] as number) > 0 ? Math.floor((price[j] as number) + shift) : 0;
}

interface Size {
  readonly wanted: number;
  readonly supply: number;
}

export function sizeOf(market: Market): Size {
  let wanted = 0;
  let supply = 0;
  for (let i = 0; i < market.bidders; i++) wanted += Math.max(0, market.need[i] as number);
  for (let j = 0; j < market.objects; j++) supply += Math.max(0, market.capacity[j] as number);
  return { wanted, supply };
}

/** So few places to spare that raises have to fall in rounds (measured: the way pays up to two thirds of a percent). */
export function isTight(market: Market): boolean {
  const { wanted, supply } = sizeOf(market);
  return (supply - wanted) * 150 < supply;
}

const bitsFor = (market: Market): number => Math.ceil(Math.log2(market.objects + 3));

/** Whether so large a share still out after so many looks per edge tells that many can never be placed (measured on all families). */
const hopeless = (out: number, looks: number, last: number): boolean =>
  looks < 0.1 ? false : out > (looks < 0.25 ? 0.7 : looks < 1 ? 0.45 : last);

/**
 * Most bids that can be met, at the highest total; `weight` is what staying out costs. One round from price 0 with the finest
 * raise: vacant places stay at 0, so no scaling is needed, and with some places to spare prices settle soon. Who is still out
 * then finds a place, or that there is none, by shortest paths. Null where that does not pay.
 */
export function* placeMost(market: Market, weight: number): Work<Holding | null> {
  const { wanted, supply } = sizeOf(market);
  if (wanted > supply || isTight(market)) return null;
  const bits = bitsFor(market);
  const places = openPlaces(market.objects, market.capacity, wanted, 0);
  // Prices as high as the weight must keep their fractions.
  const exact = weight * 2 ** bits < 2 ** 52;
  // A bidder between two of its bids may hold less than it could have, which paths do not mend.
  const paths = exact && market.need.every((x) => x <= 1);
  const auction = openAuction(market, places, exact ? weight : Infinity);
  const { owner, held, worth } = auction;
  const edges = market.ptr[market.bidders] as number;
  auction.begin(2 ** -bits);
  yield 0;
  const slice = Math.min(STEP, 5_000 + (edges >> 3));
  let before = wanted;
  let next = edges;
  for (;;) {
    const all = auction.run(slice);
    const free = auction.free();
    const looks = (auction.looked() - GRACE) / edges;
    if (all && !auction.stuck()) return finish(market, places, owner, bits, 0);
    if (hopeless(free / wanted, looks, 0.09) || (!exact && auction.stuck())) return null;
    if (all) break;
    if (auction.looked() >= next) {
      if (paths && free > SLOW * before) break;
      if (!paths && (looks > PATIENCE || free * looks > wanted * 0.05)) return null;
      before = free;
      next += edges;
    }
    yield 0.5 * (1 - free / wanted);
  }
  roundPrices(places.price, market.capacity, bits);
  yield* placeByPaths(market, places, { owner, object: held, worth }, weight);
  const short = held.includes(VACANT) ? yield* cutOff(market, { places, owner, held }) : null;
  return holdingOf(market, places, owner, short);
}

/** Mean difference between the best and the worst score of a bidder: what a raise should be measured by. O(sample). */
function spread(market: Market): number {
  const { ptr, row, bidders } = market;
  const stride = Math.max(1, bidders >> 10);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bidders; i += stride) {
    const lo = 2 * (ptr[i] as number);
    const hi = 2 * (ptr[i + 1] as number);
    if (hi - lo < 4) continue;
    let low = Infinity;
    let high = -Infinity;
    for (let k = lo; k < hi; k += 2) {
      low = Math.min(low, row[k] as number);
      high = Math.max(high, row[k] as number);
    }
    sum += high - low;
    count++;
  }
  return count === 0 ? 1 : Math.max(1, sum / count);
}

/** Rounds with falling raises; spare demand fills what is left over. Null when a round takes more than `patience` looks per edge. */
export function* placeByScaling(market: Market, patience: number): Work<Holding | null> {
  const { wanted, supply } = sizeOf(market);
  if (wanted > supply) return null;
  const bits = bitsFor(market);
  const finest = 2 ** -bits;
  const places = openPlaces(market.objects, market.capacity, wanted, supply - wanted);
  const auction = openAuction(market, places);
  const edges = market.ptr[market.bidders] as number;
  const budget = patience * (edges + wanted) + 20_000;
  const slice = Math.min(STEP, 5_000 + (edges >> 3));
  const coarsest = Math.max(finest, 2 ** Math.round(Math.log2(spread(market) / 8)));
  let eps = coarsest;
  const first = Math.log2(eps / finest) + 1;
  for (;;) {
    auction.begin(eps);
    const until = auction.looked() + budget;
    while (!auction.run(slice)) {
      if (auction.looked() > until || auction.stuck()) return null;
      if (
        patience < Infinity &&
        eps === coarsest &&
        hopeless(auction.free() / wanted, (auction.looked() - GRACE) / edges, 0.02)
      )
        return null;
      yield 0.9 * (1 - Math.log2(eps / finest) / first);
    }
    if (auction.stuck()) return null;
    if (eps === finest) break;
    eps = Math.max(finest, eps / 8);
  }
  return finish(market, places, auction.owner, bits, places.lowest());
}

function finish(market: Market, places: Places, owner: Int32Array, bits: number, base: number): Holding {
  const { objects, capacity } = market;
  const { price } = places;
  for (let j = 0; j < objects; j++) price[j] = (price[j] as number) - base;
  roundPrices(price, capacity, bits);
  return holdingOf(market, places, owner, null);
}

function holdingOf(
  { objects }: Market,
  { holder, slotPtr, price }: Places,
  owner: Int32Array,
  short: Shortage | null,
): Holding {
  let count = 0;
  for (let x = 0; x < holder.length; x++) if ((holder[x] as number) >= 0) count++;
  const bidder = new Int32Array(count);
  const object = new Int32Array(count);
  count = 0;
  for (let j = 0; j < objects; j++) {
    for (let x = slotPtr[j] as number; x < (slotPtr[j + 1] as number); x++) {
      if ((holder[x] as number) < 0) continue;
      bidder[count] = owner[holder[x] as number] as number;
      object[count++] = j;
    }
  }
  return { bidder, object, price, short };
}
