import { checking, FREE, InputError, type Instance, PINNED, VETOED } from './instance.ts';
import { edgeOf, type Numbered } from './problem.ts';
import type { Edge, PairKey, Problem } from './types.ts';
import { FEW, inRows, inSlices, type Work } from './work.ts';

const LARGEST = 2 ** 31 - 1;
const nameOf = (e: PairKey): string => `edge ${e.mentee} – ${e.mentor}`;
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Texts in ascending order: parts are sorted, then merged. O(n log n). */
export function* sortedTexts(texts: readonly string[]): Work<string[]> {
  let from: string[] = [];
  yield* inSlices(texts.length, FEW, (lo, hi) => {
    for (const text of texts.slice(lo, hi).sort(before)) from.push(text);
  });
  for (let width = FEW; width < texts.length; width *= 2) {
    const to: string[] = [];
    for (let lo = 0; lo < texts.length; lo += 2 * width) {
      const mid = Math.min(lo + width, texts.length);
      const end = Math.min(mid + width, texts.length);
      let a = lo;
      let b = mid;
      yield* inSlices(end - lo, FEW, (x, y) => {
        for (let k = x; k < y; k++) {
          const left = from[a] ?? '';
          const right = from[b] ?? '';
          if (b >= end || (a < mid && left <= right)) {
            to.push(left);
            a++;
          } else {
            to.push(right);
            b++;
          }
        }
      });
    }
    from = to;
  }
  return from;
}

function* sortedIds(people: readonly { readonly id: string }[], what: string): Work<[string[], Map<string, number>]> {
  const ids = yield* sortedTexts(people.map((p) => p.id));
  const at = new Map<string, number>();
  yield* inSlices(ids.length, FEW, (from, to) => {
    for (let x = from; x < to; x++) at.set(ids[x] ?? '', x);
  });
  if (at.size !== ids.length) throw new InputError(`${what} ${ids.find((id, x) => ids[x + 1] === id)}: listed twice`);
  return [ids, at];
}

const whole = (value: number, least: number, most: number, what: string): number => {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new InputError(`${what}: ${value} is not a whole number between ${least} and ${most}`);
  return value;
};

const known = (at: ReadonlyMap<string, number>, id: string, what: string): number => {
  const x = at.get(id);
  if (x === undefined) throw new InputError(`${what}: nobody is called ${id}`);
  return x;
};

/** Edges in the order of the input, as numbers. */
interface Read {
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
  /** Ranks of both sides, one after the other; null unless every edge has both. */
  readonly ranks: Int32Array | null;
  /** By mentee, then mentor, already. */
  readonly ascending: boolean;
}

type Places = ReadonlyMap<string, number>;

function* readEdges(edges: readonly Edge[], menteeAt: Places, mentorAt: Places): Work<Read> {
  const count = edges.length;
  const mentee = new Int32Array(count);
  const mentor = new Int32Array(count);
  const score = new Int32Array(count);
  let ranks: Int32Array | null = count > 0 && edges[0]?.menteeRank === undefined ? null : new Int32Array(2 * count);
  let bad: Edge | null = null;
  let ascending = true;
  let last = -1;
  let lastMentor = -1;
  const rank = (k: number, e: Edge): void => {
    if (!ranks) return;
    const { menteeRank: a, mentorRank: b } = e;
    if (a === undefined || b === undefined) ranks = null;
    else {
      if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 1 && b >= 1 && a <= LARGEST && b <= LARGEST)) bad ??= e;
      ranks[k] = a;
      ranks[count + k] = b;
    }
  };
  yield* inSlices(count, 2 * FEW, (from, to) => {
    for (let k = from; k < to; k++) {
      const e = edges[k] as Edge;
      const i = menteeAt.get(e.mentee) ?? known(menteeAt, e.mentee, nameOf(e));
      const j = mentorAt.get(e.mentor) ?? known(mentorAt, e.mentor, nameOf(e));
      const s = e.score;
      if (!Number.isInteger(s) || s < -LARGEST || s > LARGEST) whole(s, -LARGEST, LARGEST, `${nameOf(e)}: score`);
      mentee[k] = i;
      mentor[k] = j;
      score[k] = s;
      rank(k, e);
      if (i < last || (i === last && j < lastMentor)) ascending = false;
      last = i;
      lastMentor = j;
    }
  });
  if (ranks && bad) {
    whole((bad as Edge).menteeRank ?? 0, 1, LARGEST, `${nameOf(bad)}: menteeRank`);
    whole((bad as Edge).mentorRank ?? 0, 1, LARGEST, `${nameOf(bad)}: mentorRank`);
  }
  return { mentee, mentor, score, ranks, ascending };
}

/** Where the edges of each person begin. */
function* startsOf(side: Int32Array, people: number): Work<Int32Array> {
  const ptr = new Int32Array(people + 1);
  yield* inSlices(side.length, 8 * FEW, (from, to) => {
    for (let k = from; k < to; k++) {
      const x = (side[k] as number) + 1;
      ptr[x] = (ptr[x] as number) + 1;
    }
  });
  for (let x = 0; x < people; x++) ptr[x + 1] = (ptr[x + 1] as number) + (ptr[x] as number);
  return ptr;
}

