import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who forms, ends and forbids pairs. */
export const pairKeepers: readonly Role[] = ['administrator', 'curator', 'deputy'];

/** Who reads all pairs of the college. */
export const pairReaders: readonly Role[] = [
  ...pairKeepers,
  'director',
  'working-group',
  'methodist',
  'psychologist',
  'social-teacher',
];

/** Who may open a pair's page at all; `mayReadPair` decides which. */
export const pairVisitors: readonly Role[] = [...pairReaders, 'class-teacher', 'mentor', 'mentee'];

export const mayKeepPairs = (actor: Actor): Verdict => holds(actor, ...pairKeepers) || because('pairs.not-a-keeper');

export const mayReadPairs = (actor: Actor): Verdict => holds(actor, ...pairReaders) || because('pairs.not-a-reader');

export interface PairParties {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly mentorGroupId: string | null;
  readonly menteeGroupId: string | null;
}

/** Both sides read their own pair, a class teacher those with a student of an own group. */
export const mayReadPair = (actor: Actor, pair: PairParties): Verdict => {
  if (mayReadPairs(actor) === true) return true;
  if (actor.personId !== null && [pair.mentorId, pair.menteeId].includes(actor.personId)) return true;
  const groups = [pair.mentorGroupId, pair.menteeGroupId];
  return (
    (holds(actor, 'class-teacher') && groups.some((id) => id !== null && actor.groupIds.includes(id))) ||
    because('pairs.not-a-party')
  );
};

/** Whoever may read one of its pairs may see the group. */
export const mayReadGroup = (actor: Actor, members: readonly PairParties[]): Verdict =>
  mayReadPairs(actor) === true ||
  members.some((pair) => mayReadPair(actor, pair) === true) ||
  because('pairs.not-a-party');
