import { sql } from 'kysely';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import { type Database, dangerouslyAsSystem } from '../../platform/db.ts';
import { plainCode } from './account.ts';
import { hashOf } from './issue-link.ts';

export interface LinkOwner {
  readonly userId: string;
  readonly name: string;
}

type LinkRefusal = 'link-used' | 'link-expired';

const find = async (db: Database, secret: { token: string } | { code: string }, lock: boolean) =>
  sql<{
    college_id: string;
    id: string;
    account_id: string;
    expires_at: Date;
    used_at: Date | null;
    user_id: string;
    name: string;
    disabled: boolean;
  }>`
    select l.college_id, l.id, l.account_id, l.expires_at, l.used_at, a.user_id, a.name, a.disabled_at is not null as disabled
    from sign_in_links l join accounts a on a.college_id = l.college_id and a.id = l.account_id
    where ${'token' in secret ? sql`l.token_hash = ${hashOf(secret.token)}` : sql`l.code_hash = ${hashOf(plainCode(secret.code))}`}
    ${lock ? sql`for update of l` : sql``}`.execute(db);

/** Whose link this is, without using it up: a messenger that previews links must not spend it. */
export const readLink = async (db: Database, secret: { token: string }): Promise<Outcome<LinkOwner, LinkRefusal>> => {
  const { rows } = await find(db, secret, false);
  const [link] = rows;
  if (!link || link.used_at || link.disabled) return refused('link-used');
  if (link.expires_at < now()) return refused('link-expired');
  return done({ userId: link.user_id, name: link.name });
};

/** Uses a link or a typed code up. Before sign-in no college is known, so it goes past row-level security by the secret alone. */
export const useLink = (
  db: Database,
  secret: { token: string } | { code: string },
): Promise<Outcome<LinkOwner, LinkRefusal>> =>
  dangerouslyAsSystem(db, async (tx) => {
    const { rows } = await find(tx, secret, true);
    const [link] = rows;
    if (!link || link.used_at || link.disabled) return refused('link-used');
    if (link.expires_at < now()) return refused('link-expired');

    await sql`update sign_in_links set used_at = now() where college_id = ${link.college_id} and id = ${link.id}`.execute(
      tx,
    );
    await sql`insert into journal (college_id, account_id, actor_name, action, subject_kind, subject_id)
      values (${link.college_id}, ${link.account_id}, ${link.name}, 'account.link-used', 'account', ${link.account_id})`.execute(
      tx,
    );
    return done({ userId: link.user_id, name: link.name });
  });
