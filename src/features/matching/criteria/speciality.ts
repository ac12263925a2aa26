import type { Criterion } from '../criterion.ts';

/** The same speciality: the mentor went through the same subjects and practice. */
export const speciality: Criterion = {
  name: 'speciality',
  most: 15,
  judge(mentor, mentee) {
    const same = mentor.speciality !== '' && mentor.speciality === mentee.speciality;
    return { points: same ? 15 : 0, of: [] };
  },
};
