import type { Criterion } from '../criterion.ts';

/** One or two courses apart: close enough to remember, far enough to lead. */
export const course: Criterion = {
  name: 'course',
  usualWeight: 5,
  judge(mentor, mentee) {
    if (mentor.course === null || mentee.course === null) return { share: 0, of: [] };
    const gap = mentor.course - mentee.course;
    return { share: gap === 1 || gap === 2 ? 1 : gap > 2 ? 0.5 : 0, of: [String(gap)] };
  },
};
