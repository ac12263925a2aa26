import type { CollegeDb } from '../../platform/db.ts';
import type { Organisation, OrganisationInput } from './organisation.ts';

const selectOrganisations = (db: CollegeDb) =>
  db.selectFrom('organisations as o').select((eb) => [
    'o.id',
    'o.name',
    'o.inn',
    'o.contacts',
    eb
      .selectFrom('persons as p')
      .select((count) => count.fn.countAll<number>().as('people'))
      .whereRef('p.organisation_id', '=', 'o.id')
      .where('p.left_on', 'is', null)
      .as('people'),
  ]);

type OrganisationRow = Awaited<ReturnType<ReturnType<typeof selectOrganisations>['execute']>>[number];

const toOrganisation = (row: OrganisationRow): Organisation => ({ ...row, people: row.people ?? 0 });

export const listOrganisations = async (db: CollegeDb): Promise<Organisation[]> =>
  (await selectOrganisations(db).orderBy('o.name').execute()).map(toOrganisation);

export const organisationById = async (db: CollegeDb, id: string): Promise<Organisation | undefined> => {
  const row = await selectOrganisations(db).where('o.id', '=', id).executeTakeFirst();
  return row && toOrganisation(row);
};

export const insertOrganisations = async (
  db: CollegeDb,
  organisations: readonly OrganisationInput[],
): Promise<string[]> => {
  if (organisations.length === 0) return [];
  const rows = await db
    .insertInto('organisations')
    .values(organisations.map(({ name, inn, contacts }) => ({ name, inn, contacts })))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

export const updateOrganisation = async (db: CollegeDb, id: string, organisation: OrganisationInput): Promise<void> => {
  const { name, inn, contacts } = organisation;
  await db.updateTable('organisations').set({ name, inn, contacts }).where('id', '=', id).execute();
};
