import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { LegalBasis } from './legal-basis.ts';
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
  const { rows } = await sql<LegalBasis>`
    select b.relation, b.consent_on as "consentOn", coalesce(a.number, b.agreement_number) as "agreementNumber",
      coalesce(a.day, b.agreement_on) as "agreementOn", least(a.till, a.ended_on) as "agreementTill", b.agreement_id as "agreementId",
      b.content, b.from_day as "from", b.till_day as till, b.pay, b.notice_on as "noticeOn",
      coalesce(a.scan_file_id, b.scan_file_id) as "scanFileId", b.version
    from legal_bases b left join partner_agreements a on a.id = b.agreement_id
    where b.person_id = ${personId}::uuid and b.year = ${year}`.execute(db);
  return rows;
};

/**
 * Writes a basis over the one that was shown (version 0: there was none); false when another is there by now. What an
 * employer's agreement says is written there, not here.
 */
export const saveBasis = async (
  db: CollegeDb,
  personId: string,
  year: AcademicYear,
  basis: LegalBasis,
): Promise<boolean> => {
  const own = basis.agreementId === null;
  const { numAffectedRows } = await sql`
    insert into legal_bases as b (person_id, year, relation, consent_on, agreement_number, agreement_on, agreement_id, content,
      from_day, till_day, pay, notice_on, scan_file_id)
    values (${personId}, ${year}, ${basis.relation}, ${basis.consentOn}::date, ${own ? basis.agreementNumber : ''},
      ${own ? basis.agreementOn : null}::date, ${basis.agreementId}::uuid, ${basis.content}, ${basis.from}::date, ${basis.till}::date, ${basis.pay}, ${basis.noticeOn}::date, ${basis.scanFileId}::uuid)
    on conflict (college_id, person_id, year, relation) do update
      set consent_on = excluded.consent_on, agreement_number = excluded.agreement_number, agreement_on = excluded.agreement_on,
        agreement_id = excluded.agreement_id, content = excluded.content, from_day = excluded.from_day, till_day = excluded.till_day, pay = excluded.pay,
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
