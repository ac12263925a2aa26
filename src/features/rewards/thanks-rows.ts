import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Thanks } from './thanks.ts';

const select = (where: ReturnType<typeof sql>) => sql<Thanks>`
  select t.id, t.year, t.number, t.person_id as "personId", p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
    p.gender, coalesce(o.name, '') as organisation, p.representative_name as representative, t.addressed, t.words,
    t.signed_on as "signedOn"
  from thanks t join persons p on p.id = t.person_id left join organisations o on o.id = p.organisation_id
  where ${where} order by t.number desc`;

export const thanksOf = async (db: CollegeDb, year: number): Promise<Thanks[]> =>
  (await select(sql`t.year = ${year}`).execute(db)).rows;

export const thanksTo = async (db: CollegeDb, personId: string): Promise<Thanks[]> =>
  (await select(sql`t.person_id = ${personId}::uuid`).execute(db)).rows;

export const thanksById = async (db: CollegeDb, id: string): Promise<Thanks | undefined> =>
  (await select(sql`t.id = ${id}::uuid`).execute(db)).rows[0];

/** Takes the next number of the year. The college's row is the queue: two at once get two numbers. */
export const insertThanks = async (
  db: CollegeDb,
  one: Pick<Thanks, 'year' | 'personId' | 'addressed' | 'words' | 'signedOn'> & { readonly accountId: string },
): Promise<{ id: string; number: number }> => {
  await sql`select from colleges for update`.execute(db);
  return db
    .insertInto('thanks')
    .values({
      year: one.year,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from thanks where year = ${one.year})`,
      person_id: one.personId,
      addressed: one.addressed,
      words: one.words,
      signed_on: one.signedOn,
      account_id: one.accountId,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
};

export const deleteThanks = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('thanks').where('id', '=', id).execute();
};
