import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who may change the college's details and norms. */
export const collegeKeepers: readonly Role[] = ['administrator', 'director', 'curator'];

export const mayChangeCollege = (actor: Actor): Verdict =>
  holds(actor, ...collegeKeepers) || because('college.not-a-keeper');
