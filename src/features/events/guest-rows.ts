import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Audience, Guest } from './event.ts';

/** Everybody invited or marked, by name; those with a card and those without. */
export const guestsOf = async (db: CollegeDb, eventId: string): Promise<Guest[]> => {
  const { rows } = await sql<Guest>`
    select v.id, v.person_id as "personId",
      case when p.id is null then v.name else concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) end as name,
      coalesce(g.code, nullif(p.post, ''), '') as place, v.audience, v.invited, v.came, v.how
    from event_guests v left join persons p on p.id = v.person_id left join study_groups g on g.id = p.group_id
    where v.event_id = ${eventId} order by name, v.id`.execute(db);
  return rows;
};

/** Invites people once; those who stand in the list already become invited. Answers how many are new. */
export const invitePersons = async (db: CollegeDb, eventId: string, personIds: readonly string[]): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into event_guests (event_id, person_id, audience, invited)
    select ${eventId}, p.id, case p.kind when 'student' then 'students' when 'staff' then 'teachers' when 'graduate' then 'graduates'
      when 'specialist' then 'employers' else 'parents' end, true
    from persons p where p.id = any(${sql.val([...personIds])}::uuid[]) and p.left_on is null
    on conflict (college_id, event_id, person_id) do update set invited = true where not event_guests.invited`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
};

/** People of groups of study and all of a kind, who have not left. */
export const peopleToInvite = async (
  db: CollegeDb,
  { groupIds, kinds }: { readonly groupIds: readonly string[]; readonly kinds: readonly string[] },
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from persons p where p.left_on is null
      and (p.group_id = any(${sql.val([...groupIds])}::uuid[]) and p.kind = 'student' or p.kind = any(${sql.val([...kinds])}::text[]))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

/** Marks a person as present: in the list or beside it. How it was known first stays. */
export const markPerson = async (
  db: CollegeDb,
  eventId: string,
  personId: string,
  how: 'list' | 'qr',
): Promise<void> => {
  await sql`
    insert into event_guests (event_id, person_id, audience, came, how, came_at)
    select ${eventId}, p.id, case p.kind when 'student' then 'students' when 'staff' then 'teachers' when 'graduate' then 'graduates'
      when 'specialist' then 'employers' else 'parents' end, true, ${how}, now()
    from persons p where p.id = ${personId}
    on conflict (college_id, event_id, person_id) do update set came = true, how = excluded.how, came_at = excluded.came_at
      where not event_guests.came`.execute(db);
};

/** Marks those ticked in the list, and takes the mark from those whose tick was taken away; nobody else is touched. */
export const markList = async (
  db: CollegeDb,
  eventId: string,
  { ticked, unticked }: { readonly ticked: readonly string[]; readonly unticked: readonly string[] },
): Promise<void> => {
  await sql`
    update event_guests set came = true, how = 'list', came_at = now()
    where event_id = ${eventId} and id = any(${sql.val([...ticked])}::uuid[]) and not came`.execute(db);
  await sql`
    update event_guests set came = false, how = null, came_at = null
    where event_id = ${eventId} and id = any(${sql.val([...unticked])}::uuid[]) and came`.execute(db);
};

export const markGuest = async (db: CollegeDb, guestId: string): Promise<void> => {
  await db
    .updateTable('event_guests')
    .set({ came: true, how: 'code', came_at: sql`now()` })
    .where('id', '=', guestId)
    .where('came', '=', false)
    .execute();
};

/** A guest without a card; the same name twice is one guest. */
export const insertStranger = async (
  db: CollegeDb,
  eventId: string,
  name: string,
  audience: Audience,
  how: 'list' | 'code',
): Promise<void> => {
  await db
    .insertInto('event_guests')
    .values({ event_id: eventId, name, audience, came: true, how, came_at: sql`now()` })
    .onConflict((clash) => clash.doNothing())
    .execute();
};
