import { sql } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { type Database, dangerouslyScope } from '../db.ts';

export interface Membership {
  readonly actor: Actor;
  /** IANA zone of the college, by which its days are counted. */
  readonly timeZone: string;
}

/**
 * The session gate: the only place where a signed-in user becomes an actor in a college.
 * Reads past row-level security, because before it nobody knows the college; it answers nothing about others.
 * @param wanted college id from a cookie, for users with a place in several; ignored when they have none there.
 */
export const findMembership = async (
  db: Database,
  userId: string,
  wanted?: string,
): Promise<Membership | undefined> => {
  const { rows } = await sql<{
    college_id: string;
    account_id: string;
    person_id: string | null;
    name: string;
    time_zone: string;
    roles: Role[];
    group_ids: string[];
  }>`
    select a.college_id, a.id as account_id, a.person_id, a.name, c.time_zone,
      array(select role from account_roles r where r.college_id = a.college_id and r.account_id = a.id) as roles,
      array(select g.id::text from study_groups g
            where g.college_id = a.college_id and g.class_teacher_id = a.person_id and g.graduated_on is null) as group_ids
    from accounts a join colleges c on c.id = a.college_id
    where a.user_id = ${userId} and a.disabled_at is null
    order by a.college_id::text = ${wanted ?? ''} desc, a.created_at
    limit 1`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    timeZone: row.time_zone,
    actor: {
      college: dangerouslyScope(row.college_id),
      accountId: row.account_id,
      personId: row.person_id,
      name: row.name,
      roles: row.roles,
      groupIds: row.group_ids,
    },
  };
};
