import { randomUUID } from 'node:crypto';
import { demand, type Role } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { passwordHash } from '../../platform/session.ts';
import { mayGiveRoles, mayKeepAccounts } from './access.ts';
import { loginOf } from './account.ts';
import { insertAccount, insertUser, setRoles } from './rows.ts';

export interface AccountInput {
  readonly name: string;
  /** '' : made out of the name. */
  readonly login: string;
  /** '' : the person has none and signs in by login or link. */
  readonly email: string;
  readonly roles: readonly Role[];
  readonly personId?: string | null;
  readonly password?: string;
  /** In place of a password: its hash, when many accounts begin with the same one. */
  readonly hash?: string;
}

/** Opens an account. Without a password the person comes in by a personal link first. */
export const openAccount = async (
  ctx: Ctx,
  input: AccountInput,
): Promise<Outcome<string, 'login-taken' | 'email-taken'>> => {
  demand(mayKeepAccounts(ctx.actor));
  demand(mayGiveRoles(ctx.actor, [], input.roles));
  const hash = input.hash ?? (input.password ? await passwordHash(input.password) : null);
  const base = input.login || loginOf(input.name);

  for (const login of input.login ? [base] : candidates(base)) {
    const id = randomUUID();
    // better-auth wants an address; one in `.invalid` can never be written to (RFC 2606).
    const email = input.email.toLowerCase() || `${id}@nastavnik.invalid`;
    const wall = await refusedBy(ctx.db, () =>
      insertUser(ctx.db, { id, name: input.name, email, username: login, passwordHash: hash }),
    );
    if (wall?.includes('email')) return refused('email-taken');
    if (wall) continue;

    const accountId = await insertAccount(ctx.db, {
      userId: id,
      personId: input.personId ?? null,
      name: input.name,
      login,
    });
    await setRoles(ctx.db, accountId, input.roles);
    await record(ctx, 'account.opened', { kind: 'account', id: accountId }, { login, roles: input.roles });
    return done(accountId);
  }
  return refused('login-taken');
};

/** ivanova-mp, ivanova-mp2 … ivanova-mp99 */
const candidates = (base: string): string[] => [
  base,
  ...Array.from({ length: 98 }, (_, index) => `${base}${index + 2}`),
];
