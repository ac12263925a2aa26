import type { Criterion } from '../criterion.ts';

/** Common free times of the week: one is enough to meet, a second one saves the pair when a lesson is moved. */
export const time: Criterion = {
  name: 'time',
  usualWeight: 15,
  judge(mentor, mentee) {
    const common = mentee.freeTimes.filter((slot) => mentor.freeTimes.includes(slot));
    return { share: common.length === 0 ? 0 : common.length === 1 ? 0.75 : 1, of: common };
  },
};
