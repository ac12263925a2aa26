import type { DeskPair } from '../desk-rows.ts';

/** Parts of a proposal that the desk can show. */
export const shows = ['all', 'attention', 'open', 'locked', 'vetoed'] as const;
export type Show = (typeof shows)[number];

/** Somebody declined, would rather not, or stands under a veto: a person has to look. */
export const needsAttention = ({ decision, caution, wish, mentorSays, menteeSays }: DeskPair): boolean =>
  decision === 'open' && (caution || wish === 'veto' || mentorSays === 'decline' || menteeSays === 'decline');

export const shown = (pairs: readonly DeskPair[], show: Show): readonly DeskPair[] =>
  pairs.filter((pair) => {
    if (show === 'open') return pair.decision === 'open';
    if (show === 'attention') return needsAttention(pair);
    if (show === 'locked') return pair.wish === 'lock';
    return show === 'all' || pair.wish === 'veto';
  });
