import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, solveNow, verify } from '../src/index.ts';
import { bruteForce, problems } from './random-problem.ts';

const small = problems({ mentees: 4, mentors: 4, need: 2, top: 20 });
const runs = { numRuns: 1500 };
const totals = (problem: Problem) => {
  const { totals } = solveNow(problem);
  return { met: totals.met, score: totals.score };
};

describe('policy max', () => {
  it('meets as many needs as can be met and then scores as high as can be, as trying everything shows', () => {
    fc.assert(
      fc.property(small, (problem) => {
        expect(totals(problem)).toEqual(bruteForce(problem));
      }),
      runs,
    );
  });

  it('proves it by prices that an independent check accepts', () => {
    fc.assert(
      fc.property(problems({ mentees: 12, mentors: 6, need: 2, top: 1000 }), (problem) => {
        const solution = solveNow(problem);
        expect(verify(problem, solution, solution.certificate)).toMatchObject({ ok: true, proved: true });
      }),
      runs,
    );
  });

  it('chooses the same pairs whatever the order of the input', () => {
    fc.assert(
      fc.property(
        problems({ mentees: 8, mentors: 4, need: 2, top: 3 }),
        fc.infiniteStream(fc.nat()),
        (problem, chance) => {
          const shuffled = <T>(list: readonly T[]): T[] =>
            list
              .map((x) => ({ x, key: chance.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ x }) => x);
          const other = {
            ...problem,
            mentees: shuffled(problem.mentees),
            mentors: shuffled(problem.mentors),
            edges: shuffled(problem.edges),
          };
          expect(solveNow(other).pairs).toEqual(solveNow(problem).pairs);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives k times the total when every score is k times as high', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 1000 }), (problem, k) => {
        const scaled = { ...problem, edges: problem.edges.map((e) => ({ ...e, score: e.score * k })) };
        const { met, score } = totals(problem);
        expect(totals(scaled)).toEqual({ met, score: score * k });
      }),
      { numRuns: 300 },
    );
  });

  it('does not change its totals for a mentor whom nobody may have', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const more = { ...problem, mentors: [...problem.mentors, { id: 'a-useless', capacity: 3 }] };
        expect(totals(more)).toEqual(totals(problem));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no more needs than a removed mentor had places', () => {
    fc.assert(
      fc.property(problems({ mentees: 6, mentors: 4, need: 1, top: 9, pins: false }), (problem) => {
        const [gone, ...mentors] = problem.mentors;
        const less = { ...problem, mentors, edges: problem.edges.filter((e) => e.mentor !== gone?.id) };
        const loss = totals(problem).met - totals(less).met;
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThanOrEqual(gone?.capacity ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it('names mentees who want more than all their mentors can give exactly when somebody stays without', () => {
    fc.assert(
      fc.property(problems({ mentees: 8, mentors: 4, need: 2, top: 9 }), (problem) => {
        const { certificate, unmet } = solveNow(problem);
        const violator = certificate?.violator ?? null;
        expect(violator !== null).toBe(unmet.length > 0);
        if (!violator) return;
        const missing = unmet.reduce((a, u) => a + u.missing, 0);
        expect(violator.wanted - violator.places).toBe(missing);
        const allowed = problem.edges.filter((e) => violator.mentees.includes(e.mentee));
        const vetoed = new Set((problem.vetoed ?? []).map((p) => `${p.mentee} ${p.mentor}`));
        for (const e of allowed)
          if (!vetoed.has(`${e.mentee} ${e.mentor}`)) expect(violator.mentors).toContain(e.mentor);
      }),
      runs,
    );
  });
});

describe('verify', () => {
  const problem: Problem = {
    mentees: [{ id: 'a' }, { id: 'b' }],
    mentors: [
      { id: 'x', capacity: 1 },
      { id: 'y', capacity: 1 },
    ],
    edges: [
      { mentee: 'a', mentor: 'x', score: 5 },
      { mentee: 'a', mentor: 'y', score: 4 },
      { mentee: 'b', mentor: 'x', score: 9 },
      { mentee: 'b', mentor: 'y', score: 1 },
    ],
  };

  it('refuses pairs that are not the best, whatever the prices say', () => {
    const { certificate } = solveNow(problem);
    const pairs = [
      { mentee: 'a', mentor: 'x', score: 5, pinned: false },
      { mentee: 'b', mentor: 'y', score: 1, pinned: false },
    ];
    expect(verify(problem, { pairs }, certificate)).toMatchObject({ ok: false });
    expect(verify(problem, { pairs }, null)).toMatchObject({ ok: true, proved: false });
  });

  it('refuses too many mentees for a mentor', () => {
    const pairs = ['a', 'b'].map((mentee) => ({ mentee, mentor: 'x', score: 0, pinned: false }));
    expect(verify(problem, { pairs }, null)).toEqual({ ok: false, why: 'mentor 0 has more mentees than places' });
  });
});

describe('input', () => {
  const good = {
    mentees: [{ id: 'a' }],
    mentors: [{ id: 'x', capacity: 1 }],
    edges: [{ mentee: 'a', mentor: 'x', score: 1 }],
  };

  it.each([
    ['mentee a: listed twice', { ...good, mentees: [{ id: 'a' }, { id: 'a' }] }],
    ['edge a – z: nobody is called z', { ...good, edges: [{ mentee: 'a', mentor: 'z', score: 1 }] }],
    ['edge a – x: score: 1.5 is not', { ...good, edges: [{ mentee: 'a', mentor: 'x', score: 1.5 }] }],
    ['mentor x: capacity: -1 is not', { ...good, mentors: [{ id: 'x', capacity: -1 }] }],
    [
      'mentor x: more pinned mentees than places',
      { ...good, mentors: [{ id: 'x', capacity: 0 }], pinned: [{ mentee: 'a', mentor: 'x' }] },
    ],
    ['pinned a – x: not among the edges', { ...good, edges: [], pinned: [{ mentee: 'a', mentor: 'x' }] }],
  ])('is refused with the entry named: %s', (message, problem) => {
    expect(() => solveNow(problem)).toThrow(message);
  });
});
