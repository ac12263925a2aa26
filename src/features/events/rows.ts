import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { EventInput, ProgrammeEvent } from './event.ts';

const selectEvents = (db: CollegeDb) =>
  db
    .selectFrom('events as e')
    .select([
      'e.id',
      'e.year',
      'e.kind',
      'e.title',
      'e.aim',
      'e.audiences',
      'e.place',
      'e.day',
      'e.starts',
      'e.ends',
      'e.note',
      'e.code',
      'e.others',
      'e.cancelled_on as cancelledOn',
      'e.minutes_id as minutesId',
      'e.press_id as pressId',
      'e.version',
      sql<number>`(select count(*) from event_guests g where g.event_id = e.id and g.invited)::int`.as('invited'),
      sql<number>`(select count(*) from event_guests g where g.event_id = e.id and g.came)::int`.as('came'),
    ]);

/** Events of an academic year, the latest first. */
export const eventsOf = async (db: CollegeDb, year: number): Promise<ProgrammeEvent[]> =>
  (await selectEvents(db)
    .where('e.year', '=', year)
    .orderBy('e.day', 'desc')
    .orderBy('e.starts', 'desc')
    .orderBy('e.id')
    .execute()) as ProgrammeEvent[];

export const eventById = async (db: CollegeDb, id: string): Promise<ProgrammeEvent | undefined> =>
  (await selectEvents(db).where('e.id', '=', id).executeTakeFirst()) as ProgrammeEvent | undefined;

const valuesOf = (event: EventInput) => ({
  kind: event.kind,
  title: event.title,
  aim: event.aim,
  audiences: [...event.audiences],
  place: event.place,
  day: event.day,
  starts: event.starts,
  ends: event.ends,
  note: event.note,
});

export const insertEvent = async (
  db: CollegeDb,
  event: EventInput & { readonly year: number; readonly code: string; readonly accountId: string },
): Promise<string> => {
  const { year, code, accountId } = event;
  const { id } = await db
    .insertInto('events')
    .values({ ...valuesOf(event), year, code, account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const codeIsFree = async (db: CollegeDb, code: string): Promise<boolean> =>
  !(await db.selectFrom('events').select('id').where('code', '=', code).executeTakeFirst());

/** False when somebody changed the event since that version. */
export const updateEvent = async (
  db: CollegeDb,
  id: string,
  version: number,
  event: EventInput & { readonly year: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('events')
    .set((is) => ({ ...valuesOf(event), year: event.year, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** null takes the cancelling back. */
export const setCancelled = async (db: CollegeDb, id: string, on: Day | null): Promise<void> => {
  await db
    .updateTable('events')
    .set((is) => ({ cancelled_on: on, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const setOthers = async (db: CollegeDb, id: string, others: number): Promise<void> => {
  await db.updateTable('events').set({ others }).where('id', '=', id).execute();
};

export const setPaper = async (db: CollegeDb, id: string, part: 'minutes' | 'press', documentId: string) => {
  await db
    .updateTable('events')
    .set(part === 'minutes' ? { minutes_id: documentId } : { press_id: documentId })
    .where('id', '=', id)
    .execute();
};

export const photosOf = (db: CollegeDb, eventId: string): Promise<{ fileId: string; name: string }[]> =>
  db
    .selectFrom('event_photos as p')
    .innerJoin('files as f', 'f.id', 'p.file_id')
    .select(['p.file_id as fileId', 'f.name'])
    .where('p.event_id', '=', eventId)
    .orderBy('p.position')
    .execute();

export const insertPhoto = async (db: CollegeDb, eventId: string, fileId: string, position: number): Promise<void> => {
  await db.insertInto('event_photos').values({ event_id: eventId, file_id: fileId, position }).execute();
};

export const deletePhoto = async (db: CollegeDb, eventId: string, fileId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('event_photos')
    .where('event_id', '=', eventId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
