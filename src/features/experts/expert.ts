import { addDays, type Day } from '../../kernel/day.ts';
import type { Period } from '../../kernel/period.ts';

/** What a person writes about an expert: a card of the college, or a name from outside. */
export interface ExpertInput {
  readonly personId: string | null;
  /** '' when there is a card. */
  readonly name: string;
  readonly organisation: string;
  readonly post: string;
  readonly contacts: string;
  /** Codes of topics that they help with. */
  readonly areas: readonly string[];
  readonly availability: string;
  readonly note: string;
}

export interface Expert extends ExpertInput {
  readonly id: string;
  /** The name on the card, or the one that was written in. */
  readonly shownName: string;
  readonly shownOrganisation: string;
  readonly shownPost: string;
  readonly leftOn: Day | null;
  readonly version: number;
  /** Last day of the latest contract. */
  readonly contractTill: Day | null;
  readonly invitations: number;
  /** Of them, how often they came. */
  readonly came: number;
}

export interface Contract {
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly till: Day;
  readonly subject: string;
}

export const invitationOutcomes = ['invited', 'agreed', 'came', 'declined'] as const;
export type InvitationOutcome = (typeof invitationOutcomes)[number];

export interface Invitation {
  readonly id: string;
  readonly expertId: string;
  readonly day: Day;
  readonly purpose: string;
  readonly outcome: InvitationOutcome;
}

/** An agreement with an employer, and whom it gives. */
export interface Agreement {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly number: string;
  readonly day: Day;
  /** null: until further notice. */
  readonly till: Day | null;
  readonly subject: string;
  readonly endedOn: Day | null;
  readonly scanFileId: string | null;
  readonly version: number;
  readonly specialists: number;
}

/** A term is near so many days before its end. */
const ahead = 30;

export type TermState = 'running' | 'ends-soon' | 'over' | 'ahead';

/** How a contract or an agreement stands on a day; its last day still counts. */
export const termStateOf = ({ from, till }: Period, today: Day): TermState => {
  if (from > today) return 'ahead';
  if (till === null) return 'running';
  if (till < today) return 'over';
  return till <= addDays(today, ahead) ? 'ends-soon' : 'running';
};

/** The period in which an agreement holds: an early end is its end. */
export const periodOf = ({ day, till, endedOn }: Pick<Agreement, 'day' | 'till' | 'endedOn'>): Period => ({
  from: day,
  till: endedOn ?? till,
});

/** Has nobody answered for these areas? In the order in which they were asked. */
export const uncovered = (areas: readonly string[], experts: readonly Pick<Expert, 'areas' | 'leftOn'>[]): string[] =>
  areas.filter((area) => !experts.some((expert) => expert.leftOn === null && expert.areas.includes(area)));