/** For each place in the order by mentee, then mentor, the edge that stands there. Counting sort by one side, then the other. */
function* orderOf({ mentee, mentor }: Read, rowPtr: Int32Array, mentors: number): Work<Int32Array> {
  const count = mentee.length;
  const byMentor = new Int32Array(count);
  const order = new Int32Array(count);
  const column = yield* startsOf(mentor, mentors);
  yield* inSlices(count, 4 * FEW, (from, to) => {
    for (let k = from; k < to; k++) {
      const j = mentor[k] as number;
      byMentor[column[j] as number] = k;
      column[j] = (column[j] as number) + 1;
    }
  });
  const row = rowPtr.slice();
  yield* inSlices(count, 4 * FEW, (from, to) => {
    for (let x = from; x < to; x++) {
      const k = byMentor[x] as number;
      const i = mentee[k] as number;
      order[row[i] as number] = k;
      row[i] = (row[i] as number) + 1;
    }
  });
  return order;
}

function* ordered(values: Int32Array, order: Int32Array, offset = 0): Work<Int32Array> {
  const result = new Int32Array(order.length);
  yield* inSlices(order.length, 4 * FEW, (from, to) => {
    for (let x = from; x < to; x++) result[x] = values[offset + (order[x] as number)] as number;
  });
  return result;
}

/** Checks a problem and numbers its people; throws InputError naming the first bad entry. O(E + n log n). */
export function* numbering(problem: Problem): Work<Numbered> {
  const [menteeIds, menteeAt] = yield* sortedIds(problem.mentees, 'mentee');
  const [mentorIds, mentorAt] = yield* sortedIds(problem.mentors, 'mentor');
  const need = new Int32Array(menteeIds.length);
  const capacity = new Int32Array(mentorIds.length);
  yield* inSlices(menteeIds.length, FEW, (from, to) => {
    for (const p of problem.mentees.slice(from, to))
      need[known(menteeAt, p.id, 'mentee')] = whole(p.need ?? 1, 0, LARGEST, `mentee ${p.id}: need`);
  });
  yield* inSlices(mentorIds.length, FEW, (from, to) => {
    for (const p of problem.mentors.slice(from, to))
      capacity[known(mentorAt, p.id, 'mentor')] = whole(p.capacity, 0, LARGEST, `mentor ${p.id}: capacity`);
  });
  const read = yield* readEdges(problem.edges, menteeAt, mentorAt);
  const rowPtr = yield* startsOf(read.mentee, menteeIds.length);
  let { mentor, score } = read;
  let ranks = read.ranks && [read.ranks.subarray(0, mentor.length), read.ranks.subarray(mentor.length)];
  if (!read.ascending) {
    const order = yield* orderOf(read, rowPtr, mentorIds.length);
    mentor = yield* ordered(mentor, order);
    score = yield* ordered(score, order);
    if (read.ranks) ranks = [yield* ordered(read.ranks, order), yield* ordered(read.ranks, order, order.length)];
  }
  yield* inRows(rowPtr, menteeIds.length, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let k = (rowPtr[i] as number) + 1; k < (rowPtr[i + 1] as number); k++) {
        if ((mentor[k] as number) === (mentor[k - 1] as number))
          throw new InputError(`edge ${menteeIds[i]} – ${mentorIds[mentor[k] as number]}: listed twice`);
      }
    }
  });
  const instance: Instance = {
    mentees: menteeIds.length,
    mentors: mentorIds.length,
    capacity,
    need,
    rowPtr,
    mentor,
    score,
    kind: new Uint8Array(mentor.length),
    ...(ranks?.[0] && ranks[1] ? { menteeRank: ranks[0], mentorRank: ranks[1] } : {}),
  };
  const all: Numbered = { instance, menteeIds, mentorIds, menteeAt, mentorAt };
  yield* marking(all, problem.pinned ?? [], PINNED, 'pinned');
  yield* marking(all, problem.vetoed ?? [], VETOED, 'vetoed');
  yield* checkingNamed(all);
  return all;
}

function* marking({ instance, menteeAt, mentorAt }: Numbered, pairs: readonly PairKey[], as: number, what: string) {
  const { kind } = instance;
  yield* inSlices(pairs.length, FEW, (from, to) => {
    for (const p of pairs.slice(from, to)) {
      const i = known(menteeAt, p.mentee, `${what} ${p.mentee} – ${p.mentor}`);
      const k = edgeOf(instance, i, known(mentorAt, p.mentor, `${what} ${p.mentee} – ${p.mentor}`));
      if (k < 0 && as === PINNED) throw new InputError(`pinned ${p.mentee} – ${p.mentor}: not among the edges`);
      if (k < 0) continue; // a veto of a pair that is not allowed anyway
      if ((kind[k] as number) !== FREE && (kind[k] as number) !== as)
        throw new InputError(`${what} ${p.mentee} – ${p.mentor}: both pinned and vetoed`);
      kind[k] = as;
    }
  });
}

function* checkingNamed({ instance, menteeIds, mentorIds }: Numbered): Work<void> {
  try {
    yield* checking(instance);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = error.message
      .replace(/mentee (\d+)/, (_, x) => `mentee ${menteeIds[Number(x)]}`)
      .replace(/mentor (\d+)/, (_, x) => `mentor ${mentorIds[Number(x)]}`);
    throw new InputError(named);
  }
}
