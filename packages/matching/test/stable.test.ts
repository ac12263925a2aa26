import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, type PairKey, type Problem, solveNow } from '../src/index.ts';
import { everyChoice, problems } from './random-problem.ts';

const small = problems({ mentees: 5, mentors: 4, need: 1, top: 9, ranks: true });
const key = (p: PairKey): string => `${p.mentee} ${p.mentor}`;

/** Pairs, neither pinned nor vetoed, who both prefer each other to what they have. */
function blocking(problem: Problem, chosen: readonly PairKey[]): Edge[] {
  const edgeOf = new Map(problem.edges.map((e) => [key(e), e]));
  const fixed = new Set([...(problem.pinned ?? []), ...(problem.vetoed ?? [])].map(key));
  const pinned = new Set((problem.pinned ?? []).map(key));
  return problem.edges.filter((e) => {
    if (fixed.has(key(e))) return false;
    const need = problem.mentees.find((m) => m.id === e.mentee)?.need ?? 1;
    const places = problem.mentors.find((m) => m.id === e.mentor)?.capacity ?? 0;
    const own = chosen.filter((p) => p.mentee === e.mentee);
    const theirs = chosen.filter((p) => p.mentor === e.mentor);
    if (own.some((p) => key(p) === key(e))) return false;
    const rank = (p: PairKey, side: 'menteeRank' | 'mentorRank') =>
      pinned.has(key(p)) ? 0 : (edgeOf.get(key(p))?.[side] ?? 0);
    const wants = own.length < need || own.some((p) => rank(p, 'menteeRank') > (e.menteeRank ?? 0));
    const wanted = theirs.length < places || theirs.some((p) => rank(p, 'mentorRank') > (e.mentorRank ?? 0));
    return wants && wanted;
  });
}

describe('policy stable', () => {
  it.each(['size', 'mentee', 'mentor'] as const)(
    'leaves no pair that would rather have each other (best for %s)',
    (best) => {
      fc.assert(
        fc.property(problems({ mentees: 10, mentors: 5, need: 1, top: 9, ranks: true }), (problem) => {
          expect(blocking(problem, solveNow(problem, { kind: 'stable', best }).pairs)).toEqual([]);
        }),
        { numRuns: 1500 },
      );
    },
  );

  it('is at least two thirds of the largest stable matching', () => {
    fc.assert(
      fc.property(small, (problem) => {
        let largest = 0;
        for (const choice of everyChoice(problem)) {
          if (choice.length > largest && blocking(problem, choice).length === 0) largest = choice.length;
        }
        const pins = problem.pinned?.length ?? 0;
        const found = solveNow(problem, { kind: 'stable' }).pairs.length;
        expect(3 * (found - pins)).toBeGreaterThanOrEqual(2 * (largest - pins));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives every mentee the best stable mentor when nothing ties and mentees come first', () => {
    const strict = small.map((problem) => ({
      ...problem,
      pinned: [],
      edges: problem.edges.map((e, x) => ({ ...e, menteeRank: 1 + ((x * 7) % 31), mentorRank: 1 + ((x * 11) % 37) })),
    }));
    fc.assert(
      fc.property(strict, (problem) => {
        const { pairs } = solveNow(problem, { kind: 'stable', best: 'mentee' });
        const rankOf = (p: PairKey) => problem.edges.find((e) => key(e) === key(p))?.menteeRank ?? 0;
        for (const choice of everyChoice(problem)) {
          if (blocking(problem, choice).length > 0) continue;
          for (const e of choice) {
            const mine = pairs.find((p) => p.mentee === e.mentee);
            expect(mine && rankOf(mine)).toBeLessThanOrEqual(e.menteeRank ?? 0);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('refuses edges without ranks', () => {
    const problem = {
      mentees: [{ id: 'a' }],
      mentors: [{ id: 'x', capacity: 1 }],
      edges: [{ mentee: 'a', mentor: 'x', score: 1 }],
    };
    expect(() => solveNow(problem, { kind: 'stable' })).toThrow('every edge needs menteeRank and mentorRank');
  });
});
