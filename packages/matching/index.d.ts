// The published face of the package. The source keeps its own, looser compiler options for typed arrays.
import type { Certificate, Policy, Problem, Solution, SolveOptions } from './src/types.ts';

export type * from './src/types.ts';

/** Matches; see README. Rejects with `InputError` that names the bad entry, or with the signal's reason. */
export declare function solve(problem: Problem, policy?: Policy, options?: SolveOptions): Promise<Solution>;

/** Checks pairs and proof independently of how they were found. */
export declare function verify(
  problem: Problem,
  solution: Solution,
  certificate: Certificate,
): { readonly ok: true; readonly proved: boolean } | { readonly ok: false; readonly why: string };
