import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';

/** Groups that were reminded of their needs in campaigns of an academic year: what the roadmap above asks. */
export const remindedGroups = async (db: CollegeDb, year: number): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select distinct r.group_id as id from campaign_reminders r join campaigns c on c.id = r.campaign_id
    where c.year = ${year}`.execute(db);
  return new Set(rows.map(({ id }) => id));
};
