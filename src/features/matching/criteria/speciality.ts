import type { Criterion } from '../criterion.ts';

/** The same speciality: the mentor went through the same subjects and practice. */
export const speciality: Criterion = {
  name: 'speciality',
  usualWeight: 10,
  judge(mentor, mentee) {
    const same = mentor.speciality !== '' && mentor.speciality === mentee.speciality;
    return { share: same ? 1 : 0, of: [] };
  },
};
