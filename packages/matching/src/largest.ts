import type { Market } from './market.ts';

/** Who cannot all be served: bidders and objects that a largest matching leaves in short supply, and pairs every one of them has. */
export interface Shortage {
  readonly bidder: Uint8Array;
  readonly object: Uint8Array;
  /** Edge numbers (half an index into row) that join a short bidder to an object in good supply: always used. */
  readonly forced: Int32Array;
  readonly bidders: number;
}

/**
 * A largest matching, then everything its unserved bidders reach by exchanges: by the theorem of Dulmage and Mendelsohn («Coverings
 * of bipartite graphs», 1958) the rest can be served fully and decided on its own. Matching by depth-first search with look-ahead in
 * phases (Duff, «On algorithms for obtaining a maximum transversal», 1981; Pothen and Fan, 1990), O(n · E) at worst, near-linear here.
 */
export function* shortage(market: Market): Generator<number, Shortage> {
  const { bidders, objects, need, capacity, ptr, row } = market;
  const slotPtr = new Int32Array(objects + 1);
  for (let j = 0; j < objects; j++) slotPtr[j + 1] = (slotPtr[j] as number) + Math.max(0, capacity[j] as number);
  const load = new Int32Array(objects);
  const slotEdge = new Int32Array(slotPtr[objects] as number);
  const slotOwner = new Int32Array(slotPtr[objects] as number);
  const used = new Uint8Array(ptr[bidders] as number);
  const lack = Int32Array.from(need);
  const look = new Int32Array(bidders);
  const seenObject = new Int32Array(objects);
  const seenBidder = new Int32Array(bidders);
  const path = new Int32Array(bidders + 1);
  const at = new Int32Array(bidders + 1);
  const slot = new Int32Array(bidders + 1);
  let stamp = 0;

  const take = (bidder: number, edge: number): void => {
    const j = row[2 * edge + 1] as number;
    const x = (slotPtr[j] as number) + (load[j] as number);
    load[j] = (load[j] as number) + 1;
    slotEdge[x] = edge;
    slotOwner[x] = bidder;
    used[edge] = 1;
    lack[bidder] = (lack[bidder] as number) - 1;
  };
  const vacant = (i: number): number => {
    const end = ptr[i + 1] as number;
    for (let k = look[i] as number; k < end; k++) {
      const j = row[2 * k + 1] as number;
      if ((load[j] as number) < (capacity[j] as number) && (used[k] as number) === 0) {
        look[i] = k;
        return k;
      }
    }
    look[i] = end;
    return -1;
  };
  // Moves every bidder on the path one object further; the last takes the vacant edge.
  const augment = (depth: number, vacantEdge: number): void => {
    let edge = vacantEdge;
    const last = path[depth] as number;
    const j = row[2 * edge + 1] as number;
    const x = (slotPtr[j] as number) + (load[j] as number);
    load[j] = (load[j] as number) + 1;
    slotEdge[x] = edge;
    slotOwner[x] = last;
    used[edge] = 1;
    for (let d = depth - 1; d >= 0; d--) {
      const s = slot[d] as number;
      used[slotEdge[s] as number] = 0;
      edge = at[d] as number;
      slotEdge[s] = edge;
      slotOwner[s] = path[d] as number;
      used[edge] = 1;
    }
    lack[path[0] as number] = (lack[path[0] as number] as number) - 1;
  };
  // Depth-first search from a bidder who lacks an object; marks all it sees. Frame d: bidder path[d], edge at[d], place slot[d].
  const search = (root: number): boolean => {
    let depth = 0;
    path[0] = root;
    at[0] = (ptr[root] as number) - 1;
    slot[0] = -1;
    seenBidder[root] = stamp;
    let arrived = true;
    for (;;) {
      const i = path[depth] as number;
      if (arrived) {
        const k = vacant(i);
        if (k >= 0) {
          augment(depth, k);
          return true;
        }
        arrived = false;
      }
      // the next holder of the present object, or the next object
      let s = slot[depth] as number;
      let k = at[depth] as number;
      const end = ptr[i + 1] as number;
      let next = -1;
      while (next < 0) {
        if (s >= 0) {
          const j = row[2 * k + 1] as number;
          s++;
          if (s >= (slotPtr[j] as number) + (load[j] as number)) {
            s = -1;
            continue;
          }
          if ((seenBidder[slotOwner[s] as number] as number) !== stamp) next = slotOwner[s] as number;
        } else {
          k++;
          if (k >= end) break;
          const j = row[2 * k + 1] as number;
          if ((used[k] as number) === 1 || (seenObject[j] as number) === stamp) continue;
          seenObject[j] = stamp;
          s = (slotPtr[j] as number) - 1;
          if ((load[j] as number) === 0) s = -1;
          else {
            s++;
            if ((seenBidder[slotOwner[s] as number] as number) !== stamp) next = slotOwner[s] as number;
          }
        }
      }
      slot[depth] = s;
      at[depth] = k;
      if (next >= 0) {
        depth++;
        path[depth] = next;
        at[depth] = (ptr[next] as number) - 1;
        slot[depth] = -1;
        seenBidder[next] = stamp;
        arrived = true;
      } else if (depth === 0) return false;
      else depth--;
    }
  };

  for (let i = 0; i < bidders; i++) {
    look[i] = ptr[i] as number;
    while ((lack[i] as number) > 0) {
      const k = vacant(i);
      if (k < 0) break;
      take(i, k);
      if ((need[i] as number) > 1) look[i] = k + 1;
    }
    look[i] = (need[i] as number) > 1 ? (ptr[i] as number) : (look[i] as number);
  }
  yield 0.3;
  let found = true;
  while (found) {
    found = false;
    stamp++;
    for (let i = 0; i < bidders; i++) {
      while ((lack[i] as number) > 0 && (seenBidder[i] as number) !== stamp) {
        if (!search(i)) break;
        found = true;
        if ((lack[i] as number) > 0) break;
      }
      if ((i & 8191) === 0) yield 0.6;
    }
  }
  // The last phase found nothing, so its marks are all that unserved bidders reach.
  const bidder = new Uint8Array(bidders);
  const object = new Uint8Array(objects);
  const forced: number[] = [];
  let count = 0;
  for (let j = 0; j < objects; j++) object[j] = (seenObject[j] as number) === stamp ? 1 : 0;
  for (let i = 0; i < bidders; i++) {
    if ((seenBidder[i] as number) !== stamp) continue;
    bidder[i] = 1;
    count++;
    for (let k = ptr[i] as number; k < (ptr[i + 1] as number); k++)
      if ((used[k] as number) === 1 && (object[row[2 * k + 1] as number] as number) === 0) forced.push(k);
  }
  return { bidder, object, forced: Int32Array.from(forced), bidders: count };
}
