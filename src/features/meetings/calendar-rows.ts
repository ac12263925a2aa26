import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type CollegeDb, type Database, dangerouslyScope } from '../../platform/db.ts';

export interface CalendarDoor {
  readonly college: CollegeScope;
  readonly personId: string;
  readonly timeZone: string;
}

/**
 * A calendar program comes without an account and before any college is known, so it goes past row-level security by the
 * secret alone, and opens the meetings of that one person only.
 */
export const calendarBehind = async (db: Database, tokenHash: string): Promise<CalendarDoor | undefined> => {
  const { rows } = await sql<{ college: string; personId: string; timeZone: string }>`
    select l.college_id as college, l.person_id as "personId", c.time_zone as "timeZone"
    from calendar_links l join colleges c on c.id = l.college_id
      join persons h on h.college_id = l.college_id and h.id = l.person_id
    where l.token_hash = ${tokenHash} and l.revoked_on is null and h.left_on is null`.execute(db);
  const [row] = rows;
  return row && { ...row, college: dangerouslyScope(row.college) };
};

export const calendarLinkOf = (db: CollegeDb, personId: string): Promise<{ madeOn: Day } | undefined> =>
  db
    .selectFrom('calendar_links')
    .select('made_on as madeOn')
    .where('person_id', '=', personId)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();

/** Ends the link that a person has. False when there was none. */
export const revokeCalendarLink = async (db: CollegeDb, personId: string, on: Day): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('calendar_links')
    .set({ revoked_on: on })
    .where('person_id', '=', personId)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const insertCalendarLink = async (db: CollegeDb, personId: string, tokenHash: string, on: Day) => {
  await db.insertInto('calendar_links').values({ person_id: personId, token_hash: tokenHash, made_on: on }).execute();
};
