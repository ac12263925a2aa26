export { type Form, joinForms, solveForms, withContinuity, withNoShows } from './adjust.ts';
export type { Change, Effect, PairReasons, Relaxation, UnmetReasons } from './changes.ts';
export { InputError } from './instance.ts';
export { openSession, type Session } from './open-session.ts';
export { solve, solveNow } from './solve.ts';
export type * from './types.ts';
export { type Verdict, verify } from './verify.ts';
