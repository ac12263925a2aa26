import { FREE, InputError, type Instance } from './instance.ts';
import { afterPins } from './market.ts';
import { inRows, inSlices, SLICE, type Work } from './work.ts';

/** Lists of one side, best first: those of i are edges list[ptr[i]] .. list[ptr[i + 1] - 1]. */
interface Lists {
  readonly ptr: Int32Array;
  readonly list: Int32Array;
}

interface Ranked {
  readonly x: Instance;
  readonly pinned: Int32Array;
  readonly need: Int32Array;
  readonly capacity: Int32Array;
  readonly menteeRank: Int32Array;
  readonly mentorRank: Int32Array;
  readonly owner: Int32Array;
}

/** Proposals between two pauses. */
const AT_ONCE = 1 << 13;

function* ranked(x: Instance): Work<Ranked> {
  const { menteeRank, mentorRank, rowPtr } = x;
  if (!menteeRank || !mentorRank) throw new InputError('policy stable: every edge needs menteeRank and mentorRank');
  const big = x.need.findIndex((y) => y > 1);
  if (big >= 0) throw new InputError(`mentee ${big}: policy stable gives one mentor, not ${x.need[big] as number}`);
  const left = afterPins(x);
  yield 0;
  const owner = new Int32Array(x.mentor.length);
  yield* inRows(rowPtr, x.mentees, (from, to) => {
    for (let i = from; i < to; i++) owner.fill(i, rowPtr[i] as number, rowPtr[i + 1] as number);
  });
  return { x, ...left, menteeRank, mentorRank, owner };
}

/** Ranks below this are sorted by counting. */
const FEW_RANKS = 64;

/** A function that sorts the edges lo..hi of a list by rank; equal ranks stay in ascending order. O(row) for few ranks, else O(row · log row). */
function sorterBy(rank: Int32Array): (list: Int32Array, lo: number, hi: number) => void {
  const start = new Int32Array(FEW_RANKS + 1);
  let spare = new Int32Array(256);
  return (list, lo, hi) => {
    let all = 0;
    for (let at = lo; at < hi; at++) all |= rank[list[at] as number] as number;
    if (all >= FEW_RANKS) {
      list.subarray(lo, hi).sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b);
      return;
    }
    if (spare.length < hi - lo) spare = new Int32Array(2 * (hi - lo));
    for (let r = 0; r <= all + 1; r++) start[r] = 0;
    for (let at = lo; at < hi; at++) {
      const k = list[at] as number;
      spare[at - lo] = k;
      const r = rank[k] as number;
      start[r + 1] = (start[r + 1] as number) + 1;
    }
    for (let r = 0; r < all; r++) start[r + 1] = (start[r + 1] as number) + (start[r] as number);
    for (let at = 0; at < hi - lo; at++) {
      const k = spare[at] as number;
      const r = rank[k] as number;
      list[lo + (start[r] as number)] = k;
      start[r] = (start[r] as number) + 1;
    }
  };
}

/** Free edges of mentees, best first, equals by number. O(E log row). */
function* menteeLists({ x, need, capacity }: Ranked, rank: Int32Array): Work<Lists> {
  const { kind, mentor, rowPtr, mentees } = x;
  const ptr = new Int32Array(mentees + 1);
  const list = new Int32Array(mentor.length);
  const sort = sorterBy(rank);
  let count = 0;
  yield* inRows(rowPtr, mentees, (from, to) => {
    let at = count;
    for (let i = from; i < to; i++) {
      const lo = at;
      const end = (need[i] as number) > 0 ? (rowPtr[i + 1] as number) : 0;
      for (let k = rowPtr[i] as number; k < end; k++)
        if ((kind[k] as number) === FREE && (capacity[mentor[k] as number] as number) > 0) list[at++] = k;
      sort(list, lo, at);
      ptr[i + 1] = at;
    }
    count = at;
  });
  return { ptr, list };
}

