/** A mentor as the matching sees one. */
export interface MentorCandidate {
  readonly id: string;
  readonly kind: string;
  /** Places that are free for the whole period. */
  readonly places: number;
  readonly forms: readonly string[];
  readonly competences: readonly string[];
  readonly freeTimes: readonly string[];
  readonly groupId: string | null;
  readonly course: number | null;
  readonly speciality: string;
  readonly organisationId: string | null;
  readonly hasConsent: boolean;
  readonly approved: boolean;
  /** Trained this year, or exempt. */
  readonly trained: boolean;
  /** Lacks something without which the college forms no pair: a clearance, the legal basis, training. */
  readonly barred: boolean;
}

/** A mentee without a mentor in the period. */
export interface MenteeCandidate {
  readonly id: string;
  readonly kind: string;
  readonly wantedForms: readonly string[];
  /** Topics of open needs; confidential ones stay with the psychologist. */
  readonly topics: readonly string[];
  readonly hasConfidentialNeed: boolean;
  readonly freeTimes: readonly string[];
  readonly groupId: string | null;
  readonly course: number | null;
  readonly speciality: string;
  readonly hasConsent: boolean;
}

/** Conditions that a curator switches; the others always hold. */
export interface Conditions {
  /** A student's mentor is at least a course ahead. */
  readonly ahead: boolean;
  /** Both told their free times, and one is common. */
  readonly commonTime: boolean;
  /** The mentor is competent in a topic that the mentee asked for. */
  readonly competent: boolean;
  /** Both learn or teach the same speciality. */
  readonly sameSpeciality: boolean;
  /** Only mentors whom the working group has approved. */
  readonly approvedOnly: boolean;
  /** Only mentors who are trained or exempt. */
  readonly trained: boolean;
}

export const usualConditions: Conditions = {
  ahead: true,
  commonTime: true,
  competent: false,
  sameSpeciality: false,
  approvedOnly: false,
  trained: false,
};

export const conditionNames = [
  'ahead',
  'commonTime',
  'competent',
  'sameSpeciality',
  'approvedOnly',
  'trained',
] as const satisfies readonly (keyof Conditions)[];
