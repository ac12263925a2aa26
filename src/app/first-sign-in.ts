import { sql } from 'kysely';
import { issueLink } from '../features/accounts/issue-link.ts';
import { openAccount } from '../features/accounts/open-account.ts';
import type { Actor, CollegeScope } from '../kernel/actor.ts';
import { today } from '../platform/clock.ts';
import { type Database, dangerouslyScope, inCollege } from '../platform/db.ts';
import { newCollege } from './new-college.ts';

/** The system itself as an actor, before anybody can sign in. */
export const systemActor = (college: CollegeScope): Actor => ({
  college,
  accountId: '00000000-0000-0000-0000-000000000000',
  personId: null,
  name: 'Система',
  roles: ['administrator'],
  groupIds: [],
});

/**
 * Path of a one-time sign-in while nobody has come in yet; undefined once somebody has.
 * A restart before that gives a new one, so a lost console costs nothing.
 */
export const firstSignIn = async (db: Database): Promise<string | undefined> => {
  const { rows } = await sql<{ college_id: string; account_id: string | null; entered: boolean }>`
    select c.id as college_id, a.id as account_id,
      exists (select from auth_sessions) or exists (select from auth_credentials where password is not null)
        or exists (select from sign_in_links where used_at is not null) as entered
    from colleges c left join accounts a on a.college_id = c.id order by c.created_at, a.created_at limit 1`.execute(
    db,
  );
  const [known] = rows;
  if (known?.entered) return undefined;

  const day = today('Europe/Moscow');
  const college = known ? dangerouslyScope(known.college_id) : await newCollege(db, day);
  return inCollege(db, college, async (tx) => {
    const ctx = { db: tx, actor: systemActor(college), today: day };
    let accountId = known?.account_id;
    if (!accountId) {
      const account = await openAccount(ctx, {
        name: 'Администратор системы',
        login: 'admin',
        email: '',
        roles: ['administrator', 'curator'],
      });
      if (!account.ok) throw new Error(`first account: ${account.reason}`);
      accountId = account.value;
    }
    const link = await issueLink(ctx, accountId);
    if (!link.ok) throw new Error('first link');
    return `/enter/${link.value.token}`;
  });
};
