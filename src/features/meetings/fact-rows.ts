import { sql } from 'kysely';
import { type AcademicYear, academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { meetingNorms } from './norm-rows.ts';

/** What rows 6.1 and 6.4 of the roadmap are judged by: pairs that work today, and how they meet. */
export interface MeetingFacts {
  /** Pairs at work today. */
  readonly running: number;
  /** Of them those whose day of the acquaintance is over, and those of them who have met at all. */
  readonly dueToMeet: number;
  readonly met: number;
  /** Pairs at work longer than the silence, and of them those who met within it. */
  readonly dueToSpeak: number;
  readonly speaking: number;
  /** Meetings of the year. */
  readonly held: number;
  readonly missed: number;
  /** Days without a meeting that are silence here. */
  readonly silenceDays: number;
}

export const meetingFacts = async (db: CollegeDb, year: AcademicYear, today: Day): Promise<MeetingFacts> => {
  const { from, till } = academicYear(year);
  const { acquaintanceDays, silenceDays } = await meetingNorms(db);
  const { rows } = await sql<MeetingFacts>`
    with running as (
      select p.id, p.from_day,
        (select max(m.day) from meetings m where m.pair_id = p.id and m.state = 'held') as last_day
      from pairs p where ${today}::date between p.from_day and p.till_day and p.from_day between ${from}::date and ${till}::date
    )
    select count(*)::int as running,
      (count(*) filter (where from_day + ${acquaintanceDays}::int < ${today}::date))::int as "dueToMeet",
      (count(*) filter (where from_day + ${acquaintanceDays}::int < ${today}::date and last_day is not null))::int as met,
      (count(*) filter (where from_day + ${silenceDays}::int < ${today}::date))::int as "dueToSpeak",
      (count(*) filter (where from_day + ${silenceDays}::int < ${today}::date and last_day + ${silenceDays}::int >= ${today}::date))::int as speaking,
      (select count(*) from meetings where state = 'held' and day between ${from}::date and ${till}::date)::int as held,
      (select count(*) from meetings where state = 'missed' and day between ${from}::date and ${till}::date)::int as missed,
      ${silenceDays}::int as "silenceDays"
    from running`.execute(db);
  const [facts] = rows;
  if (!facts) throw new Failure('broken', 'a row of counts always comes');
  return facts;
};

/** The last meeting that was held, by pair; pairs that never met are not in it. */
export const lastMeetingOf = async (
  db: CollegeDb,
  pairIds: readonly string[],
): Promise<Map<string, { readonly meetingId: string; readonly day: Day }>> => {
  const { rows } = await sql<{ pairId: string; meetingId: string; day: Day }>`
    select distinct on (pair_id) pair_id as "pairId", id as "meetingId", day from meetings
    where state = 'held' and pair_id = any(${sql.val([...pairIds])}::uuid[])
    order by pair_id, day desc, starts desc`.execute(db);
  return new Map(rows.map(({ pairId, meetingId, day }) => [pairId, { meetingId, day }]));
};

/** How often somebody did not come, of how many meetings that were to be. */
export interface NoShows {
  readonly missed: number;
  readonly meetings: number;
}

/** The history of no-shows of some people over all their pairs and years, for the matching; only those with meetings. */
export const noShowsOf = async (db: CollegeDb, personIds: readonly string[]): Promise<Map<string, NoShows>> => {
  const { rows } = await sql<NoShows & { personId: string }>`
    select h.id as "personId", count(*)::int as meetings,
      (count(*) filter (where m.absent = case when h.id = p.mentor_id then 'mentor' else 'mentee' end))::int as missed
    from unnest(${sql.val([...personIds])}::uuid[]) as h(id) join pairs p on h.id in (p.mentor_id, p.mentee_id)
      join meetings m on m.pair_id = p.id and m.state in ('held', 'missed')
    group by h.id`.execute(db);
  return new Map(rows.map(({ personId, missed, meetings }) => [personId, { missed, meetings }]));
};

/** Help that a mentor asked for and no later meeting has taken back: for the curator's list. */
export const helpAsked = async (
  db: CollegeDb,
): Promise<{ readonly meetingId: string; readonly pairId: string; readonly day: Day }[]> => {
  const { rows } = await sql<{ meetingId: string; pairId: string; day: Day }>`
    select m.id as "meetingId", m.pair_id as "pairId", m.day from meetings m
    where m.needs_help and not exists (
      select from meetings n where n.pair_id = m.pair_id and n.state = 'held' and n.day > m.day and not n.needs_help)
    order by m.day desc`.execute(db);
  return rows;
};
