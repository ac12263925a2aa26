import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

/** The code that stands for the hand of a person, and the agreement behind it. */
export interface SigningKey {
  readonly codeHash: string;
  readonly agreedOn: Day;
  readonly wrongTries: number;
}

/** Locked until the transaction ends: two tries at once are counted as two. */
export const lockKey = (db: CollegeDb, personId: string): Promise<SigningKey | undefined> =>
  db
    .selectFrom('signing_keys')
    .select(['code_hash as codeHash', 'agreed_on as agreedOn', 'wrong_tries as wrongTries'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();

export const keyOf = (db: CollegeDb, personId: string) =>
  db
    .selectFrom('signing_keys')
    .select(['agreed_on as agreedOn', 'wrong_tries as wrongTries'])
    .where('person_id', '=', personId)
    .executeTakeFirst();

export const putKey = async (
  db: CollegeDb,
  key: { personId: string; codeHash: string; agreedOn: Day; accountId: string },
): Promise<void> => {
  const values = { code_hash: key.codeHash, agreed_on: key.agreedOn, wrong_tries: 0, issued_by: key.accountId };
  await db
    .insertInto('signing_keys')
    .values({ ...values, person_id: key.personId })
    .onConflict((clash) => clash.columns(['college_id', 'person_id']).doUpdateSet({ ...values, issued_at: sql`now()` }))
    .execute();
};

export const setTries = async (db: CollegeDb, personId: string, tries: number): Promise<void> => {
  await db.updateTable('signing_keys').set({ wrong_tries: tries }).where('person_id', '=', personId).execute();
};

/** false when there was none. */
export const removeKey = async (db: CollegeDb, personId: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('signing_keys').where('person_id', '=', personId).executeTakeFirst();
  return numDeletedRows > 0n;
};

export interface Signature {
  readonly consentId: string;
  readonly accountId: string;
  readonly signerId: string;
  readonly role: 'self' | 'representative';
  readonly textSha256: string;
  /** The very words that were signed. */
  readonly words: string;
}

export const insertSignature = async (db: CollegeDb, one: Signature): Promise<void> => {
  await db
    .insertInto('consent_signatures')
    .values({
      consent_id: one.consentId,
      account_id: one.accountId,
      signer_id: one.signerId,
      role: one.role,
      text_sha256: one.textSha256,
      words: one.words,
    })
    .execute();
};

/** Traces of electronic signatures by consent. */
export const signaturesOf = (db: CollegeDb, consentIds: readonly string[]) =>
  db
    .selectFrom('consent_signatures')
    .select(['consent_id as consentId', 'role', 'text_sha256 as textSha256', 'signed_at as signedAt'])
    .where(sql<boolean>`consent_id = any(${sql.val([...consentIds])}::uuid[])`)
    .orderBy('signed_at')
    .execute();

/** People for whom a representative with an account acts. */
export const representedBy = async (db: CollegeDb, representativeId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('consent_representatives')
    .select('person_id')
    .where('representative_id', '=', representativeId)
    .execute();
  return rows.map(({ person_id }) => person_id);
};

export const representativesOf = (db: CollegeDb, personId: string) =>
  db
    .selectFrom('consent_representatives as r')
    .innerJoin('persons as p', 'p.id', 'r.representative_id')
    .select(['p.id', 'p.last_name as lastName', 'p.first_name as firstName', 'p.patronymic', 'r.document'])
    .where('r.person_id', '=', personId)
    .orderBy('p.last_name')
    .execute();

export const linkRepresentative = async (
  db: CollegeDb,
  { personId, representativeId, document }: { personId: string; representativeId: string; document: string },
): Promise<void> => {
  await db
    .insertInto('consent_representatives')
    .values({ person_id: personId, representative_id: representativeId, document })
    .onConflict((clash) => clash.columns(['college_id', 'person_id', 'representative_id']).doUpdateSet({ document }))
    .execute();
};

export const unlinkRepresentative = async (
  db: CollegeDb,
  personId: string,
  representativeId: string,
): Promise<void> => {
  await db
    .deleteFrom('consent_representatives')
    .where('person_id', '=', personId)
    .where('representative_id', '=', representativeId)
    .execute();
};

/** Cards of representatives, to be linked with those for whom they act. */
export const representativeChoices = (db: CollegeDb) =>
  db
    .selectFrom('persons')
    .select(['id', 'last_name as lastName', 'first_name as firstName', 'patronymic'])
    .where('kind', '=', 'representative')
    .where('left_on', 'is', null)
    .orderBy('last_name')
    .orderBy('first_name')
    .execute();
