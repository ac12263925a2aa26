import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who opens accounts and gives out personal links. */
export const accountKeepers: readonly Role[] = ['administrator', 'curator'];

/** Roles that only an administrator may give or take: they open the whole college. */
const guarded: readonly Role[] = ['administrator', 'director', 'psychologist', 'social-teacher', 'institute'];

export const mayKeepAccounts = (actor: Actor): Verdict =>
  holds(actor, ...accountKeepers) || because('accounts.not-a-keeper');

/** A curator may not make anyone, including oneself, more powerful than a curator. */
export const mayGiveRoles = (actor: Actor, before: readonly Role[], after: readonly Role[]): Verdict => {
  if (holds(actor, 'administrator')) return true;
  const touched = guarded.filter((role) => before.includes(role) !== after.includes(role));
  return touched.length === 0 ? mayKeepAccounts(actor) : because('accounts.guarded-role');
};

/** A link or a new password is a way into the account, so it needs the same right as giving its roles. */
export const mayOpenWayInto = (actor: Actor, roles: readonly Role[]): Verdict => mayGiveRoles(actor, [], roles);

export const mayReadJournal = (actor: Actor): Verdict =>
  holds(actor, 'administrator') || because('journal.administrators-only');
