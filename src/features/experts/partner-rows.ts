import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Agreement } from './expert.ts';

export type AgreementInput = Pick<Agreement, 'organisationId' | 'number' | 'day' | 'till' | 'subject'>;

const selectAgreements = (db: CollegeDb) =>
  db
    .selectFrom('partner_agreements as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.organisation_id as organisationId',
      'o.name as organisationName',
      'a.number',
      'a.day',
      'a.till',
      'a.subject',
      'a.ended_on as endedOn',
      'a.scan_file_id as scanFileId',
      'a.version',
      sql<number>`(select count(*) from partner_specialists s join persons p on p.id = s.person_id and p.left_on is null where s.agreement_id = a.id)::int`.as(
        'specialists',
      ),
    ])
    .orderBy('o.name')
    .orderBy('a.day', 'desc');

export const allAgreements = (db: CollegeDb): Promise<Agreement[]> => selectAgreements(db).execute();

export const agreementById = (db: CollegeDb, id: string): Promise<Agreement | undefined> =>
  selectAgreements(db).where('a.id', '=', id).executeTakeFirst();

/** The newest first. */
export const agreementsOf = (db: CollegeDb, organisationId: string): Promise<Agreement[]> =>
  selectAgreements(db).where('a.organisation_id', '=', organisationId).execute();

export const setAgreementScan = async (db: CollegeDb, id: string, fileId: string): Promise<void> => {
  await db.updateTable('partner_agreements').set({ scan_file_id: fileId }).where('id', '=', id).execute();
};

/** Whom an agreement gives besides those it gives already. */
export const addSpecialists = async (
  db: CollegeDb,
  agreementId: string,
  personIds: readonly string[],
): Promise<void> => {
  if (personIds.length === 0) return;
  await db
    .insertInto('partner_specialists')
    .values(personIds.map((person_id) => ({ agreement_id: agreementId, person_id })))
    .onConflict((clash) => clash.doNothing())
    .execute();
};

/** The wall is one agreement of an employer under one number and day. */
export const insertAgreement = async (db: CollegeDb, id: string, input: AgreementInput): Promise<void> => {
  const { organisationId, ...rest } = input;
  await db
    .insertInto('partner_agreements')
    .values({ id, organisation_id: organisationId, ...rest })
    .execute();
};

export const endAgreementRow = async (db: CollegeDb, id: string, on: Day): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('partner_agreements')
    .set((is) => ({ ended_on: on, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Ids of those whom an agreement gives. */
export const specialistsOf = async (db: CollegeDb, agreementId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('partner_specialists')
      .select('person_id as id')
      .where('agreement_id', '=', agreementId)
      .execute()
  ).map(({ id }) => id);

export const replaceSpecialists = async (
  db: CollegeDb,
  agreementId: string,
  personIds: readonly string[],
): Promise<void> => {
  await db.deleteFrom('partner_specialists').where('agreement_id', '=', agreementId).execute();
  if (personIds.length > 0)
    await db
      .insertInto('partner_specialists')
      .values(personIds.map((person_id) => ({ agreement_id: agreementId, person_id })))
      .execute();
};
