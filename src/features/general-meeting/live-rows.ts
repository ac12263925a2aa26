import { sql } from 'kysely';
import type { CollegeDb, Database } from '../../platform/db.ts';
import { dangerouslyAsSystem } from '../../platform/db.ts';
import type { MeetingState } from './meeting.ts';

/** What every phone in the hall and the projector may know of a meeting: where it is and how many, never who. */
export interface LiveMeeting {
  readonly version: number;
  readonly state: MeetingState;
  readonly invited: number;
  readonly came: number;
  readonly voted: number;
}

const counted = (id: string) => sql<LiveMeeting>`
  select m.version, m.state,
    (select count(*) from general_meeting_guests g where g.college_id = m.college_id and g.meeting_id = m.id)::int as invited,
    coalesce(m.came, (select count(*) from general_meeting_guests g
      where g.college_id = m.college_id and g.meeting_id = m.id and g.came_at is not null))::int as came,
    coalesce(m.voted, (select count(*) from general_meeting_ballots b
      where b.college_id = m.college_id and b.meeting_id = m.id))::int as voted
  from general_meetings m where m.id = ${id}::uuid`;

export const liveMeeting = async (db: CollegeDb, id: string): Promise<LiveMeeting | undefined> =>
  (await counted(id).execute(db)).rows[0];

/** Phones ask without a session, by the id in the code on the screen; the answer names nobody. */
export const liveAtDoor = (db: Database, id: string): Promise<LiveMeeting | undefined> =>
  dangerouslyAsSystem(db, async (tx) => (await counted(id).execute(tx)).rows[0]);
