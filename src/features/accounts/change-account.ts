import { demand, type Role } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { passwordHash } from '../../platform/session.ts';
import { mayGiveRoles, mayOpenWayInto } from './access.ts';
import { accountById, activeAdministrators, endSessions, setDisabled, setPassword, setRoles } from './rows.ts';

const isLastAdministrator = async (ctx: Ctx, accountId: string): Promise<boolean> => {
  const left = await activeAdministrators(ctx.db);
  return left.length === 1 && left[0] === accountId;
};

/** Gives and takes roles. The last administrator stays one. */
export const changeRoles = async (
  ctx: Ctx,
  accountId: string,
  roles: readonly Role[],
): Promise<Outcome<undefined, 'last-administrator'>> => {
  const account = await accountById(ctx.db, accountId);
  demand(mayGiveRoles(ctx.actor, account.roles, roles));
  if (!roles.includes('administrator') && (await isLastAdministrator(ctx, accountId)))
    return refused('last-administrator');

  await setRoles(ctx.db, accountId, roles);
  await record(ctx, 'account.changed', { kind: 'account', id: accountId }, { was: account.roles, is: roles });
  return done();
};

/** Closes or opens the door to an account; closing ends its sessions at once. */
export const switchAccount = async (
  ctx: Ctx,
  accountId: string,
  on: boolean,
): Promise<Outcome<undefined, 'last-administrator' | 'own-account'>> => {
  const account = await accountById(ctx.db, accountId);
  demand(mayOpenWayInto(ctx.actor, account.roles));
  if (!on && accountId === ctx.actor.accountId) return refused('own-account');
  if (!on && (await isLastAdministrator(ctx, accountId))) return refused('last-administrator');

  await setDisabled(ctx.db, accountId, on ? null : now());
  if (!on) await endSessions(ctx.db, account.userId);
  await record(ctx, on ? 'account.enabled' : 'account.disabled', { kind: 'account', id: accountId });
  return done();
};

/** A new password for oneself, or for somebody whose roles one may give. Other sessions end. */
export const changePassword = async (ctx: Ctx, accountId: string, password: string): Promise<Outcome<undefined>> => {
  const account = await accountById(ctx.db, accountId);
  if (accountId !== ctx.actor.accountId) demand(mayOpenWayInto(ctx.actor, account.roles));
  const hash = await passwordHash(password);

  await setPassword(ctx.db, account.userId, hash);
  await endSessions(ctx.db, account.userId);
  await record(ctx, 'account.password-set', { kind: 'account', id: accountId });
  return done();
};
