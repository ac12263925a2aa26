import fc from 'fast-check';
import type { Edge, PairKey, Problem } from '../src/index.ts';

export interface Shape {
  readonly mentees: number;
  readonly mentors: number;
  readonly need: number;
  readonly top: number;
  readonly ranks?: boolean;
  readonly pins?: boolean;
}

/** Small random problems with short lists, ties, pins and vetoes. */
export function problems({ mentees, mentors, need, top, ranks = false, pins = true }: Shape): fc.Arbitrary<Problem> {
  return fc
    .record({
      needs: fc.array(fc.integer({ min: 0, max: need }), { minLength: 1, maxLength: mentees }),
      places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: mentors }),
      cells: fc.array(
        fc.record({
          score: fc.integer({ min: top > 10 ? -top : 0, max: top }),
          fate: fc.integer({ min: 0, max: 99 }),
          a: fc.integer({ min: 1, max: 3 }),
          b: fc.integer({ min: 1, max: 3 }),
        }),
        { minLength: mentees * mentors, maxLength: mentees * mentors },
      ),
    })
    .map(({ needs, places, cells }) => {
      const edges: Edge[] = [];
      const pinned: PairKey[] = [];
      const vetoed: PairKey[] = [];
      const left = [...places];
      const open = [...needs];
      needs.forEach((_, i) => {
        places.forEach((_, j) => {
          const cell = cells[i * mentors + j];
          if (!cell || cell.fate < 35) return;
          const pair = { mentee: `s${i}`, mentor: `m${j}` };
          edges.push({ ...pair, score: cell.score, ...(ranks ? { menteeRank: cell.a, mentorRank: cell.b } : {}) });
          if (!pins) return;
          if (cell.fate > 95 && (left[j] ?? 0) > 0 && (open[i] ?? 0) > 0) {
            left[j] = (left[j] ?? 0) - 1;
            open[i] = (open[i] ?? 0) - 1;
            pinned.push(pair);
          } else if (cell.fate > 90) vetoed.push(pair);
        });
      });
      return {
        mentees: needs.map((x, i) => ({ id: `s${i}`, need: x })),
        mentors: places.map((capacity, j) => ({ id: `m${j}`, capacity })),
        edges,
        pinned,
        vetoed,
      };
    });
}

/** Every way to choose pairs that honours pins, vetoes, needs and places, one at a time. */
export function* everyChoice(problem: Problem): Generator<readonly Edge[]> {
  const is = (list: readonly PairKey[] | undefined, e: Edge): boolean =>
    (list ?? []).some((p) => p.mentee === e.mentee && p.mentor === e.mentor);
  const need = new Map(problem.mentees.map((p) => [p.id, p.need ?? 1]));
  const places = new Map(problem.mentors.map((p) => [p.id, p.capacity]));
  const chosen: Edge[] = [];
  const move = (e: Edge, by: number): void => {
    need.set(e.mentee, (need.get(e.mentee) ?? 0) + by);
    places.set(e.mentor, (places.get(e.mentor) ?? 0) + by);
  };
  const free: Edge[] = [];
  for (const e of problem.edges) {
    if (is(problem.pinned, e)) {
      chosen.push(e);
      move(e, -1);
    } else if (!is(problem.vetoed, e)) free.push(e);
  }
  function* from(at: number): Generator<readonly Edge[]> {
    const e = free[at];
    if (!e) {
      yield chosen;
      return;
    }
    if ((need.get(e.mentee) ?? 0) > 0 && (places.get(e.mentor) ?? 0) > 0) {
      move(e, -1);
      chosen.push(e);
      yield* from(at + 1);
      chosen.pop();
      move(e, 1);
    }
    yield* from(at + 1);
  }
  yield* from(0);
}

/** Most pairs, then the highest score, by trying everything. */
export function bruteForce(problem: Problem): { met: number; score: number } {
  let met = -1;
  let score = 0;
  for (const choice of everyChoice(problem)) {
    const sum = choice.reduce((a, e) => a + e.score, 0);
    if (choice.length > met || (choice.length === met && sum > score)) {
      met = choice.length;
      score = sum;
    }
  }
  return { met, score };
}
