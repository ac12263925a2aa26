import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who adds acts, corrects them and brings their files. */
export const actKeepers: readonly Role[] = ['administrator', 'director', 'deputy', 'curator', 'methodist'];

/** Who reads the register: all staff. Acts are public papers. */
export const actReaders: readonly Role[] = [
  ...actKeepers,
  'working-group',
  'class-teacher',
  'psychologist',
  'social-teacher',
  'editor',
];

export const mayReadActs = (actor: Actor): Verdict => holds(actor, ...actReaders) || because('acts.not-a-reader');

export const mayKeepActs = (actor: Actor): Verdict => holds(actor, ...actKeepers) || because('acts.not-a-keeper');
