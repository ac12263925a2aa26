import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Side } from '../pairs/rows.ts';
import type { PlanState } from './plan.ts';

export const registerStates = ['none', 'draft', 'waiting', 'agreed', 'late', 'correcting'] as const;
export type RegisterState = (typeof registerStates)[number];

export interface PlanFilter {
  readonly search?: string;
  readonly form?: string;
  readonly state?: RegisterState | undefined;
  /** Only pairs with a student of one of these groups; undefined for all. */
  readonly groupIds?: readonly string[] | undefined;
  readonly pairIds?: readonly string[];
  /** Only pairs in which this person is the mentor. */
  readonly mentorId?: string;
}

export interface ListedPlan {
  readonly pairId: string;
  readonly planId: string | null;
  readonly form: string;
  readonly from: Day;
  readonly till: Day;
  readonly mentor: Side;
  readonly mentee: Side;
  /** Of the plan in force; of the open version while none is. */
  readonly state: PlanState;
  /** A correction of the plan in force is being written or waits. */
  readonly correcting: boolean;
  readonly agreedOn: Day | null;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
}

const side = (alias: 'mentor' | 'mentee') =>
  sql`(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'patronymic', p.patronymic,
      'groupId', p.group_id, 'groupCode', g.code, 'place', concat_ws(', ', nullif(p.post, ''), o.name))
    from persons p left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
    where p.id = x.${sql.ref(`${alias}_id`)})`;

const conditions = (filter: PlanFilter) => {
  const all = [sql`true`];
  const anySide = (condition: ReturnType<typeof sql>) =>
    sql`exists (select from persons p where p.id in (x.mentor_id, x.mentee_id) and ${condition})`;
  if (filter.form) all.push(sql`x.form = ${filter.form}`);
  if (filter.mentorId) all.push(sql`x.mentor_id = ${filter.mentorId}::uuid`);
  if (filter.pairIds) all.push(sql`x.id = any(${sql.val([...filter.pairIds])}::uuid[])`);
  if (filter.groupIds) all.push(anySide(sql`p.group_id = any(${sql.val([...filter.groupIds])}::uuid[])`));
  for (const word of (filter.search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean))
    all.push(anySide(sql`p.search like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`));
  return sql.join(all, sql` and `);
};

/** Pairs that are not over, with where their plans stand; tasks are those of the plan in force. */
const listed = (filter: PlanFilter, today: Day) => sql`
  select x.id as "pairId", n.id as "planId", x.form, x.from_day as "from", x.till_day as "till", x.mentor_id, x.mentee_id,
    case when n.id is null then 'none' when agreed.id is not null then 'agreed' when open.state = 'proposed' then 'waiting' else 'draft' end as state,
    agreed.id is not null and open.id is not null as correcting, agreed.agreed_on as "agreedOn",
    coalesce(t.tasks, 0)::int as tasks, coalesce(t.done, 0)::int as done, coalesce(t.late, 0)::int as late
  from pairs x left join plans n on n.pair_id = x.id
    left join plan_versions agreed on agreed.plan_id = n.id and agreed.state = 'agreed'
    left join plan_versions open on open.plan_id = n.id and open.state in ('draft', 'proposed')
    left join lateral (
      select count(*) as tasks, count(*) filter (where m.mark = 'done') as done,
        count(*) filter (where (m.mark is null or m.mark = 'moved') and coalesce(m.moved_to, k.due) < ${today}::date) as late
      from plan_tasks k left join plan_marks m on m.plan_id = n.id and m.task_id = k.task_id
      where k.version_id = agreed.id) t on true
  where x.till_day >= ${today}::date and ${conditions(filter)}`;

const inState = (state: RegisterState | undefined) => {
  if (!state) return sql`true`;
  if (state === 'late') return sql`l.late > 0`;
  return state === 'correcting' ? sql`l.correcting` : sql`l.state = ${state}`;
};

/** By mentor's name, as lists are read. */
export const plansBy = async (
  db: CollegeDb,
  filter: PlanFilter,
  today: Day,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<ListedPlan[]> => {
  const { rows } = await sql<ListedPlan>`
    with l as (${listed(filter, today)})
    select l."pairId", l."planId", l.form, l."from", l."till", l.state, l.correcting, l."agreedOn", l.tasks, l.done, l.late,
      ${side('mentor')} as mentor, ${side('mentee')} as mentee
    from l join pairs x on x.id = l."pairId" join persons s on s.id = x.mentor_id
    where ${inState(filter.state)}
    order by s.last_name, s.first_name, s.patronymic, x.from_day, x.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
};

export type PlanCounts = Readonly<Record<RegisterState | 'all', number>>;

/** How many pairs stand in each state, whatever state is chosen. */
export const countPlans = async (db: CollegeDb, filter: PlanFilter, today: Day): Promise<PlanCounts> => {
  const counts = sql.join(
    registerStates.map((state) => sql`(count(*) filter (where ${inState(state)}))::int as ${sql.id(state)}`),
  );
  const { rows } = await sql<PlanCounts>`
    with l as (${listed(filter, today)}) select count(*)::int as all, ${counts} from l`.execute(db);
  return rows[0] ?? { all: 0, none: 0, draft: 0, waiting: 0, agreed: 0, late: 0, correcting: 0 };
};
