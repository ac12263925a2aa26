import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';

/** An entry that came already: its meeting, or null when its author took it back. */
export interface TakenLog {
  readonly meetingId: string | null;
}

export const takenLog = (db: CollegeDb, key: string, pairId: string): Promise<TakenLog | undefined> =>
  db
    .selectFrom('meeting_logs')
    .select('meeting_id as meetingId')
    .where('key', '=', key)
    .where('pair_id', '=', pairId)
    .executeTakeFirst();

/** Two requests with one entry come in one after the other; held to the end of the transaction. */
export const holdKey = async (db: CollegeDb, key: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 60))`.execute(db);
};

export const insertTaken = async (
  db: CollegeDb,
  entry: { key: string; pairId: string; accountId: string; meetingId: string | null },
): Promise<void> => {
  const { key, pairId, accountId, meetingId } = entry;
  await db
    .insertInto('meeting_logs')
    .values({ key, pair_id: pairId, account_id: accountId, meeting_id: meetingId })
    .execute();
};

/** Keys of the entries that an account's phones have sent lately: a phone forgets them when it reads this. */
export const recentKeys = async (db: CollegeDb, accountId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('meeting_logs')
    .select('key')
    .where('account_id', '=', accountId)
    .orderBy('taken_at', 'desc')
    .limit(40)
    .execute();
  return [...new Set(rows.map(({ key }) => key))];
};
