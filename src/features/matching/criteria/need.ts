import type { Criterion } from '../criterion.ts';

/** The first measure of the method: what the mentor can do is what the mentee asks for. Each further topic adds a tenth. */
export const need: Criterion = {
  name: 'need',
  usualWeight: 35,
  judge(mentor, mentee) {
    const common = mentee.topics.filter((topic) => mentor.competences.includes(topic));
    return { share: common.length === 0 ? 0 : Math.min(1, 0.8 + 0.1 * (common.length - 1)), of: common };
  },
};
