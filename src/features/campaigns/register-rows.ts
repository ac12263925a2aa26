import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Campaign } from './campaign.ts';

type Visible = 'all' | readonly string[];

const name = (table: string) =>
  sql`concat_ws(' ', ${sql.ref(`${table}.last_name`)}, ${sql.ref(`${table}.first_name`)}, nullif(${sql.ref(`${table}.patronymic`)}, ''))`;

/** Under 18 on a day, as `parentsAnswerFor` says; unknown birth days count as under. */
const minor = (today: Day) => sql`(p.birth_day is null or p.birth_day > ${today}::date - interval '18 years')`;

/** Answered in this campaign, or told before it in the same year by other ways. */
const answered = ({ id, year }: Campaign, audience: 'student' | 'parent', source: 'self' | 'parent') => sql`(
  exists (select from campaign_answers a where a.campaign_id = ${id}::uuid and a.person_id = p.id and a.audience = ${audience})
  or exists (select from needs n where n.person_id = p.id and n.year = ${year} and n.source = ${source} and n.withdrawn_on is null))`;

/** A group that studies now, and how it answers. */
export interface GroupLine {
  readonly id: string;
  readonly code: string;
  readonly teacherId: string | null;
  readonly teacherName: string | null;
  /** The class teacher handed in the sheet of the year. */
  readonly sheetOn: Day | null;
  readonly students: number;
  readonly studentsAnswered: number;
  /** Students whose parents are asked. */
  readonly parents: number;
  readonly parentsAnswered: number;
  /** Students of whom psychologists or social teachers told. */
  readonly told: number;
  readonly remindedOn: Day | null;
}

/** Groups × audiences. */
export const groupLines = async (
  db: CollegeDb,
  campaign: Campaign,
  visible: Visible,
  today: Day,
): Promise<GroupLine[]> => {
  const groups = visible === 'all' ? sql`true` : sql`g.id = any(${sql.val([...visible])}::uuid[])`;
  const { rows } = await sql<GroupLine>`
    with people as (
      select p.id, p.group_id, ${answered(campaign, 'student', 'self')} as self,
        ${answered(campaign, 'parent', 'parent')} as parent, ${minor(today)} as minor,
        exists (select from campaign_answers a where a.campaign_id = ${campaign.id}::uuid and a.person_id = p.id
          and a.audience = 'psychologist') as told
      from persons p where p.kind = 'student' and p.left_on is null and p.group_id is not null)
    select g.id, g.code, g.class_teacher_id as "teacherId", ${name('t')} as "teacherName", s.answered_on as "sheetOn",
      count(w.id) as students, count(w.id) filter (where w.self) as "studentsAnswered",
      count(w.id) filter (where w.minor or w.parent) as parents, count(w.id) filter (where w.parent) as "parentsAnswered",
      count(w.id) filter (where w.told) as told,
      (select max(r.reminded_on) from campaign_reminders r where r.campaign_id = ${campaign.id}::uuid and r.group_id = g.id) as "remindedOn"
    from study_groups g
    left join people w on w.group_id = g.id
    left join persons t on t.id = g.class_teacher_id and t.left_on is null
    left join need_sheets s on s.group_id = g.id and s.year = ${campaign.year}
    where g.graduated_on is null and ${groups}
    group by g.id, g.code, g.class_teacher_id, t.id, t.last_name, t.first_name, t.patronymic, s.answered_on
    order by g.code`.execute(db);
  return rows.map((row) => ({ ...row, teacherName: row.teacherName || null }));
};

export interface PersonAnswer {
  readonly id: string;
  readonly name: string;
  readonly birthDay: Day | null;
  readonly minor: boolean;
  readonly answered: boolean;
  readonly parentAnswered: boolean;
}

/** Students of a group by name. */
export const personLines = async (
  db: CollegeDb,
  campaign: Campaign,
  groupId: string,
  today: Day,
): Promise<PersonAnswer[]> => {
  const { rows } = await sql<PersonAnswer>`
    select p.id, ${name('p')} as name, p.birth_day as "birthDay", ${minor(today)} as minor,
      ${answered(campaign, 'student', 'self')} as answered, ${answered(campaign, 'parent', 'parent')} as "parentAnswered"
    from persons p where p.kind = 'student' and p.left_on is null and p.group_id = ${groupId}::uuid
    order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};

export interface StaffAnswer {
  readonly id: string;
  readonly name: string;
  /** Students of whom they told. */
  readonly told: number;
}

/** Psychologists and social teachers of the college, by their accounts. */
export const psychologists = async (db: CollegeDb, campaign: Campaign): Promise<StaffAnswer[]> => {
  const { rows } = await sql<StaffAnswer>`
    select p.id, ${name('p')} as name,
      (select count(distinct coalesce(a.person_id, a.id)) from campaign_answers a
        where a.campaign_id = ${campaign.id}::uuid and a.audience = 'psychologist' and a.teller_id = p.id) as told
    from persons p
    where p.left_on is null and p.id in (
      select c.person_id from accounts c join account_roles r on r.account_id = c.id
      where c.disabled_at is null and r.role in ('psychologist', 'social-teacher'))
    order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};

/** Answers of the campaign that wait for a person to recognise whom they mean. */
export const countUnmatched = async (db: CollegeDb, campaignId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('campaign_answers')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('person_id', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};

/** Students who study now, for choosing one: name and group. */
export const studentChoices = async (db: CollegeDb): Promise<{ value: string; label: string }[]> => {
  const { rows } = await sql<{ value: string; label: string }>`
    select p.id as value, concat_ws(', ', ${name('p')}, g.code) as label
    from persons p left join study_groups g on g.id = p.group_id
    where p.kind = 'student' and p.left_on is null order by p.last_name, p.first_name, p.id`.execute(db);
  return rows;
};
