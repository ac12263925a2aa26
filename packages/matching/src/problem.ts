import { checkInstance, FREE, InputError, type Instance, PINNED, VETOED } from './instance.ts';
import type { Edge, PairKey, Problem } from './types.ts';

/** A problem as numbers, and the way back: ids in ascending order, so the order of the input cannot matter. */
export interface Numbered {
  readonly instance: Instance;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly menteeAt: ReadonlyMap<string, number>;
  readonly mentorAt: ReadonlyMap<string, number>;
}

const LARGEST = 2 ** 31 - 1;

const sortedIds = (people: readonly { readonly id: string }[], what: string): [string[], Map<string, number>] => {
  const ids = people.map((p) => p.id).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = new Map(ids.map((id, x) => [id, x]));
  if (at.size !== ids.length) {
    const twice = ids.find((id, x) => ids[x + 1] === id);
    throw new InputError(`${what} ${twice}: listed twice`);
  }
  return [ids, at];
};

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

/** Checks a problem and numbers its people; throws InputError naming the first bad entry. */
export function numbered(problem: Problem): Numbered {
  const [menteeIds, menteeAt] = sortedIds(problem.mentees, 'mentee');
  const [mentorIds, mentorAt] = sortedIds(problem.mentors, 'mentor');
  const need = new Int32Array(menteeIds.length);
  const capacity = new Int32Array(mentorIds.length);
  for (const p of problem.mentees)
    need[known(menteeAt, p.id, 'mentee')] = whole(p.need ?? 1, 0, LARGEST, `mentee ${p.id}: need`);
  for (const p of problem.mentors)
    capacity[known(mentorAt, p.id, 'mentor')] = whole(p.capacity, 0, LARGEST, `mentor ${p.id}: capacity`);
  const rowPtr = new Int32Array(menteeIds.length + 1);
  const name = (e: PairKey): string => `edge ${e.mentee} – ${e.mentor}`;
  const rows: [number, Edge][][] = menteeIds.map(() => []);
  for (const e of problem.edges) {
    whole(e.score, -LARGEST, LARGEST, `${name(e)}: score`);
    rows[known(menteeAt, e.mentee, name(e))]?.push([known(mentorAt, e.mentor, name(e)), e]);
  }
  const edges = problem.edges.length;
  const mentor = new Int32Array(edges);
  const score = new Int32Array(edges);
  const kind = new Uint8Array(edges);
  const ranked = problem.edges.every((e) => e.menteeRank !== undefined && e.mentorRank !== undefined);
  const menteeRank = new Int32Array(ranked ? edges : 0);
  const mentorRank = new Int32Array(ranked ? edges : 0);
  let at = 0;
  for (const [i, row] of rows.entries()) {
    row.sort((a, b) => (a[0] as number) - (b[0] as number));
    let before = -1;
    for (const [j, e] of row) {
      if (j === before) throw new InputError(`${name(e)}: listed twice`);
      before = j;
      mentor[at] = j;
      score[at] = e.score;
      if (ranked) {
        menteeRank[at] = whole(e.menteeRank ?? 0, 1, LARGEST, `${name(e)}: menteeRank`);
        mentorRank[at] = whole(e.mentorRank ?? 0, 1, LARGEST, `${name(e)}: mentorRank`);
      }
      at++;
    }
    rowPtr[i + 1] = at;
  }
  const instance: Instance = {
    mentees: menteeIds.length,
    mentors: mentorIds.length,
    capacity,
    need,
    rowPtr,
    mentor,
    score,
    kind,
    ...(ranked ? { menteeRank, mentorRank } : {}),
  };
  const mark = (pairs: readonly PairKey[] | undefined, as: number, what: string): void => {
    for (const p of pairs ?? []) {
      const i = known(menteeAt, p.mentee, `${what} ${p.mentee} – ${p.mentor}`);
      const k = edgeOf(instance, i, known(mentorAt, p.mentor, `${what} ${p.mentee} – ${p.mentor}`));
      if (k < 0 && as === PINNED) throw new InputError(`pinned ${p.mentee} – ${p.mentor}: not among the edges`);
      if (k < 0) continue; // a veto of a pair that is not allowed anyway
      if ((kind[k] as number) !== FREE && (kind[k] as number) !== as)
        throw new InputError(`${what} ${p.mentee} – ${p.mentor}: both pinned and vetoed`);
      kind[k] = as;
    }
  };
  mark(problem.pinned, PINNED, 'pinned');
  mark(problem.vetoed, VETOED, 'vetoed');
  try {
    checkInstance(instance);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = error.message
      .replace(/mentee (\d+)/, (_, x) => `mentee ${menteeIds[Number(x)]}`)
      .replace(/mentor (\d+)/, (_, x) => `mentor ${mentorIds[Number(x)]}`);
    throw new InputError(named);
  }
  return { instance, menteeIds, mentorIds, menteeAt, mentorAt };
}

/** The number of the edge from mentee i to mentor j, -1 without one. O(log row). */
export function edgeOf(x: Instance, i: number, j: number): number {
  const end = x.rowPtr[i + 1] as number;
  let lo = x.rowPtr[i] as number;
  let hi = end;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((x.mentor[mid] as number) < j) lo = mid + 1;
    else hi = mid;
  }
  return lo < end && (x.mentor[lo] as number) === j ? lo : -1;
}

/** The row (mentee) that edge k belongs to. O(log rows). */
export function ownerOf(ptr: Int32Array, k: number): number {
  let lo = 0;
  let hi = ptr.length - 1;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if ((ptr[mid] as number) <= k) lo = mid;
    else hi = mid;
  }
  return lo;
}

/** An instance whose people are called by their numbers. */
export function byNumber(instance: Instance): Numbered {
  checkInstance(instance);
  const ids = (count: number): string[] => Array.from({ length: count }, (_, x) => String(x));
  const menteeIds = ids(instance.mentees);
  const mentorIds = ids(instance.mentors);
  const at = (list: readonly string[]): Map<string, number> => new Map(list.map((id, x) => [id, x]));
  return { instance, menteeIds, mentorIds, menteeAt: at(menteeIds), mentorAt: at(mentorIds) };
}
