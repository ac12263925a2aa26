import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { peopleInForce, publishableOf } from '../consents/rows.ts';
import type { GuestRecord } from './card.ts';
import type { Side } from './meeting.ts';

/**
 * Invites everybody of both bases who has not left and is not invited yet; who is in both comes as a mentor. Numbers go on from the
 * last one: mentors first, by name. Answers how many are new.
 */
export const inviteBases = async (db: CollegeDb, meetingId: string): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into general_meeting_guests (meeting_id, person_id, side, number)
    select ${meetingId}::uuid, p.id, b.side,
      (select coalesce(max(number), 0) from general_meeting_guests where meeting_id = ${meetingId}::uuid)
        + row_number() over (order by b.side desc, p.last_name, p.first_name, p.patronymic, p.id)
    from (
      select person_id, 'mentor' as side from mentors where left_on is null
      union all
      select person_id, 'mentee' from mentees where left_on is null
        and person_id not in (select person_id from mentors where left_on is null)
    ) b join persons p on p.id = b.person_id
    where p.left_on is null
      and not exists (select from general_meeting_guests g where g.meeting_id = ${meetingId}::uuid and g.person_id = p.id)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
};

/** Is there anybody to invite? */
export const basesAreEmpty = async (db: CollegeDb): Promise<boolean> => {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from mentors where left_on is null) and not exists (select from mentees where left_on is null) as empty`.execute(
    db,
  );
  return rows[0]?.empty ?? true;
};

/** Takes somebody off the list who has not come. */
export const removeGuest = async (db: CollegeDb, meetingId: string, personId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('general_meeting_guests')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('came_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export type ComeHow = 'slip' | 'code' | 'account' | 'curator';

/** Marks a guest as present; how it was known first stays. False when it was known before, or nobody of that name is asked. */
export const markCame = async (db: CollegeDb, meetingId: string, personId: string, how: ComeHow): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('general_meeting_guests')
    .set({ came_at: sql`now()`, how })
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('came_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const unmarkCame = async (db: CollegeDb, meetingId: string, personId: string): Promise<void> => {
  await db
    .updateTable('general_meeting_guests')
    .set({ came_at: null, how: null })
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .execute();
};

/** All guests with what their cards are made of, by number. */
export const guestRecords = async (db: CollegeDb, meetingId: string, today: Day): Promise<GuestRecord[]> => {
  const { rows } = await sql<Omit<GuestRecord, 'published'>>`
    select x.person_id as "personId", x.side, x.number, x.came_at is not null as came,
      p.last_name as "lastName", p.first_name as "firstName", p.patronymic, p.kind, p.group_id as "groupId",
      g.code as "groupCode", coalesce(g.speciality, '') as speciality, g.course, p.post, coalesce(o.name, '') as organisation,
      case x.side when 'mentor' then coalesce(r.competences, '{}') else
        array(select distinct n.topic from needs n where n.person_id = x.person_id and n.year = m.year
          and n.withdrawn_on is null and not n.confidential order by n.topic) end as topics,
      case x.side when 'mentor' then coalesce(r.forms, '{}') else coalesce(e.wanted_forms, '{}') end as forms,
      case x.side when 'mentor' then coalesce(r.interests, '') else '' end as interests,
      case x.side when 'mentor' then coalesce(r.achievements, '') else '' end as achievements,
      x.person_id in (${peopleInForce('processing', today)}) as consented
    from general_meeting_guests x join general_meetings m on m.id = x.meeting_id
    join persons p on p.id = x.person_id
    left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
    left join mentors r on r.person_id = x.person_id left join mentees e on e.person_id = x.person_id
    where x.meeting_id = ${meetingId}::uuid order by x.number`.execute(db);
  const published = await publishableOf(
    db,
    today,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({ ...row, published: published.get(row.personId)?.categories ?? [] }));
};

export interface GuestLine {
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  readonly side: Side;
  readonly number: number;
  readonly came: boolean;
  readonly how: ComeHow | null;
  readonly voted: boolean;
}

/** Guests as the curator's list shows them. */
export const guestLines = async (db: CollegeDb, meetingId: string): Promise<GuestLine[]> => {
  const { rows } = await sql<GuestLine>`
    select x.person_id as "personId", concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name,
      coalesce(g.code, nullif(p.post, ''), o.name, '') as place, x.side, x.number, x.came_at is not null as came, x.how,
      exists (select from general_meeting_ballots b where b.meeting_id = x.meeting_id and b.person_id = x.person_id) as voted
    from general_meeting_guests x join persons p on p.id = x.person_id
    left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
    where x.meeting_id = ${meetingId}::uuid order by x.number`.execute(db);
  return rows;
};

export const guestOf = async (
  db: CollegeDb,
  meetingId: string,
  personId: string,
): Promise<{ side: Side; number: number; came: boolean } | undefined> => {
  const { rows } = await sql<{ side: Side; number: number; came: boolean }>`
    select side, number, came_at is not null as came from general_meeting_guests
    where meeting_id = ${meetingId}::uuid and person_id = ${personId}::uuid`.execute(db);
  return rows[0];
};

/** Ids of one side. */
export const idsOfSide = async (db: CollegeDb, meetingId: string, side: Side): Promise<string[]> => {
  const rows = await db
    .selectFrom('general_meeting_guests')
    .select('person_id')
    .where('meeting_id', '=', meetingId)
    .where('side', '=', side)
    .execute();
  return rows.map(({ person_id }) => person_id);
};
