import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinForms,
  openSession,
  type Problem,
  solve,
  solveForms,
  solveNow,
  verify,
  withContinuity,
  withNoShows,
} from '../src/index.ts';
import { problems } from './random-problem.ts';

/** So many mentees with an edge to everybody, scores spread by a fixed rule. */
const everybody = (mentees: number, mentors: number, capacity: number): Problem => ({
  mentees: Array.from({ length: mentees }, (_, i) => ({ id: `s${i}`, level: i % 5 })),
  mentors: Array.from({ length: mentors }, (_, j) => ({ id: `m${j}`, capacity, kind: j % 2 ? 'odd' : 'even' })),
  edges: Array.from({ length: mentees * mentors }, (_, k) => {
    const i = k % mentees;
    const j = Math.floor(k / mentees);
    return { mentee: `s${i}`, mentor: `m${j}`, score: (i * 37 + j * 101 + i * j * 13) % 1000 };
  }),
});

describe('policy groups', () => {
  it('gives nobody a group that is too small or too large, and never claims more than the assignment allows', () => {
    fc.assert(
      fc.property(
        problems({ mentees: 14, mentors: 5, need: 1, top: 50, pins: false }),
        fc.integer({ min: 1, max: 3 }),
        (start, least) => {
          const problem = { ...start, mentors: start.mentors.map((m) => ({ ...m, capacity: m.capacity * 2 })) };
          const solution = solveNow(problem, { kind: 'groups', least, most: 4 });
          for (const g of solution.groups ?? []) {
            expect(g.mentees.length).toBeGreaterThanOrEqual(least);
            expect(g.mentees.length).toBeLessThanOrEqual(4);
          }
          expect(verify(problem, solution, null)).toMatchObject({ ok: true });
          const top = solveNow(problem).totals;
          expect(solution.totals.met).toBeLessThanOrEqual(top.met);
          if (solution.gap !== undefined) expect(solution.gap).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('puts close levels together where points do not speak against it', () => {
    const flat = everybody(12, 3, 4);
    const problem = {
      ...flat,
      mentees: flat.mentees.map((m, i) => ({ ...m, level: 10 * (i % 3) })),
      edges: flat.edges.map((e) => ({ ...e, score: 5 })),
    };
    const { groups, proof } = solveNow(problem, { kind: 'groups', least: 3, most: 4 });
    expect(groups?.map((g) => g.spread)).toEqual([0, 0, 0]);
    expect(proof).toBe('exact');
  });
});

describe('adjustments', () => {
  const problem: Problem = {
    mentees: [{ id: 'a' }, { id: 'b' }],
    mentors: [
      { id: 'x', capacity: 1 },
      { id: 'y', capacity: 1 },
    ],
    edges: [
      { mentee: 'a', mentor: 'x', score: 10 },
      { mentee: 'a', mentor: 'y', score: 8 },
      { mentee: 'b', mentor: 'x', score: 8 },
      { mentee: 'b', mentor: 'y', score: 8 },
    ],
  };
  const partner = (p: Problem, mentee: string) => solveNow(p).pairs.find((x) => x.mentee === mentee)?.mentor;

  it('keep a pair of last year when its bonus outweighs the difference', () => {
    expect(partner(problem, 'a')).toBe('x');
    expect(partner(withContinuity(problem, [{ mentee: 'b', mentor: 'x' }], 1), 'a')).toBe('x');
    const kept = withContinuity(problem, [{ mentee: 'b', mentor: 'x' }], 5);
    expect(partner(kept, 'a')).toBe('y');
    expect(kept.edges.find((e) => e.mentee === 'b' && e.mentor === 'x')?.parts).toEqual([
      { rule: 'continuity', points: 5 },
    ]);
  });

  it('give the only place to the one who came', () => {
    const scarce = {
      ...problem,
      mentors: [{ id: 'x', capacity: 1 }],
      edges: problem.edges.filter((e) => e.mentor === 'x'),
    };
    expect(solveNow(scarce).pairs[0]?.mentee).toBe('a');
    expect(solveNow(withNoShows(scarce, { a: 3 }, 1)).pairs[0]?.mentee).toBe('b');
  });

  it('join forms: nobody mentors themself and a person in two forms keeps to their places over all', async () => {
    const form = (name: string) => ({
      form: name,
      problem: {
        mentees: [{ id: 'ann' }, { id: 'bob' }],
        mentors: [
          { id: 'bob', capacity: 2 },
          { id: 'eve', capacity: 2 },
        ],
        edges: ['ann', 'bob'].flatMap((mentee) =>
          ['bob', 'eve'].map((mentor) => ({ mentee, mentor, score: mentor === 'eve' ? 9 : 1 })),
        ),
      },
    });
    const forms = [form('teach'), form('work')];
    expect(joinForms(forms).edges.some((e) => e.mentee.endsWith('bob') && e.mentor.endsWith('bob'))).toBe(false);
    const { pairs } = await solveForms(forms, { eve: 2 });
    expect(pairs.filter((p) => p.mentor === 'all/eve')).toHaveLength(2);
    expect(pairs).toHaveLength(4);
  });
});

describe('reasons', () => {
  const problem: Problem = {
    mentees: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    mentors: [
      { id: 'x', capacity: 1, kind: 'welder' },
      { id: 'y', capacity: 1, kind: 'cook' },
      { id: 'z', capacity: 1, kind: 'cook' },
    ],
    edges: [
      { mentee: 'a', mentor: 'x', score: 9, parts: [{ rule: 'goals', points: 9 }] },
      { mentee: 'b', mentor: 'x', score: 7 },
      { mentee: 'b', mentor: 'y', score: 2 },
      { mentee: 'c', mentor: 'x', score: 4 },
    ],
    cuts: [
      { mentee: 'c', mentor: 'y', rule: 'hours', score: 3 },
      { mentee: 'c', mentor: 'z', rule: 'language', score: 6 },
    ],
  };

  it('say of a pair what its score is made of and who has the better places', () => {
    const session = openSession(problem);
    expect(session.explainPair('a', 'x').parts).toEqual([{ rule: 'goals', points: 9 }]);
    expect(session.explainPair('b', 'y').better).toEqual([{ mentor: 'x', score: 7, holders: ['a'] }]);
  });

  it('say of somebody without a mentor which rules cut whom, who blocks, and what would help at what cost', () => {
    const { cuts, blocking, relaxations, missing } = openSession(problem).explainUnmet('c');
    expect(missing).toBe(1);
    expect(cuts).toEqual([
      { rule: 'hours', mentors: ['y'] },
      { rule: 'language', mentors: ['z'] },
    ]);
    expect(blocking).toEqual({ mentees: ['a', 'c'], mentors: ['x'], wanted: 2, places: 1 });
    const ways = relaxations.map(({ way, mentor, effect, costForOthers }) => ({
      way,
      mentor,
      met: effect.met,
      score: effect.score,
      costForOthers,
    }));
    expect(ways).toContainEqual({ way: 'rule', mentor: 'z', met: 1, score: 6, costForOthers: 0 });
    expect(ways).toContainEqual({ way: 'place', mentor: 'x', met: 1, score: 4, costForOthers: 0 });
    expect(ways.at(-1)).toEqual({ way: 'rule', mentor: 'y', met: 0, score: 1, costForOthers: 2 });
  });

  it('say what a rule costs and what one more mentor of a kind would bring', () => {
    const session = openSession(problem);
    expect(session.ruleCost('language')).toMatchObject({ met: 1, score: 6 });
    expect(session.ruleCost('hours')).toMatchObject({ met: 0, score: 1, removed: [{ mentee: 'b', mentor: 'y' }] });
    expect(session.marginal('welder')).toMatchObject({ met: 1, score: 4 });
  });

  it('come with relaxations that keep what they promise', () => {
    fc.assert(
      fc.property(problems({ mentees: 8, mentors: 4, need: 1, top: 20 }), (start) => {
        const session = openSession(start);
        for (const { mentee } of session.solution().unmet) {
          for (const { changes, effect } of session.explainUnmet(mentee).relaxations) {
            const other = openSession(start);
            const { totals } = other.solution();
            other.apply(changes);
            const after = other.solution();
            expect(after.totals.met - totals.met).toBe(effect.met);
            expect(after.totals.score - totals.score).toBe(effect.score);
          }
        }
        const now = session.solution();
        expect(verify(start, now, now.certificate)).toMatchObject({ ok: true, proved: true });
        const { violator } = now.certificate ?? {};
        expect((violator?.wanted ?? 0) - (violator?.places ?? 0)).toBe(now.unmet.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('solving in slices', () => {
  it('gives the same as solving at once and tells progress that does not fall', async () => {
    const problem = everybody(300, 60, 5);
    const seen: number[] = [];
    const solution = await solve(problem, { kind: 'max' }, { onProgress: ({ done }) => seen.push(done) });
    expect(solution).toEqual(solveNow(problem));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('gives the same in a worker thread', async () => {
    const problem = everybody(40, 8, 5);
    const worker = new Worker(new URL('./solve-in-worker.ts', import.meta.url), { workerData: problem });
    const solution = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await worker.terminate();
    expect(solution).toEqual(solveNow(problem));
  });

  it('can be cancelled on the way', async () => {
    const control = new AbortController();
    const reasons: unknown[] = [];
    const job = solve(
      everybody(1000, 1000, 1),
      { kind: 'max' },
      { signal: control.signal, onProgress: () => control.abort(new Error('enough')) },
    );
    await job.catch((reason: unknown) => reasons.push(reason));
    expect(reasons).toEqual([new Error('enough')]);
  });

  it('stops with the reason of the signal', async () => {
    await expect(
      solve(everybody(30, 6, 5), { kind: 'max' }, { signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });
});
