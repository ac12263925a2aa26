import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

const readers: readonly Role[] = [
  'administrator',
  'director',
  'deputy',
  'working-group',
  'curator',
  'methodist',
  'psychologist',
  'social-teacher',
];

const keepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who reads what was told in confidence. An administrator looks after the machine, not after people. */
const confidants: readonly Role[] = ['psychologist', 'social-teacher', 'curator'];

/** Who enters the screens of registers at all. */
export const registerReaders: readonly Role[] = [...readers, 'class-teacher'];
/** Who enters the forms that change the bases. */
export const registerKeepers = keepers;
/** Who enters the forms for needs. */
export const needWriters: readonly Role[] = [...keepers, 'psychologist', 'social-teacher', 'class-teacher'];
/** Who enters the page of a secret. */
export const secretReaders = confidants;

interface OfGroup {
  readonly groupId: string | null;
}

/** Groups whose members the actor sees: all, or those that a class teacher leads. */
export const visibleGroups = (actor: Actor): 'all' | readonly string[] =>
  holds(actor, ...readers) ? 'all' : holds(actor, 'class-teacher') ? actor.groupIds : [];

const leads = (actor: Actor, { groupId }: OfGroup): boolean =>
  holds(actor, 'class-teacher') && groupId !== null && actor.groupIds.includes(groupId);

export const mayReadMember = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...readers) || leads(actor, person) || because('registers.not-own-group');

/** Adds to the bases, edits profiles, lets people leave. */
export const mayKeepRegisters = (actor: Actor): Verdict =>
  holds(actor, ...keepers) || because('registers.not-a-keeper');

export const mayEnterNeeds = (actor: Actor, person: OfGroup): Verdict =>
  holds(actor, ...keepers, 'psychologist', 'social-teacher') || leads(actor, person) || because('needs.not-own-group');

/** Sees topics of confidential needs, opens their notes (which is journaled) and enters such needs. */
export const mayReadSecrets = (actor: Actor): Verdict => holds(actor, ...confidants) || because('needs.confidential');
