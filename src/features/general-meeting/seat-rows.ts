import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Seat } from './seating.ts';

/** Seats from a round on are planned anew; rounds that were stay. */
export const replaceSeats = async (
  db: CollegeDb,
  meetingId: string,
  from: number,
  seats: readonly Seat[],
): Promise<void> => {
  await db.deleteFrom('general_meeting_seats').where('meeting_id', '=', meetingId).where('round', '>=', from).execute();
  if (seats.length === 0) return;
  const rows = seats.map(({ round, mentorId, menteeId, hostId }) => ({
    round,
    mentor_id: mentorId,
    mentee_id: menteeId,
    host_id: hostId,
  }));
  await sql`
    insert into general_meeting_seats (meeting_id, round, mentor_id, mentee_id, table_number)
    select ${meetingId}::uuid, s.round, s.mentor_id, s.mentee_id, g.number
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (round int, mentor_id uuid, mentee_id uuid, host_id uuid)
    join general_meeting_guests g on g.meeting_id = ${meetingId}::uuid and g.person_id = s.host_id`.execute(db);
};

export interface SeatLine {
  readonly round: number;
  readonly mentorId: string;
  readonly menteeId: string;
  /** The number of the guest who stays at the table. */
  readonly table: number;
}

/** All seats of a meeting, by round and table. */
export const seatsOf = (db: CollegeDb, meetingId: string): Promise<SeatLine[]> =>
  db
    .selectFrom('general_meeting_seats')
    .select(['round', 'mentor_id as mentorId', 'mentee_id as menteeId', 'table_number as table'])
    .where('meeting_id', '=', meetingId)
    .orderBy('round')
    .orderBy('table_number')
    .orderBy('mentor_id')
    .orderBy('mentee_id')
    .execute();

/** The last planned round; 0 before the first plan. */
export const lastPlannedRound = async (db: CollegeDb, meetingId: string): Promise<number> => {
  const { last } = await db
    .selectFrom('general_meeting_seats')
    .select((is) => is.fn.coalesce(is.fn.max('round'), sql<number>`0`).as('last'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow();
  return Number(last);
};

/** With whom one guest sits, round by round: a phone asks for nothing else. */
export const seatsOfGuest = (db: CollegeDb, meetingId: string, personId: string): Promise<SeatLine[]> =>
  db
    .selectFrom('general_meeting_seats')
    .select(['round', 'mentor_id as mentorId', 'mentee_id as menteeId', 'table_number as table'])
    .where('meeting_id', '=', meetingId)
    .where((is) => is.or([is('mentor_id', '=', personId), is('mentee_id', '=', personId)]))
    .orderBy('round')
    .execute();
