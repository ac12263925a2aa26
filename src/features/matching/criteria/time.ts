import type { Criterion } from '../criterion.ts';

/** Common free times of the week: one is enough to meet, a second one saves the pair when a lesson is moved. */
export const time: Criterion = {
  name: 'time',
  most: 20,
  judge(mentor, mentee) {
    const common = mentee.freeTimes.filter((slot) => mentor.freeTimes.includes(slot));
    return { points: Math.min(20, common.length === 0 ? 0 : 10 + 5 * common.length), of: common };
  },
};
