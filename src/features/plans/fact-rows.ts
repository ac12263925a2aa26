import { sql } from 'kysely';
import { type AcademicYear, academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** What row 6.1 of the roadmap is judged by. */
export interface PlanFacts {
  /** Pairs of the year that have begun and are not over. */
  readonly pairs: number;
  /** Of them, those whose plan both sides agreed to. */
  readonly agreed: number;
  readonly waiting: number;
  readonly drafts: number;
  /** Pairs whose plan in force has tasks late. */
  readonly late: number;
}

export const planFacts = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<PlanFacts> => {
  const { from, till } = academicYear(year);
  const { rows } = await sql<PlanFacts>`
    with running as (
      select x.id, n.id as plan_id, (select v.id from plan_versions v where v.plan_id = n.id and v.state = 'agreed') as agreed_id,
        (select v.state from plan_versions v where v.plan_id = n.id and v.state in ('draft', 'proposed')) as open_state
      from pairs x left join plans n on n.pair_id = x.id
      where x.from_day <= least(${till}::date, ${today}::date) and x.till_day >= greatest(${from}::date, ${today}::date)
    )
    select count(*)::int as pairs, count(agreed_id)::int as agreed,
      (count(*) filter (where agreed_id is null and open_state = 'proposed'))::int as waiting,
      (count(*) filter (where agreed_id is null and open_state = 'draft'))::int as drafts,
      (count(*) filter (where exists (
        select from plan_tasks t left join plan_marks m on m.plan_id = r.plan_id and m.task_id = t.task_id
        where t.version_id = r.agreed_id and (m.mark is null or m.mark = 'moved') and coalesce(m.moved_to, t.due) < ${today}::date)))::int as late
    from running r`.execute(db);
  return rows[0] ?? { pairs: 0, agreed: 0, waiting: 0, drafts: 0, late: 0 };
};

export interface LateTask {
  readonly pairId: string;
  readonly planId: string;
  readonly taskId: string;
  readonly title: string;
  /** The day it was moved to, where it was moved. */
  readonly due: Day;
}

/** Tasks of plans in force whose day is over without an outcome, for some pairs; the oldest first. */
export const lateTasksOf = async (db: CollegeDb, pairIds: readonly string[], today: Day): Promise<LateTask[]> => {
  const { rows } = await sql<LateTask>`
    select n.pair_id as "pairId", n.id as "planId", t.task_id as "taskId", t.title, coalesce(m.moved_to, t.due) as due
    from plans n join plan_versions v on v.plan_id = n.id and v.state = 'agreed' join plan_tasks t on t.version_id = v.id
      left join plan_marks m on m.plan_id = n.id and m.task_id = t.task_id
    where n.pair_id = any(${sql.val([...pairIds])}::uuid[]) and (m.mark is null or m.mark = 'moved')
      and coalesce(m.moved_to, t.due) < ${today}::date
    order by coalesce(m.moved_to, t.due), t.title`.execute(db);
  return rows;
};
