import type { Edge, HallViolator, Mentee, Mentor, PairKey, Part } from './types.ts';

/** One change to a problem that is already solved. */
export type Change =
  | ({ readonly kind: 'pin' | 'unpin' | 'veto' | 'unveto' } & PairKey)
  | ({ readonly kind: 'score'; readonly score: number } & PairKey)
  | { readonly kind: 'capacity'; readonly mentor: string; readonly capacity: number }
  | { readonly kind: 'need'; readonly mentee: string; readonly need: number }
  | { readonly kind: 'allow'; readonly edges: readonly Edge[] }
  | { readonly kind: 'add-mentor'; readonly mentor: Mentor; readonly edges: readonly Edge[] }
  | { readonly kind: 'add-mentee'; readonly mentee: Mentee; readonly edges: readonly Edge[] }
  | { readonly kind: 'drop-mentor'; readonly mentor: string }
  | { readonly kind: 'drop-mentee'; readonly mentee: string };

/** What changes bring: differences against the present solution. */
export interface Effect {
  /** Needs met more (or fewer, below zero). */
  readonly met: number;
  readonly score: number;
  readonly added: readonly PairKey[];
  readonly removed: readonly PairKey[];
}

export interface PairReasons extends PairKey {
  readonly score: number;
  readonly parts: readonly Part[];
  readonly pinned: boolean;
  /** Mentors that this mentee would score higher with, and who has their places. */
  readonly better: readonly { readonly mentor: string; readonly score: number; readonly holders: readonly string[] }[];
}

/** A way to place a mentee who has nobody, and what it costs the others (in score; `effect` has the whole difference). */
export interface Relaxation {
  readonly way: 'place' | 'rule' | 'unlock';
  readonly mentor: string;
  readonly rule?: string;
  /** For unlock: the pair that is set free. */
  readonly pair?: PairKey;
  readonly changes: readonly Change[];
  readonly effect: Effect;
  readonly costForOthers: number;
}

export interface UnmetReasons {
  readonly mentee: string;
  readonly missing: number;
  /** Which rules cut which mentors. */
  readonly cuts: readonly { readonly rule: string; readonly mentors: readonly string[] }[];
  readonly vetoed: readonly string[];
  /** Allowed mentors, all of whose places are taken. */
  readonly possible: readonly string[];
  readonly blocking: HallViolator | null;
  /** Cheapest for the others first. */
  readonly relaxations: readonly Relaxation[];
}
