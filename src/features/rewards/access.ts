import { type Actor, because, holds, type Role, roles, type Verdict } from '../../kernel/actor.ts';

/** Who thanks, opens nominations, keeps the board and writes cases. */
export const rewardKeepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist'];

export const rewardReaders: readonly Role[] = [
  ...rewardKeepers,
  'working-group',
  'editor',
  'psychologist',
  'social-teacher',
];

/** Who may name somebody for a nomination. */
export const proposers: readonly Role[] = [...rewardReaders, 'class-teacher'];

/** The board hangs in the hall: everybody of the college reads it. */
export const boardReaders: readonly Role[] = roles.filter((role) => role !== 'institute');

/** Who may open a case: those who keep them, and the two whom it is about. */
export const caseVisitors: readonly Role[] = [...rewardReaders, 'mentor', 'mentee'];

export const mayKeepRewards = (actor: Actor): Verdict =>
  holds(actor, ...rewardKeepers) || because('rewards.not-a-keeper');

export const mayReadRewards = (actor: Actor): Verdict =>
  holds(actor, ...rewardReaders) || because('rewards.not-a-reader');

export const mayPropose = (actor: Actor): Verdict =>
  holds(actor, ...proposers) || because('nominations.not-a-proposer');

/** A letter is read by those who keep them and by the one it tells of. */
export const thanksVisitors: readonly Role[] = [...rewardReaders, 'mentor', 'mentee'];

export const mayReadThanks = (actor: Actor, { personId }: { readonly personId: string }): Verdict =>
  holds(actor, ...rewardReaders) || actor.personId === personId || because('thanks.not-own');

interface Sides {
  readonly mentorId: string;
  readonly menteeId: string;
}

/** Which side of the pair the actor is, if any. */
export const sideOf = (actor: Actor, { mentorId, menteeId }: Sides): 'mentor' | 'mentee' | undefined => {
  if (actor.personId === null) return undefined;
  if (actor.personId === mentorId) return 'mentor';
  return actor.personId === menteeId ? 'mentee' : undefined;
};

export const mayReadCase = (actor: Actor, pair: Sides): Verdict =>
  holds(actor, ...rewardReaders) || sideOf(actor, pair) !== undefined || because('cases.not-own');

/** A case is written with the pair: the curator or the mentor holds the pen. */
export const mayWriteCase = (actor: Actor, pair: Sides): Verdict =>
  holds(actor, ...rewardKeepers) || sideOf(actor, pair) === 'mentor' || because('cases.not-a-writer');

export const mayAnswerCase = (actor: Actor, pair: Sides): Verdict =>
  sideOf(actor, pair) !== undefined || because('cases.not-a-side');
