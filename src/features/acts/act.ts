import { addDays, type Day, formatDay, formatDayLong } from '../../kernel/day.ts';

export const actLevels = ['federal', 'regional', 'local'] as const;
export type ActLevel = (typeof actLevels)[number];

/** What a person writes about an act. */
export interface ActInput {
  readonly level: ActLevel;
  readonly title: string;
  readonly issuer: string;
  /** '' where it has none. */
  readonly number: string;
  readonly day: Day | null;
  /** Day of the wording that the college works with. */
  readonly revisedOn: Day | null;
  readonly inForceFrom: Day | null;
  readonly lapsesOn: Day | null;
  readonly supersededBy: string | null;
  readonly reviewBy: Day | null;
  /** Nobody has compared it with its source yet. */
  readonly unconfirmed: boolean;
  readonly note: string;
}

export interface Act extends ActInput {
  readonly id: string;
  /** Its name in the built-in list. */
  readonly code: string | null;
  readonly fileId: string | null;
  /** The signed paper of the college's own register that this act is; its text and number are there. */
  readonly documentId: string | null;
  readonly version: number;
}

export interface Citation {
  readonly actId: string;
  readonly citedId: string;
}

export type ActState = 'in-force' | 'ahead' | 'replaced' | 'lapsed';

/** An act is replaced from the first day of the act that takes its place, and lapses the day after its last. */
export const stateOf = (act: Act, acts: readonly Act[], today: Day): ActState => {
  if (act.lapsesOn !== null && act.lapsesOn < today) return 'lapsed';
  const next = acts.find(({ id }) => id === act.supersededBy);
  if (next && (next.inForceFrom ?? next.day ?? today) <= today) return 'replaced';
  return act.inForceFrom !== null && act.inForceFrom > today ? 'ahead' : 'in-force';
};

/** The act that stands in the place of this one now: the end of the chain; the act itself when nothing replaced it. */
export const successorOf = (act: Act, acts: readonly Act[]): Act => {
  const seen = new Set([act.id]);
  let last = act;
  for (;;) {
    const next = acts.find(({ id }) => id === last.supersededBy);
    if (!next || seen.has(next.id)) return last;
    seen.add(next.id);
    last = next;
  }
};

/** Would this act replace itself by way of others? */
export const makesCircle = (actId: string, supersededBy: string | null, acts: readonly Act[]): boolean => {
  const seen = new Set<string>();
  for (let next = supersededBy; next !== null && !seen.has(next); ) {
    if (next === actId) return true;
    seen.add(next);
    const current: string = next;
    next = acts.find(({ id }) => id === current)?.supersededBy ?? null;
  }
  return false;
};

/** An act that the college leans on names one that no longer stands. */
export interface StaleCitation {
  readonly act: Act;
  readonly cited: Act;
  readonly state: 'replaced' | 'lapsed';
  /** What to name instead; null when nothing took its place. */
  readonly instead: Act | null;
}

const stale = (cited: Act, acts: readonly Act[], today: Day): Omit<StaleCitation, 'act'> | undefined => {
  const state = stateOf(cited, acts, today);
  if (state !== 'replaced' && state !== 'lapsed') return undefined;
  const instead = successorOf(cited, acts);
  return { cited, state, instead: instead.id === cited.id ? null : instead };
};

/** Acts in force, or soon to be, that name one which was replaced or has lapsed. */
export const staleCitations = (
  acts: readonly Act[],
  citations: readonly Citation[],
  today: Day,
): readonly StaleCitation[] =>
  citations.flatMap(({ actId, citedId }) => {
    const act = acts.find(({ id }) => id === actId);
    const cited = acts.find(({ id }) => id === citedId);
    if (!act || !cited || ['replaced', 'lapsed'].includes(stateOf(act, acts, today))) return [];
    const found = stale(cited, acts, today);
    return found ? [{ act, ...found }] : [];
  });

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u00a0\u2000-\u200b\s]+/gu, ' ')
    .replace(/[‐‑–—−]/gu, '-');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** How far apart number and day may stand in one reference. */
const reach = 40;

/** Is the act named in a text? By its number, and by its day close to it: numbers alone are everywhere. */
export const isNamedIn = (text: string, act: Pick<Act, 'number' | 'day'>): boolean => {
  if (act.number === '') return false;
  const words = plain(text);
  const number = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(plain(act.number))}(?![\\p{L}\\p{N}-])`, 'gu');
  // A long number says enough without a day: «ГОСТ Р 7.0.97-2016».
  const telling = act.number.length >= 8;
  if (act.day === null) return telling && number.test(words);
  const days = [formatDay(act.day), plain(formatDayLong(act.day)).replace(/ г\.$/, '')];
  return [...words.matchAll(number)].some(({ index, 0: hit }) => {
    const near = words.slice(Math.max(0, index - reach), index + hit.length + reach);
    return days.some((day) => near.includes(day));
  });
};

/** Acts named in a text (a template, a regulation) that no longer stand. */
export const staleIn = (text: string, acts: readonly Act[], today: Day): readonly Omit<StaleCitation, 'act'>[] =>
  acts.flatMap((act) => {
    const found = isNamedIn(text, act) ? stale(act, acts, today) : undefined;
    return found ? [found] : [];
  });

/** A review is near so many days before its day. */
const ahead = 30;

export type Review = 'late' | 'soon' | 'later' | 'none';

export const reviewOf = ({ reviewBy }: Pick<Act, 'reviewBy'>, today: Day): Review => {
  if (reviewBy === null) return 'none';
  if (reviewBy < today) return 'late';
  return reviewBy <= addDays(today, ahead) ? 'soon' : 'later';
};
