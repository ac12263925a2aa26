import type { Day } from '../../kernel/day.ts';

export const mentorStatuses = ['candidate', 'approved'] as const;
export type MentorStatus = (typeof mentorStatuses)[number];

/** What a mentor can give and when. */
export interface MentorProfile {
  readonly status: MentorStatus;
  /** How many mentees at a time, 1–12. */
  readonly capacity: number;
  readonly forms: readonly string[];
  /** Topics of needs that the mentor can help with. */
  readonly competences: readonly string[];
  readonly freeTimes: readonly string[];
  readonly motivation: string;
  readonly achievements: string;
  readonly interests: string;
}

export interface Mentor extends MentorProfile {
  readonly personId: string;
  readonly enteredOn: Day;
  readonly leftOn: Day | null;
  readonly version: number;
}

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? [...one].sort().join() === [...other].sort().join() : one === other;

/** Names of the parts in which two profiles differ; the order of chosen things does not matter. */
export const differences = (one: MentorProfile, other: MentorProfile): (keyof MentorProfile)[] =>
  profileParts.filter((part) => !same(one[part], other[part]));

export const profileParts = [
  'status',
  'capacity',
  'forms',
  'competences',
  'freeTimes',
  'motivation',
  'achievements',
  'interests',
] as const satisfies readonly (keyof MentorProfile)[];