/** Free edges of mentors, best first, equals by number. O(E log column). */
function* mentorLists({ x, need, capacity, owner }: Ranked, rank: Int32Array): Work<Lists> {
  const { kind, mentor, mentors } = x;
  const ptr = new Int32Array(mentors + 1);
  const free = (k: number): boolean =>
    (kind[k] as number) === FREE &&
    (need[owner[k] as number] as number) > 0 &&
    (capacity[mentor[k] as number] as number) > 0;
  yield* inSlices(mentor.length, SLICE, (from, to) => {
    for (let k = from; k < to; k++) {
      const j = mentor[k] as number;
      if (free(k)) ptr[j + 1] = (ptr[j + 1] as number) + 1;
    }
  });
  for (let j = 0; j < mentors; j++) ptr[j + 1] = (ptr[j + 1] as number) + (ptr[j] as number);
  const next = ptr.slice();
  const list = new Int32Array(ptr[mentors] as number);
  yield* inSlices(mentor.length, SLICE, (from, to) => {
    for (let k = from; k < to; k++) {
      if (!free(k)) continue;
      const j = mentor[k] as number;
      list[next[j] as number] = k;
      next[j] = (next[j] as number) + 1;
    }
  });
  const sort = sorterBy(rank);
  yield* inRows(ptr, mentors, (from, to) => {
    for (let j = from; j < to; j++) sort(list, ptr[j] as number, ptr[j + 1] as number);
  });
  return { ptr, list };
}

/**
 * The largest stable matching within a factor of 3/2, with ties and incomplete lists on both sides. A mentee whose list is
 * exhausted goes through it once more and is then preferred among equals; who chose among equal mentors with vacant places
 * gives way to anybody and takes the next one. A mentor with c places counts as c equal mentors.
 * Source: Z. Király, «Linear time local approximation algorithm for maximum stable marriage» (Algorithms 6, 2013). O(E · places).
 */
function* kiraly(r: Ranked): Work<Int32Array> {
  const { x, need, capacity, menteeRank, mentorRank } = r;
  const { ptr, list } = yield* menteeLists(r, menteeRank);
  const slotPtr = new Int32Array(x.mentors + 1);
  for (let j = 0; j < x.mentors; j++) slotPtr[j + 1] = (slotPtr[j] as number) + Math.max(0, capacity[j] as number);
  const slot = new Int32Array(slotPtr[x.mentors] as number).fill(-1);
  // How little a place's holder is liked (rank, then round), and whether the holder has been found to have no equal alternative.
  const dislike = new Int32Array(slot.length);
  const certain = new Uint8Array(slot.length);
  const load = new Int32Array(x.mentors);
  // A mentee works through ties at the front of its list; deleted edges are marked for the present round.
  const front = Int32Array.from(ptr.subarray(0, x.mentees));
  const round = new Uint8Array(x.mentees);
  const gone = new Uint8Array(x.mentor.length);
  const queue: number[] = [];
  for (let i = x.mentees - 1; i >= 0; i--) if ((need[i] as number) > 0) queue.push(i);

  const skip = (i: number): void => {
    while (
      (front[i] as number) < (ptr[i + 1] as number) &&
      (gone[list[front[i] as number] as number] as number) > (round[i] as number)
    )
      front[i] = (front[i] as number) + 1;
  };
  // Another mentor as good as the one of edge k, with a vacant place (its own mentor counts with two).
  const uncertain = (k: number): boolean => {
    const i = r.owner[k] as number;
    for (let a = front[i] as number; a < (ptr[i + 1] as number); a++) {
      const e = list[a] as number;
      if ((menteeRank[e] as number) !== (menteeRank[k] as number)) break;
      if (
        e !== k &&
        (gone[e] as number) <= (round[i] as number) &&
        (load[x.mentor[e] as number] as number) < (capacity[x.mentor[e] as number] as number)
      )
        return true;
    }
    return (load[x.mentor[k] as number] as number) < (capacity[x.mentor[k] as number] as number);
  };
  const favourite = (i: number): number => {
    const first = list[front[i] as number] as number;
    for (let a = front[i] as number; a < (ptr[i + 1] as number); a++) {
      const e = list[a] as number;
      if ((menteeRank[e] as number) !== (menteeRank[first] as number)) break;
      if (
        (gone[e] as number) <= (round[i] as number) &&
        (load[x.mentor[e] as number] as number) < (capacity[x.mentor[e] as number] as number)
      )
        return e;
    }
    return first;
  };
  let steps = 0;
  while (queue.length > 0) {
    if (++steps % AT_ONCE === 0) yield Math.min(0.9, steps / (3 * x.mentees));
    const i = queue.pop() ?? 0;
    skip(i);
    if ((front[i] as number) >= (ptr[i + 1] as number)) {
      if ((round[i] as number) === 1) continue;
      round[i] = 1;
      front[i] = ptr[i] as number;
      if ((front[i] as number) < (ptr[i + 1] as number)) queue.push(i);
      continue;
    }
    const k = favourite(i);
    const j = x.mentor[k] as number;
    const mine = 2 * (mentorRank[k] as number) + 1 - (round[i] as number);
    const end = slotPtr[j + 1] as number;
    let at = (slotPtr[j] as number) + (load[j] as number);
    if (at < end) {
      load[j] = (load[j] as number) + 1;
      slot[at] = k;
      dislike[at] = mine;
      continue;
    }
    let flighty = false;
    let worst = slotPtr[j] as number;
    for (at = slotPtr[j] as number; at < end && !flighty; at++) {
      if ((certain[at] as number) === 0) {
        if (uncertain(slot[at] as number)) flighty = true;
        else certain[at] = 1;
      }
      if (flighty || (dislike[at] as number) > (dislike[worst] as number)) worst = at;
    }
    if (flighty || mine < (dislike[worst] as number)) {
      const out = slot[worst] as number;
      const loser = r.owner[out] as number;
      if (!flighty) gone[out] = (round[loser] as number) + 1;
      slot[worst] = k;
      dislike[worst] = mine;
      certain[worst] = 0;
      queue.push(loser);
    } else {
      gone[k] = (round[i] as number) + 1;
      queue.push(i);
    }
  }
  return slot.filter((k) => k >= 0);
}

