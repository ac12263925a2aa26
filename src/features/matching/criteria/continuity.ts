import type { Criterion } from '../criterion.ts';

/** They worked together last year and came to the end in good order. */
export const continuity: Criterion = {
  name: 'continuity',
  usualWeight: 5,
  judge(mentor, mentee) {
    return { share: mentee.lastMentors.includes(mentor.id) ? 1 : 0, of: [] };
  },
};
