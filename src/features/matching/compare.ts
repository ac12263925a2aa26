import type { DeskPair } from './desk-rows.ts';

/** How one mentee fares in two proposals; null: without a mentor there. */
export interface Fate {
  readonly menteeId: string;
  readonly before: { readonly mentorId: string; readonly score: number } | null;
  readonly after: { readonly mentorId: string; readonly score: number } | null;
  /** Points that this mentee's pair gains or loses. */
  readonly change: number;
}

export interface Comparison {
  readonly same: number;
  /** Got a mentor only in the second. */
  readonly gained: readonly Fate[];
  /** Had a mentor only in the first. */
  readonly lost: readonly Fate[];
  readonly moved: readonly Fate[];
}

type Placed = Pick<DeskPair, 'mentorId' | 'menteeId' | 'score' | 'decision'>;

/** What differs between two proposals, person by person; refused pairs count as nothing. */
export const compare = (first: readonly Placed[], second: readonly Placed[]): Comparison => {
  const placed = (pairs: readonly Placed[]) =>
    new Map(
      pairs
        .filter(({ decision }) => decision !== 'refused')
        .map(({ menteeId, mentorId, score }) => [menteeId, { mentorId, score }]),
    );
  const [was, is] = [placed(first), placed(second)];
  const fates = [...new Set([...was.keys(), ...is.keys()])].map((menteeId): Fate => {
    const [before, after] = [was.get(menteeId) ?? null, is.get(menteeId) ?? null];
    return { menteeId, before, after, change: (after?.score ?? 0) - (before?.score ?? 0) };
  });
  const byChange = (chosen: readonly Fate[]) => chosen.toSorted((a, b) => b.change - a.change);
  return {
    same: fates.filter(({ before, after }) => before && before.mentorId === after?.mentorId).length,
    gained: byChange(fates.filter(({ before }) => !before)),
    lost: byChange(fates.filter(({ after }) => !after)),
    moved: byChange(fates.filter(({ before, after }) => before && after && before.mentorId !== after.mentorId)),
  };
};
