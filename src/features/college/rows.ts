import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { College, CollegeInput, SetupStep } from './college.ts';
import { firstNorms, type Norm, type NormAudience, type NormKind } from './norms.ts';

/** The college of this request. */
export const theCollege = async (db: CollegeDb): Promise<College> => {
  const row = await db
    .selectFrom('colleges')
    .select([
      'id',
      'full_name as fullName',
      'short_name as shortName',
      'founder',
      'city',
      'contacts',
      'time_zone as timeZone',
      'director_id as directorId',
      'controller_id as controllerId',
      'current_year as currentYear',
      'setup',
    ])
    .executeTakeFirstOrThrow();
  return { ...row, setup: row.setup as College['setup'] };
};

export const updateCollege = async (db: CollegeDb, input: CollegeInput): Promise<void> => {
  await db
    .updateTable('colleges')
    .set({
      full_name: input.fullName,
      short_name: input.shortName,
      founder: input.founder,
      city: input.city,
      contacts: input.contacts,
      time_zone: input.timeZone,
      current_year: input.currentYear,
    })
    .execute();
};

export const setDirector = async (db: CollegeDb, personId: string): Promise<void> => {
  await db.updateTable('colleges').set({ director_id: personId }).execute();
};

export const setController = async (db: CollegeDb, personId: string | null): Promise<void> => {
  await db.updateTable('colleges').set({ controller_id: personId }).execute();
};

export const markSetup = async (db: CollegeDb, step: SetupStep, state: 'done' | 'skipped'): Promise<void> => {
  await db
    .updateTable('colleges')
    .set({ setup: sql`setup || ${JSON.stringify({ [step]: state })}::jsonb` })
    .execute();
};

export const openYear = async (db: CollegeDb, startYear: number): Promise<void> => {
  await db
    .insertInto('academic_years')
    .values({ start_year: startYear })
    .onConflict((clash) => clash.doNothing())
    .execute();
};

/** Start years of the academic years that the college has opened, newest first. */
export const yearsOf = async (db: CollegeDb): Promise<number[]> => {
  const rows = await db.selectFrom('academic_years').select('start_year').orderBy('start_year', 'desc').execute();
  return rows.map(({ start_year }) => start_year);
};

export const normsOf = async (db: CollegeDb, kind: NormKind): Promise<Norm[]> => {
  const rows = await db
    .selectFrom('norms')
    .select(['kind', 'code', 'label', 'parent', 'audience'])
    .where('kind', '=', kind)
    .where('active', '=', true)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, audience: row.audience as NormAudience[] }));
};

/** Puts the first norms where a college has none of them yet; edited ones stay as they are. */
export const installNorms = async (db: CollegeDb): Promise<void> => {
  await db
    .insertInto('norms')
    .values(
      firstNorms.map(({ audience, ...norm }, position) => ({
        ...norm,
        position,
        ...(audience ? { audience: [...audience] } : {}),
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute();
};
