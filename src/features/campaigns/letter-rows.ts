import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Audience, Campaign } from './campaign.ts';

/** Somebody who has not answered and has an address. */
export interface Recipient {
  readonly personId: string;
  readonly audience: Audience;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly firstName: string;
  readonly email: string;
}

/** At most one letter to a person in so many days. */
const quietDays = 7;

const written = (today: Day, person: RawBuilder<unknown>) => sql`exists (
  select from campaign_letters l where l.person_id = ${person} and l.state <> 'failed' and l.sent_on > ${addDays(today, -quietDays)}::date)`;

/** Class teachers of silent groups, silent students, psychologists who told of nobody; nobody who had a letter this week. */
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
      select distinct p.id, 'psychologist', null::uuid, null
      from persons p join accounts c on c.person_id = p.id join account_roles r on r.account_id = c.id
      where c.disabled_at is null and r.role in ('psychologist', 'social-teacher')
        and not exists (select from campaign_answers a
          where a.campaign_id = ${id}::uuid and a.teller_id = p.id and a.audience = 'psychologist'))
    select distinct on (p.id) p.id as "personId", s.audience, s.group_id as "groupId", s.code as "groupCode",
      p.first_name as "firstName", p.email
    from silent s join persons p on p.id = s.person_id
    where p.left_on is null and coalesce(p.email, '') <> '' and s.audience = any(${sql.val([...campaign.audiences])}::text[])
      and not ${written(today, sql`p.id`)}
    order by p.id, s.audience, s.code`.execute(db);
  return rows;
};

/** Takes the right to write to a person this week; undefined when another letter has it. Two tasks at once wait here. */
export const claimLetter = async (
  db: CollegeDb,
  campaignId: string,
  personId: string,
  today: Day,
): Promise<string | undefined> => {
  await sql`select from persons where id = ${personId}::uuid for update`.execute(db);
  const { rows } = await sql<{ id: string }>`
    insert into campaign_letters (campaign_id, person_id, sent_on)
    select ${campaignId}::uuid, ${personId}::uuid, ${today}::date
    where not ${written(today, sql`${personId}::uuid`)}
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
