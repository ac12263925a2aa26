import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { GeneralMeeting, MeetingState } from './meeting.ts';

const columns = sql`m.id, m.year, m.event_id as "eventId", e.title, e.day, e.starts, e.place, m.state, m.rounds,
  m.round_minutes as "roundMinutes", m.most_wishes as "mostWishes", m.round, m.ends_at as "endsAt", m.version,
  m.closed_on as "closedOn", m.came as "finalCame", m.voted as "finalVoted"`;

/** General meetings of a year, the latest first. */
export const meetingsOf = async (db: CollegeDb, year: number): Promise<GeneralMeeting[]> => {
  const { rows } = await sql<GeneralMeeting>`
    select ${columns} from general_meetings m join events e on e.id = m.event_id
    where m.year = ${year} order by e.day desc, m.created_at desc`.execute(db);
  return rows;
};

export const meetingById = async (db: CollegeDb, id: string): Promise<GeneralMeeting | undefined> => {
  const { rows } = await sql<GeneralMeeting>`
    select ${columns} from general_meetings m join events e on e.id = m.event_id where m.id = ${id}`.execute(db);
  return rows[0];
};

export interface NewMeeting {
  readonly year: number;
  readonly eventId: string;
  readonly rounds: number;
  readonly roundMinutes: number;
  readonly mostWishes: number;
  readonly accountId: string;
}

/** Walls: 'general_meetings_college_id_event_id_key'. */
export const insertMeeting = async (db: CollegeDb, meeting: NewMeeting): Promise<string> => {
  const { id } = await db
    .insertInto('general_meetings')
    .values({
      year: meeting.year,
      event_id: meeting.eventId,
      rounds: meeting.rounds,
      round_minutes: meeting.roundMinutes,
      most_wishes: meeting.mostWishes,
      account_id: meeting.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export interface NewState {
  readonly state: MeetingState;
  readonly round: number;
  readonly endsAt: Date | null;
}

/** False when somebody moved the meeting since that version. Votes that are being written are waited for. */
export const setState = async (db: CollegeDb, id: string, version: number, next: NewState): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('general_meetings')
    .set((is) => ({ state: next.state, round: next.round, ends_at: next.endsAt, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const setClosed = async (
  db: CollegeDb,
  id: string,
  version: number,
  { on, came, voted }: { readonly on: Day; readonly came: number; readonly voted: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('general_meetings')
    .set((is) => ({ state: 'closed', ends_at: null, closed_on: on, came, voted, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Takes the meeting for itself until the transaction ends: votes wait, and then find it closed. */
export const lockMeeting = async (db: CollegeDb, id: string): Promise<void> => {
  await sql`select from general_meetings where id = ${id} for update`.execute(db);
};
