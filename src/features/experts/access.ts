import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who fills the bank, makes contracts and invites; agreements with partners are theirs too. */
export const expertKeepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist'];

/** Who reads it: those who look for help. Class teachers ask the curator; contacts of people from outside stay here. */
export const expertReaders: readonly Role[] = [...expertKeepers, 'working-group', 'psychologist', 'social-teacher'];

export const mayReadExperts = (actor: Actor): Verdict =>
  holds(actor, ...expertReaders) || because('experts.not-a-reader');

export const mayKeepExperts = (actor: Actor): Verdict =>
  holds(actor, ...expertKeepers) || because('experts.not-a-keeper');
