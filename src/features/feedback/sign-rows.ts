import { sql } from 'kysely';
import { type AcademicYear, academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { duringQuestions } from '../questionnaires/during-texts.ts';
import type { PairSigns } from './risk.ts';

export interface PairWithSigns extends PairSigns {
  readonly pairId: string;
  readonly form: string;
}

/**
 * Signs of every pair that works today, one query. Comfort is the last word of each side this year in a named questionnaire
 * of the quarter or of the results; anonymous answers say nothing about a pair.
 */
export const signsOfPairs = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<PairWithSigns[]> => {
  const { from } = academicYear(year);
  const { rows } = await sql<PairWithSigns>`
    with running as (
      select p.id, p.form, p.from_day, p.mentor_id, p.mentee_id,
        (select max(m.day) from meetings m where m.pair_id = p.id and m.state = 'held') as last_held
      from pairs p where ${today}::date between p.from_day and p.till_day
    ), words as (
      select distinct on (s.person_id, q.role) s.person_id, q.role, (a.value #>> '{}')::numeric as comfort
      from questionnaire_sheets s join questionnaire_rounds r on r.id = s.round_id
        join questionnaires q on q.id = r.questionnaire_id
        join questionnaire_answers a on a.sheet_id = s.id and a.question = ${duringQuestions.comfort}
      where s.finished_on is not null and s.finished_on between ${from}::date and ${today}::date and not r.anonymous
        and s.person_id is not null and q.role is not null and jsonb_typeof(a.value) = 'number'
      order by s.person_id, q.role, s.finished_on desc
    ), asked as (
      select p.id as pair_id, min(r.opens_on) as opens_on,
        bool_or(i.answered) filter (where q.role = 'mentor' and i.person_id = p.mentor_id) as mentor_said,
        bool_or(i.answered) filter (where q.role = 'mentee' and i.person_id = p.mentee_id) as mentee_said
      from running p join questionnaire_invitations i on i.person_id in (p.mentor_id, p.mentee_id)
        join questionnaire_rounds r on r.id = i.round_id and r.opens_on <= ${today}::date
          and r.opens_on > ${today}::date - 60 and r.year = ${year}
        join questionnaires q on q.id = r.questionnaire_id and q.moment = 'during'
      group by p.id
    )
    select p.id as "pairId", p.form, p.from_day as "from", p.last_held as "lastMeeting",
      (select count(*) from meetings m where m.pair_id = p.id and m.state = 'missed'
        and m.day > coalesce(p.last_held, p.from_day - 1))::int as "missedInRow",
      least(a.comfort, b.comfort)::int as comfort,
      case when least(a.comfort, b.comfort) is null then null
        when b.comfort is null or a.comfort < b.comfort then 'mentor' else 'mentee' end as "comfortSide",
      (select count(*) from plans n join plan_versions v on v.plan_id = n.id and v.state = 'agreed'
        join plan_tasks t on t.version_id = v.id left join plan_marks k on k.plan_id = n.id and k.task_id = t.task_id
        where n.pair_id = p.id and (k.mark is null or k.mark = 'moved') and coalesce(k.moved_to, t.due) < ${today}::date)::int as "lateTasks",
      case when w.mentor_said and not w.mentee_said then 'mentee' when w.mentee_said and not w.mentor_said then 'mentor' end as "silentSide",
      w.opens_on as "askedOn",
      (select min(m.day) from meetings m where m.pair_id = p.id and m.needs_help and not exists (
        select from meetings n where n.pair_id = p.id and n.state = 'held' and n.day > m.day and not n.needs_help)) as "helpAskedOn"
    from running p left join words a on a.person_id = p.mentor_id and a.role = 'mentor'
      left join words b on b.person_id = p.mentee_id and b.role = 'mentee' left join asked w on w.pair_id = p.id
    order by p.id`.execute(db);
  return rows;
};

export interface AskedCorrection {
  readonly sheetId: string;
  readonly pairId: string;
  readonly role: 'mentor' | 'mentee';
  readonly words: string;
}

/** Named answers of this year that ask for another plan and have opened no correction yet, for pairs that work today. */
export const askedCorrections = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<AskedCorrection[]> => {
  const { rows } = await sql<AskedCorrection>`
    select s.id as "sheetId", p.id as "pairId", q.role,
      coalesce((select a.value #>> '{}' from questionnaire_answers a
        where a.sheet_id = s.id and a.question = ${duringQuestions.changeWords}), '') as words
    from questionnaire_sheets s join questionnaire_rounds r on r.id = s.round_id and r.year = ${year} and not r.anonymous
      join questionnaires q on q.id = r.questionnaire_id and q.moment = 'during' and q.role is not null
      join questionnaire_answers y on y.sheet_id = s.id and y.question = ${duringQuestions.changePlan} and y.value #>> '{}' = 'yes'
      join pairs p on s.person_id = case q.role when 'mentor' then p.mentor_id else p.mentee_id end
        and ${today}::date between p.from_day and p.till_day
    where s.finished_on is not null and not exists (
      select from corrections_asked c where c.sheet_id = s.id and c.pair_id = p.id)
    order by s.finished_on, s.id, p.id`.execute(db);
  return rows;
};

export const noteCorrection = async (db: CollegeDb, { sheetId, pairId }: AskedCorrection): Promise<void> => {
  await db
    .insertInto('corrections_asked')
    .values({ sheet_id: sheetId, pair_id: pairId })
    .onConflict((clash) => clash.doNothing())
    .execute();
};
