/** A person who takes mentees. `kind` groups mentors for «one more mentor of a kind»; `person` joins several forms. */
export interface Mentor {
  readonly id: string;
  readonly capacity: number;
  readonly kind?: string;
  readonly person?: string;
}

/** A person who is to get `need` mentors (1 unless stated). `misses` counts last year's no-shows. */
export interface Mentee {
  readonly id: string;
  readonly need?: number;
  readonly person?: string;
  readonly misses?: number;
  /** Level for groups: members of one group should be close. */
  readonly level?: number;
}

/** Points that one criterion gave to a pair. */
export interface Part {
  readonly rule: string;
  readonly points: number;
}

export interface PairKey {
  readonly mentor: string;
  readonly mentee: string;
}

/** An allowed pair. Score: a whole number. Ranks: 1 is best, equal numbers are ties. */
export interface Edge extends PairKey {
  readonly score: number;
  readonly parts?: readonly Part[];
  /** How the mentee ranks this mentor. */
  readonly menteeRank?: number;
  /** How the mentor ranks this mentee. */
  readonly mentorRank?: number;
}

/** A pair that a rule does not allow; `score` is what it would have had. A pair may be cut by several rules. */
export interface Cut extends PairKey {
  readonly rule: string;
  readonly score?: number;
}

/** What is to be matched. The order of the lists does not matter: ties are broken by id. */
export interface Problem {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  readonly edges: readonly Edge[];
  readonly pinned?: readonly PairKey[];
  readonly vetoed?: readonly PairKey[];
  readonly cuts?: readonly Cut[];
}

/**
 * max: most needs met, then the highest total. fair: most needs met, then the worst-off as well off as possible
 * (bottleneck: the worst score only; lexicographic: then the second worst, and so on), then the total.
 * stable: no mentor and mentee prefer each other; best side by deferred acceptance, size by Király's approximation.
 * groups: a mentor takes nobody or a group of least..most mentees.
 */
export type Policy =
  | { readonly kind: 'max' }
  | { readonly kind: 'fair'; readonly by?: 'bottleneck' | 'lexicographic' }
  | { readonly kind: 'stable'; readonly best?: 'size' | 'mentee' | 'mentor' }
  | { readonly kind: 'groups'; readonly least?: number; readonly most?: number };

export interface Pair extends PairKey {
  readonly score: number;
  readonly pinned: boolean;
}

/** Mentees who together want more than all the mentors they could have can give. */
export interface HallViolator {
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  readonly wanted: number;
  readonly places: number;
}

/**
 * Linear-programming dual: a pair weighs `weight` + score, mentor j costs prices[j] (0 where not listed). Every mentee
 * holds what it values best, mentors with places left cost nothing; so no other choice of pairs is better.
 */
export interface Certificate {
  readonly weight: number;
  readonly prices: Readonly<Record<string, number>>;
  readonly violator: HallViolator | null;
}

export interface Totals {
  readonly wanted: number;
  readonly met: number;
  readonly score: number;
  /** The lowest score among pairs that were chosen (not pinned); null without such pairs. */
  readonly worst: number | null;
}

export interface Unmet {
  readonly mentee: string;
  readonly missing: number;
}

export interface Group {
  readonly mentor: string;
  readonly mentees: readonly string[];
  readonly spread: number;
}

export interface Solution {
  readonly policy: Policy;
  /** Sorted by mentee, then mentor. */
  readonly pairs: readonly Pair[];
  readonly totals: Totals;
  readonly unmet: readonly Unmet[];
  /** Present for max, and for fair by bottleneck (over the pairs not below `floor`). */
  readonly certificate: Certificate | null;
  /** optimal: proved by the certificate; exact: by the method alone; stable: no blocking pair; bounded: at most `gap` below the best. */
  readonly proof: 'optimal' | 'exact' | 'stable' | 'bounded' | 'not proven';
  readonly gap?: number;
  /** fair: no chosen pair scores less. */
  readonly floor?: number;
  readonly groups?: readonly Group[];
}

export interface Progress {
  readonly stage: string;
  /** 0..1, never falling within a stage. */
  readonly done: number;
}

export interface SolveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
