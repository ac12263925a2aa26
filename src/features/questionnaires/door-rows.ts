import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type Database, dangerouslyScope } from '../../platform/db.ts';
import { often } from '../../platform/pool.ts';
import type { Round } from './round.ts';

/** Where a link leads, with the round behind it: all that is known before the college is entered. */
export interface Door {
  readonly college: CollegeScope;
  readonly collegeName: string;
  readonly timeZone: string;
  readonly round: Round;
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
    round: Round;
    person_id: string | null;
    group_id: string | null;
    expires_on: Day;
  }>`${often}
    select l.college_id, c.short_name, c.time_zone, l.person_id, coalesce(i.group_id, l.group_id) as group_id, l.expires_on,
      json_build_object('id', r.id, 'questionnaireId', r.questionnaire_id, 'versionId', r.version_id, 'title', r.title, 'year', r.year,
        'opensOn', r.opens_on, 'closesOn', r.closes_on, 'anonymous', r.anonymous, 'closedOn', r.closed_on) as round
    from questionnaire_links l join colleges c on c.id = l.college_id
    join questionnaire_rounds r on r.college_id = l.college_id and r.id = l.round_id
    left join questionnaire_invitations i on i.college_id = l.college_id and i.round_id = l.round_id and i.person_id = l.person_id
    where l.token_hash = ${tokenHash}`.execute(db);
  const [row] = rows;
  return (
    row && {
      college: dangerouslyScope(row.college_id),
      collegeName: row.short_name,
      timeZone: row.time_zone,
      round: row.round,
      personId: row.person_id,
      groupId: row.group_id,
      expiresOn: row.expires_on,
    }
  );
};
