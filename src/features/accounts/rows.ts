import { sql } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import type { Account } from './account.ts';

const select = (db: CollegeDb) =>
  db
    .selectFrom('accounts')
    .select(['id', 'user_id as userId', 'person_id as personId', 'name', 'login', 'disabled_at as disabledAt'])
    .select(
      sql<
        Role[]
      >`array(select role from account_roles r where r.college_id = accounts.college_id and r.account_id = accounts.id order by role)`.as(
        'roles',
      ),
    );

const asAccount = ({ disabledAt, ...row }: Omit<Account, 'disabled'> & { disabledAt: Date | null }): Account => ({
  ...row,
  disabled: disabledAt !== null,
});

export const accountsOf = async (db: CollegeDb, search = ''): Promise<Account[]> => {
  const all = select(db).orderBy('name').limit(500);
  const rows = await (search === ''
    ? all
    : all.where((is) => is.or([is('name', 'ilike', `%${search}%`), is('login', 'ilike', `%${search}%`)]))
  ).execute();
  return rows.map(asAccount);
};

export const accountById = async (db: CollegeDb, id: string): Promise<Account> =>
  asAccount(found(await select(db).where('id', '=', id).executeTakeFirst(), 'account'));

export const accountOfPerson = async (db: CollegeDb, personId: string): Promise<Account | undefined> => {
  const row = await select(db).where('person_id', '=', personId).executeTakeFirst();
  return row && asAccount(row);
};

export const insertUser = async (
  db: CollegeDb,
  user: { id: string; name: string; email: string; username: string; passwordHash: string | null },
): Promise<void> => {
  await db
    .insertInto('auth_users')
    .values({
      id: user.id,
      name: user.name,
      email: user.email,
      username: user.username,
      displayUsername: user.username,
      emailVerified: true,
    })
    .execute();
  // A row without a password lets nobody in, but keeps a place for one to be set later.
  await db
    .insertInto('auth_credentials')
    .values({
      id: `credential-${user.id}`,
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: user.passwordHash,
    })
    .execute();
};

export const insertAccount = async (
  db: CollegeDb,
  account: { userId: string; personId: string | null; name: string; login: string },
): Promise<string> => {
  const row = await db
    .insertInto('accounts')
    .values({ user_id: account.userId, person_id: account.personId, name: account.name, login: account.login })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const setRoles = async (db: CollegeDb, accountId: string, wanted: readonly Role[]): Promise<void> => {
  await db.deleteFrom('account_roles').where('account_id', '=', accountId).execute();
  await db
    .insertInto('account_roles')
    .values(wanted.map((role) => ({ account_id: accountId, role })))
    .execute();
};

export const setDisabled = async (db: CollegeDb, accountId: string, at: Date | null): Promise<void> => {
  await db.updateTable('accounts').set({ disabled_at: at }).where('id', '=', accountId).execute();
};

export const setPassword = async (db: CollegeDb, userId: string, hash: string): Promise<void> => {
  await db
    .updateTable('auth_credentials')
    .set({ password: hash, updatedAt: sql`now()` })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
};

export const endSessions = async (db: CollegeDb, userId: string): Promise<void> => {
  await db.deleteFrom('auth_sessions').where('userId', '=', userId).execute();
};

/** Administrators who can still come in, so that the last one is not taken away. */
export const activeAdministrators = async (db: CollegeDb): Promise<string[]> => {
  const rows = await db
    .selectFrom('account_roles')
    .innerJoin('accounts', (on) =>
      on
        .onRef('accounts.id', '=', 'account_roles.account_id')
        .onRef('accounts.college_id', '=', 'account_roles.college_id'),
    )
    .select('accounts.id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
};

export const insertLink = async (
  db: CollegeDb,
  link: { accountId: string; tokenHash: string; codeHash: string; expiresAt: Date; createdBy: string | null },
): Promise<void> => {
  // One living link a person: an older sheet of paper stops working.
  await db.deleteFrom('sign_in_links').where('account_id', '=', link.accountId).where('used_at', 'is', null).execute();
  await db
    .insertInto('sign_in_links')
    .values({
      account_id: link.accountId,
      token_hash: link.tokenHash,
      code_hash: link.codeHash,
      expires_at: link.expiresAt,
      created_by: link.createdBy,
    })
    .execute();
};

/** Full name of a person of this college, for an account of theirs; undefined when there is none. */
export const personName = async (db: CollegeDb, personId: string): Promise<string | undefined> => {
  const person = await db
    .selectFrom('persons')
    .select(['last_name', 'first_name', 'patronymic'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return person && [person.last_name, person.first_name, person.patronymic].filter(Boolean).join(' ');
};
