import type { Criterion } from '../criterion.ts';

/** Each meeting missed without a word takes a third of the weight away: a scarce place goes to others first. */
export const noShows: Criterion = {
  name: 'no-shows',
  usualWeight: 5,
  judge(_, { noShows: missed }) {
    return { share: -Math.min(1, missed / 3), of: missed > 0 ? [String(missed)] : [] };
  },
};
