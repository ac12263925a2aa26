import type { Criterion } from '../criterion.ts';

/** A first wish counts fully, a second one less, down to half; «only ticked» counts as a third one. */
const strength = (rank: number | undefined): number =>
  rank === undefined ? 0 : rank === 0 ? 0.8 : Math.max(0.5, 1 - 0.1 * (rank - 1));

/** Whom both would like to work with. Each side gives half; who could help with the goal counts as a weak wish of the mentee. */
export const preference: Criterion = {
  name: 'preference',
  usualWeight: 25,
  judge(mentor, mentee) {
    const [hers, his] = [mentee.said.wants[mentor.id], mentor.said.wants[mentee.id]];
    const helps = mentee.said.helps.includes(mentor.id);
    const share = 0.5 * Math.max(strength(hers), helps ? 0.6 : 0) + 0.5 * strength(his);
    if (share === 0) return { share, of: [] };
    const words = [
      ...(hers === undefined ? [] : [`mentee-${hers}`]),
      ...(his === undefined ? [] : [`mentor-${his}`]),
      ...(helps ? ['helps'] : []),
    ];
    return { share, of: words };
  },
};
