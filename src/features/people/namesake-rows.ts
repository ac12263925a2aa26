import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import { fullName, type Person, type PersonInput, plain } from './person.ts';
import { selectPersons, toPerson } from './rows.ts';

/** People of the same full name whose birth day is not surely different. */
export const namesakes = async (db: CollegeDb, person: PersonInput): Promise<Person[]> => {
  const name = plain(fullName(person));
  const rows = await selectPersons(db)
    .where(sql<boolean>`p.search like ${`${name.replace(/[\\%_]/g, '\\$&')}%`}`)
    .execute();
  return rows
    .map(toPerson)
    .filter((one) => plain(fullName(one)) === name)
    .filter(({ birthDay }) => birthDay === null || person.birthDay === null || birthDay === person.birthDay);
};
