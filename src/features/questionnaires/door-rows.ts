import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type Database, dangerouslyScope } from '../../platform/db.ts';

/** Where a link leads. */
export interface Door {
  readonly college: CollegeScope;
  readonly collegeName: string;
  readonly timeZone: string;
  readonly roundId: string;
  /** A personal link; null: a common one. */
  readonly personId: string | null;
  readonly groupId: string | null;
  /** The last day it works. */
  readonly expiresOn: Day;
}

/**
 * The way in without an account: before it no college is known, so it goes past row-level security by the secret alone,
 * and opens that college only.
 */
export const doorBehind = async (db: Database, tokenHash: string): Promise<Door | undefined> => {
  const { rows } = await sql<{
    college_id: string;
    short_name: string;
    time_zone: string;
    round_id: string;
    person_id: string | null;
    group_id: string | null;
    expires_on: Day;
  }>`
    select l.college_id, c.short_name, c.time_zone, l.round_id, l.person_id, coalesce(i.group_id, l.group_id) as group_id, l.expires_on
    from questionnaire_links l join colleges c on c.id = l.college_id
    left join questionnaire_invitations i on i.college_id = l.college_id and i.round_id = l.round_id and i.person_id = l.person_id
    where l.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return (
    row && {
      college: dangerouslyScope(row.college_id),
      collegeName: row.short_name,
      timeZone: row.time_zone,
      roundId: row.round_id,
      personId: row.person_id,
      groupId: row.group_id,
      expiresOn: row.expires_on,
    }
  );
};
