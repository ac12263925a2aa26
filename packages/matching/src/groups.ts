import type { Choice } from './instance.ts';
import { FREE, InputError, type Instance, PINNED, VETOED } from './instance.ts';
import { maximize } from './maximize.ts';
import { edgeOf, type Numbered } from './problem.ts';
import { outcome } from './solution.ts';
import type { Group, Policy, Problem, Solution } from './types.ts';
import { FEW, inSlices, SLICE, type Work } from './work.ts';

type GroupPolicy = Extract<Policy, { kind: 'groups' }>;

const LEAST = 3;
const MOST = 8;

/** The instance with mentors closed (their free edges vetoed) and places limited. */
function* narrowed(x: Instance, closed: Uint8Array, most: number): Work<Instance> {
  const pins = new Int32Array(x.mentors);
  const kind = x.kind.slice();
  yield* inSlices(kind.length, SLICE, (from, to) => {
    for (let k = from; k < to; k++) {
      const j = x.mentor[k] as number;
      if ((kind[k] as number) === PINNED) pins[j] = (pins[j] as number) + 1;
      else if ((kind[k] as number) === FREE && (closed[j] as number) === 1) kind[k] = VETOED;
    }
  });
  const capacity = x.capacity.map((c, j) => Math.max(pins[j] as number, Math.min(c, most)));
  return { ...x, capacity, kind };
}

/** Difference of the highest and the lowest level among members. */
const spreadOf = (members: readonly number[], level: Float64Array): number => {
  let low = Infinity;
  let high = -Infinity;
  for (const i of members) {
    low = Math.min(low, level[i] as number);
    high = Math.max(high, level[i] as number);
  }
  return members.length > 0 ? high - low : 0;
};

/** Sum of squared distances from the mean level: decides between exchanges that are equal otherwise. */
const unevenness = (members: readonly number[], level: Float64Array): number => {
  let sum = 0;
  let squares = 0;
  for (const i of members) {
    sum += level[i] as number;
    squares += (level[i] as number) ** 2;
  }
  return members.length * squares - sum * sum;
};

/** Exchanges mentees between groups while that adds more score than level spread; sizes stay. At most `rounds` passes. */
function* exchange(x: Instance, members: number[][], level: Float64Array, rounds: number): Work<void> {
  const fixed = (i: number, j: number): boolean => (x.kind[edgeOf(x, i, j)] as number) !== FREE;
  let tried = 0;
  for (let round = 0; round < rounds; round++) {
    let improved = false;
    for (const [a, mine] of members.entries()) {
      for (let p = 0; p < mine.length; p++) {
        const i = mine[p] ?? 0;
        if (fixed(i, a)) continue;
        for (let e = x.rowPtr[i] as number; e < (x.rowPtr[i + 1] as number); e++) {
          const b = x.mentor[e] as number;
          const theirs = members[b] ?? [];
          if (b === a || (x.kind[e] as number) !== FREE || theirs.includes(i)) continue;
          tried += 1 + theirs.length;
          if (tried > FEW) {
            yield 0.7;
            tried = 0;
          }
          for (let q = 0; q < theirs.length; q++) {
            const k = theirs[q] ?? 0;
            const back = edgeOf(x, k, a);
            if (back < 0 || (x.kind[back] as number) !== FREE || mine.includes(k) || fixed(k, b)) continue;
            const points =
              (x.score[e] as number) +
              (x.score[back] as number) -
              (x.score[edgeOf(x, i, a)] as number) -
              (x.score[edgeOf(x, k, b)] as number);
            const before = spreadOf(mine, level) + spreadOf(theirs, level);
            const uneven = unevenness(mine, level) + unevenness(theirs, level);
            mine[p] = k;
            theirs[q] = i;
            const gain = points + before - spreadOf(mine, level) - spreadOf(theirs, level);
            const evener = unevenness(mine, level) + unevenness(theirs, level) < uneven;
            if (gain > 0 || (gain === 0 && evener)) {
              improved = true;
              break;
            }
            mine[p] = i;
            theirs[q] = k;
          }
          if ((mine[p] as number) !== i) break;
        }
      }
    }
    if (!improved) return;
  }
}

/**
 * Groups: a mentor takes nobody or least..most mentees; total score less the level spread of every group is to be high. Solves the
 * assignment, closes the mentor with the smallest group that is too small and solves again, then exchanges members. The assignment
 * without the lower limit is a bound: `gap` says how far below it the result is («bounded»); choosing which mentors to open is
 * NP-hard (lower-bounded facility location: Karger and Minkoff, FOCS 2000). At most one assignment per mentor, then O(rounds · pairs · row).
 */
export function* groups(
  known: Numbered,
  policy: GroupPolicy,
  problem: Pick<Problem, 'mentees'> | null,
): Work<Solution> {
  const least = policy.least ?? LEAST;
  const most = policy.most ?? MOST;
  if (!Number.isInteger(least) || !Number.isInteger(most) || least < 1 || most < least)
    throw new InputError(`policy groups: ${least}..${most} is not a size`);
  const x = known.instance;
  const closed = new Uint8Array(x.mentors);
  for (let j = 0; j < x.mentors; j++) if ((x.capacity[j] as number) < least) closed[j] = 1;
  const open = yield* narrowed(x, new Uint8Array(x.mentors), most);
  const top: Choice = yield* maximize(open);
  let choice = yield* maximize(yield* narrowed(x, closed, most));
  const members: number[][] = [];
  for (;;) {
    members.length = 0;
    for (let j = 0; j < x.mentors; j++) members.push([]);
    let i = 0;
    let pinnedTo = new Set<number>();
    for (const k of choice.edges) {
      while ((x.rowPtr[i + 1] as number) <= k) i++;
      members[x.mentor[k] as number]?.push(i);
      if ((x.kind[k] as number) !== FREE) pinnedTo = pinnedTo.add(x.mentor[k] as number);
    }
    let smallest = -1;
    for (const [j, list] of members.entries()) {
      if (list.length === 0 || list.length >= least || pinnedTo.has(j) || (closed[j] as number) === 1) continue;
      if (smallest < 0 || list.length < (members[smallest]?.length ?? 0)) smallest = j;
    }
    if (smallest < 0) break;
    closed[smallest] = 1;
    yield 0.5;
    choice = yield* maximize(yield* narrowed(x, closed, most));
  }
  const level = new Float64Array(x.mentees);
  const mentees = problem?.mentees ?? [];
  yield* inSlices(mentees.length, FEW, (from, to) => {
    for (const m of mentees.slice(from, to)) level[known.menteeAt.get(m.id) ?? 0] = m.level ?? 0;
  });
  yield* exchange(x, members, level, 20);

  const edges: number[] = [];
  const list: Group[] = [];
  let spread = 0;
  for (const [j, mine] of members.entries()) {
    if (mine.length === 0) continue;
    if (list.length % FEW === FEW - 1) yield 0.9;
    for (const i of mine) edges.push(edgeOf(x, i, j));
    const own = spreadOf(mine, level);
    spread += own;
    list.push({
      mentor: known.mentorIds[j] ?? '',
      mentees: mine.map((i) => known.menteeIds[i] ?? '').sort(),
      spread: own,
    });
  }
  const result = yield* outcome(known, Int32Array.from(edges).sort());
  const bound = (yield* outcome(known, top.edges)).totals;
  const reached = result.totals.met === bound.met;
  const gap = bound.score - (result.totals.score - spread);
  const proof = !reached ? 'not proven' : gap === 0 ? 'exact' : 'bounded';
  return { policy, ...result, certificate: null, proof, ...(reached ? { gap } : {}), groups: list };
}
