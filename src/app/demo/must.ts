import type { Outcome } from '../../kernel/outcome.ts';

/** What a use case made; the demo is written so that none refuses, and a change of rules that makes one refuse is told at once. */
export const must = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.reason}`);
  return outcome.value;
};
