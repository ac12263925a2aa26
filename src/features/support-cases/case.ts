import type { Day } from '../../kernel/day.ts';

export const outcomes = ['matched', 'other-help', 'declined', 'left'] as const;
export type CaseOutcome = (typeof outcomes)[number];

export interface SupportCase {
  readonly id: string;
  readonly year: number;
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  readonly openedOn: Day;
  /** By when the next step is owed. */
  readonly dueOn: Day;
  readonly outcome: CaseOutcome | null;
  readonly closedOn: Day | null;
  readonly version: number;
  /** A pair of this mentee runs or is to begin: the case may end. */
  readonly paired: boolean;
  readonly attempts: number;
}

export type CaseState = 'overdue' | 'waits' | 'found' | 'closed';

/** How a case stands: a pair that was found comes before a term that has passed. */
export const stateOf = (
  { closedOn, paired, dueOn }: Pick<SupportCase, 'closedOn' | 'paired' | 'dueOn'>,
  today: Day,
): CaseState => {
  if (closedOn !== null) return 'closed';
  if (paired) return 'found';
  return dueOn < today ? 'overdue' : 'waits';
};

export const noteKinds = ['attempt', 'note'] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface SupportNote {
  readonly id: string;
  readonly day: Day;
  readonly kind: NoteKind;
  readonly body: string;
  readonly author: string;
}
