import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { LegalBasis, Relation } from './legal-basis.ts';
import type { Clearance, ClearanceKind } from './requirement.ts';

export const insertClearance = async (
  db: CollegeDb,
  clearance: Pick<Clearance, 'kind' | 'number' | 'issuedOn' | 'validTill' | 'scanFileId'> & {
    readonly personId: string;
    readonly accountId: string;
  },
): Promise<string> => {
  const row = await db
    .insertInto('clearances')
    .values({
      person_id: clearance.personId,
      kind: clearance.kind,
      number: clearance.number,
      issued_on: clearance.issuedOn,
      valid_till: clearance.validTill,
      scan_file_id: clearance.scanFileId,
      account_id: clearance.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const clearanceById = async (
  db: CollegeDb,
  id: string,
): Promise<(Clearance & { readonly personId: string }) | undefined> => {
  const row = await db
    .selectFrom('clearances')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'number',
      'issued_on as issuedOn',
      'valid_till as validTill',
      'withdrawn_on as withdrawnOn',
      'scan_file_id as scanFileId',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as ClearanceKind };
};

export const withdrawClearance = async (db: CollegeDb, id: string, on: Day): Promise<void> => {
  await db.updateTable('clearances').set({ withdrawn_on: on }).where('id', '=', id).execute();
};

export const basesOf = async (db: CollegeDb, personId: string, year: AcademicYear): Promise<LegalBasis[]> => {
  const rows = await db
    .selectFrom('legal_bases')
    .select([
      'relation',
      'consent_on as consentOn',
      'agreement_number as agreementNumber',
      'agreement_on as agreementOn',
      'content',
      'from_day as from',
      'till_day as till',
      'pay',
      'notice_on as noticeOn',
      'scan_file_id as scanFileId',
      'version',
    ])
    .where('person_id', '=', personId)
    .where('year', '=', year)
    .execute();
  return rows.map((row) => ({ ...row, relation: row.relation as Relation }));
};

/** Writes a basis over the one that was shown (version 0: there was none); false when another is there by now. */
export const saveBasis = async (
  db: CollegeDb,
  personId: string,
  year: AcademicYear,
  basis: LegalBasis,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into legal_bases as b (person_id, year, relation, consent_on, agreement_number, agreement_on, content, from_day, till_day,
      pay, notice_on, scan_file_id)
    values (${personId}, ${year}, ${basis.relation}, ${basis.consentOn}::date, ${basis.agreementNumber}, ${basis.agreementOn}::date,
      ${basis.content}, ${basis.from}::date, ${basis.till}::date, ${basis.pay}, ${basis.noticeOn}::date, ${basis.scanFileId}::uuid)
    on conflict (college_id, person_id, year, relation) do update
      set consent_on = excluded.consent_on, agreement_number = excluded.agreement_number, agreement_on = excluded.agreement_on,
        content = excluded.content, from_day = excluded.from_day, till_day = excluded.till_day, pay = excluded.pay,
        notice_on = excluded.notice_on, scan_file_id = coalesce(excluded.scan_file_id, b.scan_file_id), version = b.version + 1
      where b.version = ${basis.version}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

/** Mentors of the same employer in the base, the person too. */
export const colleaguesOf = async (db: CollegeDb, personId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from persons o join persons p on p.organisation_id = o.organisation_id join mentors m on m.person_id = p.id
    where o.id = ${personId}::uuid and p.left_on is null and m.left_on is null and p.kind = 'specialist'`.execute(db);
  return rows.map(({ id }) => id);
};
