import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { MeetingKind, MeetingState, Side } from './meeting.ts';

export interface MeetingFilter {
  readonly form?: string;
  readonly groupId?: string;
  /** '2026-11' */
  readonly month?: string;
  readonly state?: MeetingState | undefined;
  readonly search?: string;
  /** Only meetings of these days, both included. */
  readonly days?: { readonly from: Day; readonly till: Day };
  /** Groups that the reader sees; a meeting shows when either side studies in one. */
  readonly visible: 'all' | readonly string[];
}

/** A meeting as lists show it: no words of the pair. */
export interface ListedMeeting {
  readonly id: string;
  readonly pairId: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly day: Day;
  readonly starts: string;
  readonly minutes: number;
  readonly place: string;
  readonly absent: Side | null;
  readonly reason: string;
  readonly needsHelp: boolean;
  readonly form: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly mentorGroup: string | null;
  readonly menteeGroup: string | null;
}

const nameOf = (alias: string) =>
  sql`concat_ws(' ', ${sql.ref(`${alias}.last_name`)}, ${sql.ref(`${alias}.first_name`)})`;

const matching = (filter: MeetingFilter): RawBuilder<unknown> => {
  const all = [sql`true`];
  const { form, groupId, month, state, visible, days } = filter;
  if (form) all.push(sql`p.form = ${form}`);
  if (groupId) all.push(sql`${groupId}::uuid in (mentor.group_id, mentee.group_id)`);
  if (month) all.push(sql`m.day >= ${`${month}-01`}::date and m.day < ${`${month}-01`}::date + interval '1 month'`);
  if (days) all.push(sql`m.day between ${days.from}::date and ${days.till}::date`);
  if (state) all.push(sql`m.state = ${state}`);
  if (visible !== 'all') {
    const own = sql`${sql.val([...visible])}::uuid[]`;
    all.push(sql`(mentor.group_id = any(${own}) or mentee.group_id = any(${own}))`);
  }
  for (const word of (filter.search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/[%_\\]/g, '\\$&')}%`;
    all.push(sql`(mentor.search like ${like} or mentee.search like ${like})`);
  }
  return sql.join(all, sql` and `);
};

const source = sql`meetings m join pairs p on p.id = m.pair_id join persons mentor on mentor.id = p.mentor_id
  join persons mentee on mentee.id = p.mentee_id
  left join study_groups g1 on g1.id = mentor.group_id left join study_groups g2 on g2.id = mentee.group_id`;

/** Meetings that a filter lets through, the latest first. */
export const listMeetings = async (
  db: CollegeDb,
  filter: MeetingFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedMeeting[]> => {
  const { rows } = await sql<ListedMeeting>`
    select m.id, m.pair_id as "pairId", m.kind, m.state, m.day, m.starts, m.minutes, m.place, m.absent, m.reason,
      m.needs_help as "needsHelp", p.form, ${nameOf('mentor')} as mentor, ${nameOf('mentee')} as mentee,
      g1.code as "mentorGroup", g2.code as "menteeGroup"
    from ${source} where ${matching(filter)}
    order by m.day desc, m.starts desc, m.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
};

/** How many a filter lets through, by state. */
export const countMeetings = async (
  db: CollegeDb,
  filter: MeetingFilter,
): Promise<Readonly<Record<MeetingState, number>> & { readonly total: number }> => {
  const { rows } = await sql<{ state: MeetingState; n: number }>`
    select m.state, count(*)::int as n from ${source} where ${matching(filter)} group by m.state`.execute(db);
  const of = (state: MeetingState) => rows.find((row) => row.state === state)?.n ?? 0;
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  return { planned: of('planned'), held: of('held'), missed: of('missed'), cancelled: of('cancelled'), total };
};

/** Months in which there are meetings, the latest first: '2026-11'. */
export const monthsOfMeetings = async (db: CollegeDb): Promise<string[]> => {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(day, 'YYYY-MM') as month from meetings order by month desc limit 24`.execute(db);
  return rows.map(({ month }) => month);
};

/** Groups of either side of any pair, by code. */
export const groupsOfMeetings = async (
  db: CollegeDb,
  visible: 'all' | readonly string[],
): Promise<{ id: string; code: string }[]> => {
  const own = visible === 'all' ? sql`true` : sql`g.id = any(${sql.val([...visible])}::uuid[])`;
  const { rows } = await sql<{ id: string; code: string }>`
    select distinct g.id, g.code from study_groups g join persons h on h.group_id = g.id
    where ${own} and exists (select from pairs p where h.id in (p.mentor_id, p.mentee_id)) order by g.code`.execute(db);
  return rows;
};
