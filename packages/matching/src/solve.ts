import { fairByBottleneck, fairLexicographic } from './fair.ts';
import { groups } from './groups.ts';
import { maximize } from './maximize.ts';
import { numbering } from './numbering.ts';
import type { Numbered } from './problem.ts';
import { outcome, provenSolution } from './solution.ts';
import { stable } from './stable.ts';
import type { Policy, Problem, Solution, SolveOptions } from './types.ts';
import { finish, type Work } from './work.ts';

/** Solves a numbered problem by any policy; `problem` adds what numbers do not say (levels for groups). */
export function* solveNumbered(
  known: Numbered,
  policy: Policy,
  problem: Pick<Problem, 'mentees'> | null,
): Work<Solution> {
  const x = known.instance;
  switch (policy.kind) {
    case 'max':
      return yield* provenSolution(known, yield* maximize(x), policy);
    case 'fair': {
      if (policy.by === 'lexicographic') {
        const { choice, floor } = yield* fairLexicographic(x);
        return { policy, ...(yield* outcome(known, choice.edges)), certificate: null, proof: 'exact', floor };
      }
      const { choice, floor } = yield* fairByBottleneck(x);
      return { ...(yield* provenSolution(known, choice, policy)), floor };
    }
    case 'stable': {
      const edges = yield* stable(x, policy.best ?? 'size');
      return { policy, ...(yield* outcome(known, edges)), certificate: null, proof: 'stable' };
    }
    case 'groups':
      return yield* groups(known, policy, problem);
  }
}

/** The whole work on a problem, with pauses. */
export function* solving(problem: Problem, policy: Policy): Work<Solution> {
  return yield* solveNumbered(yield* numbering(problem), policy, problem);
}

/** Solves without pauses. Throws InputError for a problem that cannot be right. */
export function solveNow(problem: Problem, policy: Policy = { kind: 'max' }): Solution {
  return finish(solving(problem, policy));
}

const MILLISECONDS = 15;

/** Runs work in slices of some milliseconds; between them the signal is looked at and the event loop may run. */
export async function finishSlowly<T>(job: Work<T>, stage: string, { signal, onProgress }: SolveOptions): Promise<T> {
  let done = 0;
  for (;;) {
    signal?.throwIfAborted();
    const until = performance.now() + MILLISECONDS;
    do {
      const step = job.next();
      if (step.done) return step.value;
      done = Math.max(done, step.value);
    } while (performance.now() < until);
    onProgress?.({ stage, done });
    await new Promise((next) => setTimeout(next));
  }
}

/** Solves in slices, so that the caller's thread stays alive. Rejects with the signal's reason when cancelled. */
export function solve(
  problem: Problem,
  policy: Policy = { kind: 'max' },
  options: SolveOptions = {},
): Promise<Solution> {
  return finishSlowly(solving(problem, policy), policy.kind, options);
}
