import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, solveNow, verify } from '../src/index.ts';
import { everyChoice, problems } from './random-problem.ts';

const chosenScores = (
  problem: Problem,
  pairs: readonly { mentee: string; mentor: string; score: number }[],
): number[] =>
  pairs
    .filter((p) => !(problem.pinned ?? []).some((q) => q.mentee === p.mentee && q.mentor === p.mentor))
    .map((p) => p.score)
    .sort((a, b) => a - b);
const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((x, i) => x !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

describe('policy fair', () => {
  it('by bottleneck meets most needs, then lifts the worst score, then the total, and proves it above its floor', () => {
    fc.assert(
      fc.property(problems({ mentees: 4, mentors: 4, need: 2, top: 9 }), (problem) => {
        let best: number[] = [-1, 0, 0];
        for (const choice of everyChoice(problem)) {
          const worst = chosenScores(problem, choice)[0] ?? 1000;
          const now = [choice.length, worst, choice.reduce((sum, e) => sum + e.score, 0)];
          if (compare(now, best) > 0) best = now;
        }
        const solution = solveNow(problem, { kind: 'fair' });
        const { met, worst, score } = solution.totals;
        expect([met, worst ?? 1000, score]).toEqual(best);
        const floor = solution.floor ?? 0;
        const pins = new Set((problem.pinned ?? []).map((p) => `${p.mentee} ${p.mentor}`));
        const above = { ...problem, vetoed: [] as { mentee: string; mentor: string }[] };
        above.vetoed.push(
          ...(problem.vetoed ?? []),
          ...problem.edges.filter((e) => e.score < floor && !pins.has(`${e.mentee} ${e.mentor}`)),
        );
        expect(verify(above, solution, solution.certificate)).toMatchObject({ ok: true, proved: true });
      }),
      { numRuns: 1000 },
    );
  });

  it('by lexicographic order lifts the worst, then the second worst, and so on', () => {
    fc.assert(
      fc.property(problems({ mentees: 5, mentors: 4, need: 1, top: 5 }), (problem) => {
        let best: number[] | null = null;
        for (const choice of everyChoice(problem)) {
          const now = [choice.length, ...chosenScores(problem, choice)];
          if (!best || compare(now, best) > 0) best = now;
        }
        const { pairs } = solveNow(problem, { kind: 'fair', by: 'lexicographic' });
        expect([pairs.length, ...chosenScores(problem, pairs)]).toEqual(best);
      }),
      { numRuns: 1000 },
    );
  });
});
