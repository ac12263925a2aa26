import type { DeskPair } from '../rows.ts';

/** Parts of a proposal that the desk can show. */
export const shows = ['all', 'open', 'locked', 'vetoed'] as const;
export type Show = (typeof shows)[number];

export const shown = (pairs: readonly DeskPair[], show: Show): readonly DeskPair[] =>
  pairs.filter((pair) => {
    if (show === 'open') return pair.decision === 'open';
    if (show === 'locked') return pair.wish === 'lock';
    return show === 'all' || pair.wish === 'veto';
  });
