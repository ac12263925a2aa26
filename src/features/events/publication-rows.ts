import { academicYear } from '../../kernel/academic-year.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Publication } from './event.ts';

/** Publications of an academic year, the latest first. */
export const publicationsOf = (db: CollegeDb, year: number): Promise<Publication[]> => {
  const { from, till } = academicYear(year);
  return db
    .selectFrom('publications')
    .select(['id', 'day', 'title', 'channel', 'link', 'event_id as eventId'])
    .where('day', '>=', from)
    .where('day', '<=', till)
    .orderBy('day', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
};

export const insertPublication = async (
  db: CollegeDb,
  { eventId, accountId, ...publication }: Omit<Publication, 'id'> & { readonly accountId: string },
): Promise<string> => {
  const { id } = await db
    .insertInto('publications')
    .values({ ...publication, event_id: eventId, account_id: accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** The title of what was taken out; undefined when nothing was. */
export const deletePublication = async (db: CollegeDb, id: string): Promise<string | undefined> =>
  (await db.deleteFrom('publications').where('id', '=', id).returning('title').executeTakeFirst())?.title;
