import { ageOn, type Day } from '../../kernel/day.ts';
import { type Norm, offeredTo } from '../college/norms.ts';
import type { NeedSource } from '../registers/need.ts';

/** Whom a campaign asks. */
export const audiences = ['class-teacher', 'student', 'parent', 'psychologist'] as const;
export type Audience = (typeof audiences)[number];

export interface Campaign {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly audiences: readonly Audience[];
  readonly openedOn: Day;
  /** The last day of answers, included. */
  readonly tillDay: Day;
  readonly closedOn: Day | null;
  readonly version: number;
}

/** running: answers are taken · over: its last day has passed · closed: the curator ended it. */
export type CampaignState = 'running' | 'over' | 'closed';

export const stateOf = ({ closedOn, tillDay }: Pick<Campaign, 'closedOn' | 'tillDay'>, today: Day): CampaignState => {
  if (closedOn !== null) return 'closed';
  return tillDay < today ? 'over' : 'running';
};

/** What a need says of where it came from. */
export const sourceOfAudience: Readonly<Record<Audience, NeedSource>> = {
  'class-teacher': 'class-teacher',
  student: 'self',
  parent: 'parent',
  psychologist: 'psychologist',
};

/** Staff tell of many students by one link; a student and a parent tell of one. */
export const isStaff = (audience: Audience): boolean => audience === 'class-teacher' || audience === 'psychologist';

/** Staff tell of students too; a parent is not offered what only a student can say of oneself, nobody here what is for staff. */
export const topicsFor = (audience: Audience, topics: readonly Norm[]): Norm[] =>
  offeredTo(topics, audience === 'parent' ? 'parent' : 'student');

/** Parents are asked about children under 18; from the birthday on students answer for themselves. */
export const parentsAnswerFor = ({ birthDay }: { readonly birthDay: Day | null }, today: Day): boolean =>
  birthDay === null || ageOn(birthDay, today) < 18;

/** Who answers, by a link or by an account. */
export interface Asker {
  readonly campaign: Campaign;
  readonly audience: Audience;
  /** Whom the answer is about, when that is known before anything is typed. */
  readonly subjectId: string | null;
  /** Staff who tell. */
  readonly tellerId: string | null;
  /** The group that the link belongs to. */
  readonly groupId: string | null;
  /** null: came by a link, nobody signed in. */
  readonly accountId: string | null;
}

/** A person as somebody has typed them. */
export interface TypedPerson {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDay: Day | null;
  /** For those who may name any group. */
  readonly groupId: string | null;
}
