/** What one person said about others for this year, by the other's id. Never shown with a name. */
export interface Said {
  /** Would like to work with: 1 is the first wish, 0 only ticked. */
  readonly wants: Readonly<Record<string, number>>;
  /** Could help with the goal. */
  readonly helps: readonly string[];
  readonly avoids: readonly string[];
}

export const saidNothing: Said = { wants: {}, helps: [], avoids: [] };

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
  /** Forms in which something is lacking without which the college forms no pair: a clearance, the legal basis, training. */
  readonly barredIn: readonly string[];
  readonly said: Said;
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
  readonly said: Said;
  /** Mentors with whom a pair of last year came to its end in good order. */
  readonly lastMentors: readonly string[];
  /** Meetings missed, over all years. */
  readonly noShows: number;
  /** Was left without a mentor before, and the psychologist keeps a case. */
  readonly firstInLine: boolean;
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
  /** Nobody works with whom they would rather not; when off, such pairs are only marked. */
  readonly noAvoided: boolean;
}

export const usualConditions: Conditions = {
  ahead: true,
  commonTime: true,
  competent: false,
  sameSpeciality: false,
  approvedOnly: false,
  trained: false,
  noAvoided: true,
};

export const conditionNames = [
  'ahead',
  'commonTime',
  'competent',
  'sameSpeciality',
  'approvedOnly',
  'trained',
  'noAvoided',
] as const satisfies readonly (keyof Conditions)[];

/** One of the two would rather not; nobody is told who. */
export const avoided = (mentor: MentorCandidate, mentee: MenteeCandidate): boolean =>
  mentor.said.avoids.includes(mentee.id) || mentee.said.avoids.includes(mentor.id);
