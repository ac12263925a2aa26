import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { MeetingKind, MeetingState } from './meeting.ts';

/** A meeting in somebody's own calendar. */
export interface OwnMeeting {
  readonly id: string;
  readonly pairId: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly day: Day;
  readonly starts: string;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly version: number;
  /** First and last name of the other side. */
  readonly withWhom: string;
}

/** Meetings of a person's pairs from a day on, the earliest first. */
export const ownMeetings = async (db: CollegeDb, personId: string, from: Day): Promise<OwnMeeting[]> => {
  const { rows } = await sql<OwnMeeting>`
    select m.id, m.pair_id as "pairId", m.kind, m.state, m.day, m.starts, m.minutes, m.place, m.link, m.version,
      concat_ws(' ', o.first_name, o.last_name) as "withWhom"
    from meetings m join pairs p on p.id = m.pair_id
      join persons o on o.id = case when p.mentor_id = ${personId}::uuid then p.mentee_id else p.mentor_id end
    where ${personId}::uuid in (p.mentor_id, p.mentee_id) and m.day >= ${from}::date
    order by m.day, m.starts, m.id`.execute(db);
  return rows;
};

/** The next meeting that a person has agreed on; for own pages. */
export const nextMeetingOf = async (db: CollegeDb, personId: string, today: Day): Promise<OwnMeeting | undefined> =>
  (await ownMeetings(db, personId, today)).find(({ state }) => state === 'planned');
