import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who puts the working group together, names curators, lists means and writes the decision down. */
export const preparationKeepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator'];

/** Who reads it; the map of needs shows the whole college, so class teachers have their own page of needs instead. */
export const preparationReaders: readonly Role[] = [
  ...preparationKeepers,
  'working-group',
  'methodist',
  'psychologist',
  'social-teacher',
];

export const mayReadPreparation = (actor: Actor): Verdict =>
  holds(actor, ...preparationReaders) || because('preparation.not-a-reader');

export const mayKeepPreparation = (actor: Actor): Verdict =>
  holds(actor, ...preparationKeepers) || because('preparation.not-a-keeper');