/**
 * Deferred acceptance; equals are taken in the order of their ids. Best for the side that proposes, given that order.
 * Source: Gale and Shapley, «College admissions and the stability of marriage» (Amer. Math. Monthly 69, 1962). O(E · places).
 */
function* deferred(r: Ranked, menteesPropose: boolean): Work<Int32Array> {
  const { x, need, capacity } = r;
  const [side, count, places, other] = menteesPropose
    ? [r.owner, x.mentees, need, x.mentor]
    : [x.mentor, x.mentors, capacity, r.owner];
  const [mine, theirs] = menteesPropose ? [r.menteeRank, r.mentorRank] : [r.mentorRank, r.menteeRank];
  const room = menteesPropose ? capacity : need;
  const { ptr, list } = yield* menteesPropose ? menteeLists(r, mine) : mentorLists(r, mine);
  const next = ptr.slice(0, count);
  const held: number[][] = Array.from({ length: menteesPropose ? x.mentors : x.mentees }, () => []);
  const queue: number[] = [];
  for (let p = count - 1; p >= 0; p--) for (let c = 0; c < (places[p] as number); c++) queue.push(p);
  const worse = (a: number, b: number): boolean =>
    (theirs[a] as number) > (theirs[b] as number) || ((theirs[a] as number) === (theirs[b] as number) && a > b);
  let steps = 0;
  while (queue.length > 0) {
    if (++steps % AT_ONCE === 0) yield Math.min(0.9, steps / (3 * list.length + 1));
    const p = queue.pop() ?? 0;
    if ((next[p] as number) >= (ptr[p + 1] as number)) continue;
    const k = list[next[p] as number] as number;
    next[p] = (next[p] as number) + 1;
    const to = other[k] as number;
    const mates = held[to] ?? [];
    if (mates.length < (room[to] as number)) {
      mates.push(k);
      continue;
    }
    const worst = mates.reduce((a, b) => (worse(b, a) ? b : a));
    if (worse(worst, k)) {
      mates[mates.indexOf(worst)] = k;
      queue.push(side[worst] as number);
    } else queue.push(p);
  }
  return Int32Array.from(held.flat());
}

/** A stable choice of edges: no mentee and mentor both strictly prefer each other to what they have. Pins are taken out first. */
export function* stable(x: Instance, best: 'size' | 'mentee' | 'mentor'): Work<Int32Array> {
  const r = yield* ranked(x);
  const edges = yield* best === 'size' ? kiraly(r) : deferred(r, best === 'mentee');
  const all = new Int32Array(edges.length + r.pinned.length);
  all.set(edges);
  all.set(r.pinned, edges.length);
  return all.sort();
}
