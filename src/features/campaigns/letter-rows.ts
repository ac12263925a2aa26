import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Audience, Campaign } from './campaign.ts';

/** Somebody who has not answered and has an address; of a parent, whose child it is about. */
export interface Recipient {
  readonly personId: string;
  readonly audience: Audience;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly firstName: string;
  readonly email: string;
}

/** At most one letter of any kind to a person, and one to the parents about a child, in so many days. */
const quietDays = 7;

const written = (today: Day, person: RawBuilder<unknown>, toParent: RawBuilder<unknown>) => {
  const since = sql`${addDays(today, -quietDays)}::date`;
  return sql`case when ${toParent} then exists (
    select from campaign_letters l where l.person_id = ${person} and l.to_parent and l.state <> 'failed' and l.sent_on > ${since})
    else had_letter(${person}, ${since}) end`;
};

/** Mail of a student's parents: of the representative with a card, else what stands in the student's own. */
const parentsMail = sql`coalesce((select r.email from consent_representatives x join persons r on r.id = x.representative_id
  where x.person_id = p.id and r.left_on is null and coalesce(r.email, '') <> '' order by r.id limit 1), p.representative_email)`;

/**
 * Class teachers of silent groups, silent students, parents of students under 18, psychologists who told of nobody; nobody
 * who had a letter this week.
 */
export const recipientsOf = async (db: CollegeDb, campaign: Campaign, today: Day): Promise<Recipient[]> => {
  const { id, year } = campaign;
  const { rows } = await sql<Recipient>`
    with silent as (
      select t.id as person_id, 'class-teacher' as audience, g.id as group_id, g.code
      from study_groups g join persons t on t.id = g.class_teacher_id
      where g.graduated_on is null and exists (select from persons p where p.group_id = g.id and p.left_on is null)
        and not exists (select from need_sheets s where s.group_id = g.id and s.year = ${year})
      union all
      select p.id, 'student', g.id, g.code
      from persons p join study_groups g on g.id = p.group_id
      where p.kind = 'student' and g.graduated_on is null
        and not exists (select from campaign_answers a
          where a.campaign_id = ${id}::uuid and a.person_id = p.id and a.audience = 'student')
        and not exists (select from needs n
          where n.person_id = p.id and n.year = ${year} and n.source = 'self' and n.withdrawn_on is null)
      union all
      select p.id, 'parent', g.id, g.code
      from persons p join study_groups g on g.id = p.group_id
      where p.kind = 'student' and g.graduated_on is null
        and (p.birth_day is null or signatory_needed(p.kind, p.birth_day, ${today}::date) <> 'self')
        and not exists (select from campaign_answers a
          where a.campaign_id = ${id}::uuid and a.person_id = p.id and a.audience = 'parent')
        and not exists (select from needs n
          where n.person_id = p.id and n.year = ${year} and n.source = 'parent' and n.withdrawn_on is null)
      union all
      select distinct p.id, 'psychologist', null::uuid, null
      from persons p join accounts c on c.person_id = p.id join account_roles r on r.account_id = c.id
      where c.disabled_at is null and r.role in ('psychologist', 'social-teacher')
        and not exists (select from campaign_answers a
          where a.campaign_id = ${id}::uuid and a.teller_id = p.id and a.audience = 'psychologist'))
    select distinct on (p.id, s.audience = 'parent') p.id as "personId", s.audience, s.group_id as "groupId",
      s.code as "groupCode", p.first_name as "firstName", m.email
    from silent s join persons p on p.id = s.person_id
      cross join lateral (select case s.audience when 'parent' then ${parentsMail} else p.email end as email) m
    where p.left_on is null and coalesce(m.email, '') <> '' and s.audience = any(${sql.val([...campaign.audiences])}::text[])
      and not ${written(today, sql`p.id`, sql`(s.audience = 'parent')`)}
    order by p.id, s.audience = 'parent', s.audience, s.code`.execute(db);
  return rows;
};

/** Takes the right to write to a person (or to the parents about a child) this week; undefined when another letter has it. Two tasks at once wait here. */
export const claimLetter = async (
  db: CollegeDb,
  campaignId: string,
  { personId, audience }: Pick<Recipient, 'personId' | 'audience'>,
  today: Day,
): Promise<string | undefined> => {
  const toParent = sql`${audience === 'parent'}::boolean`;
  await sql`select from persons where id = ${personId}::uuid for update`.execute(db);
  const { rows } = await sql<{ id: string }>`
    insert into campaign_letters (campaign_id, person_id, to_parent, sent_on)
    select ${campaignId}::uuid, ${personId}::uuid, ${toParent}, ${today}::date
    where not ${written(today, sql`${personId}::uuid`, toParent)}
    returning id`.execute(db);
  return rows[0]?.id;
};

export const setLetter = async (db: CollegeDb, id: string, state: 'sent' | 'failed'): Promise<void> => {
  await db.updateTable('campaign_letters').set({ state }).where('id', '=', id).execute();
};

export type ReminderWay = 'system' | 'mail' | 'person';

/** Notes that groups were reminded; the same day and way are one reminder. */
export const noteReminders = async (
  db: CollegeDb,
  { campaignId, on, way, accountId }: { campaignId: string; on: Day; way: ReminderWay; accountId: string | null },
  groupIds: readonly string[],
): Promise<void> => {
  if (groupIds.length === 0) return;
  await db
    .insertInto('campaign_reminders')
    .values(
      groupIds.map((groupId) => ({
        campaign_id: campaignId,
        group_id: groupId,
        reminded_on: on,
        way,
        account_id: accountId,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute();
};

/** A group that has not told its needs, and how its class teacher can be reached. */
export interface SilentGroup {
  readonly id: string;
  readonly code: string;
  readonly teacherName: string | null;
  readonly phone: string | null;
  readonly hasAccount: boolean;
  readonly hasEmail: boolean;
  readonly remindedOn: Day | null;
}

/** Silent: no sheet was handed in and nobody of the group has a need this year. */
export const silentGroups = async (db: CollegeDb, campaign: Campaign): Promise<SilentGroup[]> => {
  const { rows } = await sql<SilentGroup>`
    select g.id, g.code, nullif(concat_ws(' ', t.last_name, t.first_name, nullif(t.patronymic, '')), '') as "teacherName",
      t.phone, coalesce(t.email, '') <> '' as "hasEmail",
      exists (select from accounts c join account_roles r on r.account_id = c.id
        where c.person_id = t.id and c.disabled_at is null and r.role = 'class-teacher') as "hasAccount",
      (select max(r.reminded_on) from campaign_reminders r
        where r.campaign_id = ${campaign.id}::uuid and r.group_id = g.id) as "remindedOn"
    from study_groups g left join persons t on t.id = g.class_teacher_id and t.left_on is null
    where g.graduated_on is null
      and not exists (select from need_sheets s where s.group_id = g.id and s.year = ${campaign.year})
      and not exists (select from needs n join persons p on p.id = n.person_id
        where p.group_id = g.id and p.kind = 'student' and p.left_on is null and n.year = ${campaign.year} and n.withdrawn_on is null)
    order by g.code`.execute(db);
  return rows;
};
