import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** What is told about a mentee without a mentor stays between these two. */
export const caseKeepers: readonly Role[] = ['psychologist', 'curator'];

export const mayKeepCases = (actor: Actor): Verdict =>
  holds(actor, ...caseKeepers) || because('support-cases.confidential');
