import type { Criterion } from '../criterion.ts';

/** The first measure of the method: what the mentor can do is what the mentee asks for. Each further topic adds a little. */
export const need: Criterion = {
  name: 'need',
  most: 50,
  judge(mentor, mentee) {
    const common = mentee.topics.filter((topic) => mentor.competences.includes(topic));
    return { points: common.length === 0 ? 0 : Math.min(50, 40 + 5 * (common.length - 1)), of: common };
  },
};
