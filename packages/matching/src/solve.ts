import { maximize, type Work } from './maximize.ts';
import { numbered } from './problem.ts';
import { provenSolution } from './solution.ts';
import type { Policy, Problem, Solution, SolveOptions } from './types.ts';

function* work(problem: Problem, policy: Policy): Work<Solution> {
  const known = numbered(problem);
  switch (policy.kind) {
    case 'max':
      return provenSolution(known, yield* maximize(known.instance), policy);
    default:
      throw new Error(`matching: policy ${policy.kind} is not ready`);
  }
}

/** Solves without pauses. Throws InputError for a problem that cannot be right. */
export function solveNow(problem: Problem, policy: Policy = { kind: 'max' }): Solution {
  return finish(work(problem, policy));
}

/** Runs work to its end at once. */
export function finish<T>(job: Work<T>): T {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

const SLICE = 15;

/** Runs work in slices of some milliseconds; between them the signal is looked at and the event loop may run. */
export async function finishSlowly<T>(job: Work<T>, stage: string, { signal, onProgress }: SolveOptions): Promise<T> {
  let done = 0;
  for (;;) {
    signal?.throwIfAborted();
    const until = performance.now() + SLICE;
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
  return finishSlowly(work(problem, policy), policy.kind, options);
}
