import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Category, ConsentState, Purpose, Signatory } from './consent.ts';

/** One row a person who ever gave a consent of this purpose. */
interface StateRow {
  readonly person_id: string;
  readonly consent_id: string;
  readonly state: ConsentState;
  readonly valid_till: Day;
}

/** States of some people for one purpose; who never gave a consent has no entry. */
export const statesOf = async (
  db: CollegeDb,
  purpose: Purpose,
  on: Day,
  personIds: readonly string[],
): Promise<Map<string, { state: ConsentState; till: Day }>> => {
  const rows = await sql<StateRow>`
    select * from consent_states(${purpose}, ${on}::date) s
    where s.person_id = any(${sql.val([...personIds])}::uuid[])`.execute(db);
  return new Map(rows.rows.map(({ person_id, state, valid_till }) => [person_id, { state, till: valid_till }]));
};

/**
 * People whose state is one of `statesInForce`, as a query of `person_id`. Says the same as `consent_states` (a test
 * compares them) without ordering all papers: half the time at ten thousand people.
 */
export const peopleInForce = (purpose: Purpose, on: Day): RawBuilder<unknown> => sql`
  select c.person_id from consents c join persons q on q.id = c.person_id
  where c.purpose = ${purpose} and c.signed_on <= ${on}::date and c.valid_till >= ${on}::date
    and (c.withdrawn_on is null or c.withdrawn_on > ${on}::date)
    and c.signed_by in ('both', signatory_needed(q.kind, q.birth_day, c.signed_on))
    and not (signatory_needed(q.kind, q.birth_day, ${on}::date) = 'self'
      and signatory_needed(q.kind, q.birth_day, c.signed_on) <> 'self')`;

/**
 * Consents on which a pair may stand from a day on, by person: not withdrawn, in their term, with the signatures that
 * the age asks for. The newest for each. The trigger `consent_in_force` of pairs asks the same.
 */
export const consentsInForce = async (
  db: CollegeDb,
  purpose: Purpose,
  on: Day,
  personIds?: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ person_id: string; id: string }>`
    select distinct on (c.person_id) c.person_id, c.id
    from consents c join persons p on p.college_id = c.college_id and p.id = c.person_id
    where c.purpose = ${purpose} and c.withdrawn_on is null and c.signed_on <= ${on}::date and c.valid_till >= ${on}::date
      and c.signed_by in ('both', signatory_needed(p.kind, p.birth_day, c.signed_on))
      and not (c.signed_by = 'representative' and signatory_needed(p.kind, p.birth_day, ${on}::date) = 'self')
      and ${personIds ? sql`c.person_id = any(${sql.val([...personIds])}::uuid[])` : sql`true`}
    order by c.person_id, c.signed_on desc, c.created_at desc`.execute(db);
  return new Map(rows.map(({ person_id, id }) => [person_id, id]));
};

/** What a consent allows in particular; empty where its purpose asks for nothing of the kind. */
export interface Allowed {
  readonly categories: readonly Category[];
  /** Exact addresses of pages, one a line. */
  readonly places: string;
  readonly conditions: string;
  /** Who gets the data. */
  readonly recipient: string;
}

export interface Consent {
  readonly id: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly textVersion: number;
  readonly signedBy: Signatory;
  readonly representativeName: string;
  readonly representativeDocument: string;
  readonly signedOn: Day;
  readonly validTill: Day;
  readonly withdrawnOn: Day | null;
  readonly withdrawnReason: string;
  readonly scanFileId: string | null;
  readonly categories: readonly string[];
  readonly places: string;
  readonly conditions: string;
  readonly recipient: string;
}

const selectConsents = (db: CollegeDb) =>
  db
    .selectFrom('consents as c')
    .innerJoin('consent_texts as t', 't.id', 'c.text_id')
    .select([
      'c.id',
      'c.person_id as personId',
      't.purpose',
      't.version as textVersion',
      'c.signed_by as signedBy',
      'c.representative_name as representativeName',
      'c.representative_document as representativeDocument',
      'c.signed_on as signedOn',
      'c.valid_till as validTill',
      'c.withdrawn_on as withdrawnOn',
      'c.withdrawn_reason as withdrawnReason',
      'c.scan_file_id as scanFileId',
      'c.categories',
      'c.places',
      'c.conditions',
      'c.recipient',
    ]);

/** All consents of a person, newest first. */
export const consentsOf = (db: CollegeDb, personId: string): Promise<Consent[]> =>
  selectConsents(db)
    .where('c.person_id', '=', personId)
    .orderBy('c.signed_on', 'desc')
    .orderBy('c.created_at', 'desc')
    .execute();

export const consentById = (db: CollegeDb, id: string): Promise<Consent | undefined> =>
  selectConsents(db).where('c.id', '=', id).executeTakeFirst();

export interface NewConsent {
  readonly personId: string;
  readonly purpose: Purpose;
  readonly textId: string;
  readonly signedBy: Signatory;
  readonly representativeName: string;
  readonly representativeDocument: string;
  readonly signedOn: Day;
  readonly validTill: Day;
  readonly scanFileId: string | null;
  readonly accountId: string;
  readonly allowed?: Allowed | undefined;
}

/** Answers the ids in the order of the consents. */
export const insertConsents = async (db: CollegeDb, consents: readonly NewConsent[]): Promise<string[]> => {
  const rows = await db
    .insertInto('consents')
    .values(
      consents.map((one) => ({
        person_id: one.personId,
        purpose: one.purpose,
        text_id: one.textId,
        signed_by: one.signedBy,
        representative_name: one.representativeName,
        representative_document: one.representativeDocument,
        signed_on: one.signedOn,
        valid_till: one.validTill,
        scan_file_id: one.scanFileId,
        account_id: one.accountId,
        categories: [...(one.allowed?.categories ?? [])],
        places: one.allowed?.places ?? '',
        conditions: one.allowed?.conditions ?? '',
        recipient: one.allowed?.recipient ?? '',
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** A representative signed after the person did: the paper has both signatures now. */
export const addRepresentative = async (db: CollegeDb, consentId: string, name: string, document: string) => {
  await db
    .updateTable('consents')
    .set({ signed_by: 'both', representative_name: name, representative_document: document })
    .where('id', '=', consentId)
    .execute();
};

/** What may be shown of each person by a consent to publication in force; nobody else has an entry. */
export const publishableOf = async (
  db: CollegeDb,
  on: Day,
  personIds: readonly string[],
): Promise<Map<string, { categories: readonly string[]; conditions: string; places: string }>> => {
  const inForce = await consentsInForce(db, 'publication', on, personIds);
  const rows = await db
    .selectFrom('consents')
    .select(['person_id', 'categories', 'conditions', 'places'])
    .where(sql<boolean>`id = any(${sql.val([...inForce.values()])}::uuid[])`)
    .execute();
  return new Map(rows.map(({ person_id, ...allowed }) => [person_id, allowed]));
};

export const setScan = async (db: CollegeDb, consentId: string, fileId: string): Promise<void> => {
  await db.updateTable('consents').set({ scan_file_id: fileId }).where('id', '=', consentId).execute();
};

/** Withdraws every consent of this purpose that is not over; answers how many there were. The rows stay locked. */
export const withdrawAll = async (
  db: CollegeDb,
  personId: string,
  purpose: Purpose,
  on: Day,
  reason: string,
): Promise<number> => {
  const rows = await db
    .updateTable('consents')
    .set({ withdrawn_on: on, withdrawn_reason: reason })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_on', 'is', null)
    .where('valid_till', '>=', on)
    .where('signed_on', '<=', on)
    .returning('id')
    .execute();
  return rows.length;
};
