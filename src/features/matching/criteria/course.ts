import type { Criterion } from '../criterion.ts';

/** One or two courses apart: close enough to remember, far enough to lead. */
export const course: Criterion = {
  name: 'course',
  most: 10,
  judge(mentor, mentee) {
    if (mentor.course === null || mentee.course === null) return { points: 0, of: [] };
    const gap = mentor.course - mentee.course;
    return { points: gap === 1 || gap === 2 ? 10 : gap > 2 ? 5 : 0, of: [String(gap)] };
  },
};
