import type { Criterion } from '../criterion.ts';

/**
 * Who was left without a mentor before comes first where places are short. All pairs of one mentee gain the same, and the
 * engine places most people before it counts points, so this never costs anybody's pair: it only says whose.
 */
export const firstInLine: Criterion = {
  name: 'first-in-line',
  usualWeight: 20,
  judge(_, mentee) {
    return { share: mentee.firstInLine ? 1 : 0, of: [] };
  },
};
