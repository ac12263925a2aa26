/** Holder of a place: nobody, or the spare demand that makes supply and demand equal. */
export const VACANT = -1;
export const SPARE = -2;

/** Places of all objects; each object's places form a binary heap with the lowest offer first. */
export interface Places {
  readonly slotPtr: Int32Array;
  readonly holder: Int32Array;
  /** Offers by unit, filled before keepHolders. */
  readonly offer: Float64Array;
  /** The lowest offer of each object. */
  readonly price: Float64Array;
  /** Units of spare demand without a place. */
  spareFree: number;
  /** Puts `who` in the place with the lowest offer and tells who was there. */
  give(object: number, offer: number, who: number): number;
  /** Lowest price of an object with places. */
  lowest(): number;
  clear(): void;
  /** Keeps units whose held[unit] still names the object, at the offers stated; the rest fall vacant. */
  keepHolders(held: Int32Array, floor: number, eps: number): void;
  /** Places spare demand where it is cheapest; those who lose their place are handed to `evicted`. */
  giveSpare(eps: number, evicted: (unit: number) => void): void;
}

/** Opens the places of an auction with `units` bids and `spare` units of demand that take any place for nothing. */
export function openPlaces(objects: number, capacity: Int32Array, units: number, spare: number): Places {
  const slotPtr = new Int32Array(objects + 1);
  for (let j = 0; j < objects; j++) slotPtr[j + 1] = (slotPtr[j] as number) + Math.max(0, capacity[j] as number);
  const total = slotPtr[objects] as number;
  const holder = new Int32Array(total).fill(VACANT);
  const bids = new Float64Array(total);
  const offer = new Float64Array(units);
  const price = new Float64Array(objects);
  // A heap of objects by price; keys may be too low and are brought up to date at the top (prices only rise in a round).
  const heap = new Int32Array(spare > 0 ? objects : 0);
  const key = new Float64Array(spare > 0 ? objects : 0);
  let heaped = 0;

  const sift = (start: number, lo: number, size: number, b: number, who: number): void => {
    let at = start;
    for (;;) {
      let c = 2 * at + 1;
      if (c >= size) break;
      if (c + 1 < size && (bids[lo + c + 1] as number) < (bids[lo + c] as number)) c++;
      if ((bids[lo + c] as number) >= b) break;
      bids[lo + at] = bids[lo + c] as number;
      holder[lo + at] = holder[lo + c] as number;
      at = c;
    }
    bids[lo + at] = b;
    holder[lo + at] = who;
  };
  const siftObject = (start: number): void => {
    let at = start;
    const x = heap[at] as number;
    const b = key[x] as number;
    for (;;) {
      let c = 2 * at + 1;
      if (c >= heaped) break;
      if (c + 1 < heaped && (key[heap[c + 1] as number] as number) < (key[heap[c] as number] as number)) c++;
      if ((key[heap[c] as number] as number) >= b) break;
      heap[at] = heap[c] as number;
      at = c;
    }
    heap[at] = x;
  };
  const fresh = (at: number): number => {
    for (;;) {
      const x = heap[at] as number;
      if ((key[x] as number) === (price[x] as number)) return x;
      key[x] = price[x] as number;
      siftObject(at);
    }
  };
  // The second lowest price: the better of the two below the top.
  const second = (): number => {
    let low = Infinity;
    for (let at = 1; at < Math.min(3, heaped); at++) low = Math.min(low, price[fresh(at)] as number);
    return low;
  };
  const heapObjects = (): void => {
    heaped = 0;
    for (let j = 0; j < objects; j++) {
      if ((capacity[j] as number) <= 0) continue;
      key[j] = price[j] as number;
      heap[heaped++] = j;
    }
    for (let at = (heaped >> 1) - 1; at >= 0; at--) siftObject(at);
  };

  const places: Places = {
    slotPtr,
    holder,
    offer,
    price,
    spareFree: 0,
    give(object, b, who) {
      const lo = slotPtr[object] as number;
      const out = holder[lo] as number;
      sift(0, lo, (slotPtr[object + 1] as number) - lo, b, who);
      price[object] = bids[lo] as number;
      return out;
    },
    lowest() {
      let low = Infinity;
      for (let j = 0; j < objects; j++)
        if ((capacity[j] as number) > 0 && (price[j] as number) < low) low = price[j] as number;
      return low === Infinity ? 0 : low;
    },
    clear() {
      holder.fill(VACANT);
      for (let j = 0; j < objects; j++) bids.fill(price[j] as number, slotPtr[j] as number, slotPtr[j + 1] as number);
      places.spareFree = spare;
      if (spare > 0) heapObjects();
    },
    keepHolders(held, floor, eps) {
      for (let j = 0; j < objects; j++) {
        const lo = slotPtr[j] as number;
        const size = (slotPtr[j + 1] as number) - lo;
        const p = price[j] as number;
        for (let x = lo; x < lo + size; x++) {
          const who = holder[x] as number;
          if (who >= 0 && (held[who] as number) === j) bids[x] = offer[who] as number;
          else if (who === SPARE && p <= floor + eps) bids[x] = floor + eps;
          else {
            if (who === SPARE) places.spareFree++;
            holder[x] = VACANT;
            bids[x] = p;
          }
        }
        for (let at = (size >> 1) - 1; at >= 0; at--)
          sift(at, lo, size, bids[lo + at] as number, holder[lo + at] as number);
        if (size > 0) price[j] = bids[lo] as number;
      }
      if (spare > 0) heapObjects();
    },
    giveSpare(eps, evicted) {
      while (places.spareFree > 0) {
        const object = fresh(0);
        const limit = second();
        do {
          const b = (limit === Infinity ? (price[object] as number) : limit) + eps;
          const out = places.give(object, b, SPARE);
          if (out >= 0) evicted(out);
          if (out !== SPARE) places.spareFree--;
        } while (places.spareFree > 0 && (price[object] as number) < limit);
      }
    },
  };
  return places;
}
