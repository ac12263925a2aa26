import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { refusedBy } from '../../platform/db.ts';
import type { FullName } from '../people/person.ts';
import type { Purpose } from './consent.ts';
import { type RetentionRule, withdrawalDays } from './retention.ts';

export const savedRules = async (db: CollegeDb): Promise<RetentionRule[]> =>
  db.selectFrom('retention_rules').select(['kind as code', 'months', 'basis', 'version']).execute();

/** false when somebody saved the rule in the meantime. */
export const saveRule = async (db: CollegeDb, { code, months, basis, version }: RetentionRule): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention_rules')
    .values({ kind: code, months, basis })
    .onConflict((clash) =>
      clash
        .columns(['college_id', 'kind'])
        .doUpdateSet({ months, basis, version: version + 1 })
        .where('retention_rules.version', '=', version),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

interface OldRow extends FullName {
  readonly id: string;
  readonly purpose: Purpose;
  readonly overSince: Day;
}

const oldRows = async (db: CollegeDb, query: RawBuilder<OldRow>): Promise<OldRow[]> => (await query.execute(db)).rows;

const named = sql`p.last_name as "lastName", p.first_name as "firstName", p.patronymic`;

export const oldConsents = (db: CollegeDb, before: Day, limit: number): Promise<OldRow[]> =>
  oldRows(
    db,
    sql<OldRow>`select c.id, c.purpose, ${named}, least(c.valid_till, c.withdrawn_on) as "overSince"
      from consents c join persons p on p.id = c.person_id
      where least(c.valid_till, c.withdrawn_on) < ${before}::date
      order by 6, p.last_name, c.id limit ${limit}`,
  );

export const oldForms = (db: CollegeDb, before: Day, limit: number): Promise<OldRow[]> =>
  oldRows(
    db,
    sql<OldRow>`select f.id, f.purpose, ${named}, f.created_at::date as "overSince"
      from consent_forms f join persons p on p.id = f.person_id
      where f.scan_file_id is null and f.consent_id is null and f.created_at < ${before}::date
      order by 6, p.last_name, f.id limit ${limit}`,
  );

/** Uploads of which every page found its place, or that are old whatever is in them. */
export const oldScans = async (db: CollegeDb, before: Day, limit: number) => {
  const rows = await db
    .selectFrom('consent_scans')
    .select(['id', 'title', 'brought_on as overSince'])
    .where('brought_on', '<', before)
    .orderBy('brought_on')
    .limit(limit)
    .execute();
  return rows;
};

interface Gone {
  readonly gone: string[];
  readonly fileIds: string[];
}

/** A consent on which a pair stands is held by it and stays. */
export const destroyConsents = async (db: CollegeDb, ids: readonly string[]): Promise<Gone> => {
  const gone: string[] = [];
  const fileIds: string[] = [];
  for (const id of ids) {
    const files: (string | null)[] = [];
    const held = await refusedBy(db, async () => {
      const forms = await db
        .deleteFrom('consent_forms')
        .where('consent_id', '=', id)
        .returning('scan_file_id')
        .execute();
      const own = await db.deleteFrom('consents').where('id', '=', id).returning('scan_file_id').execute();
      files.push(...[...forms, ...own].map(({ scan_file_id }) => scan_file_id));
    });
    if (held) continue;
    gone.push(id);
    fileIds.push(...files.flatMap((file) => file ?? []));
  }
  return { gone, fileIds };
};

export const destroyForms = async (db: CollegeDb, ids: readonly string[]): Promise<Gone> => {
  const rows = await db
    .deleteFrom('consent_forms')
    .where(sql<boolean>`id = any(${sql.val([...ids])}::uuid[])`)
    .where('scan_file_id', 'is', null)
    .where('consent_id', 'is', null)
    .returning('id')
    .execute();
  return { gone: rows.map(({ id }) => id), fileIds: [] };
};

export const destroyScans = async (db: CollegeDb, ids: readonly string[]): Promise<Gone> => {
  const chosen = sql<boolean>`scan_id = any(${sql.val([...ids])}::uuid[])`;
  const pages = await db.deleteFrom('consent_scan_pages').where(chosen).returning('picture_file_id').execute();
  const scans = await db
    .deleteFrom('consent_scans')
    .where(sql<boolean>`id = any(${sql.val([...ids])}::uuid[])`)
    .returning(['id', 'file_ids'])
    .execute();
  const pictures = pages.flatMap(({ picture_file_id }) => picture_file_id ?? []);
  return { gone: scans.map(({ id }) => id), fileIds: [...pictures, ...scans.flatMap(({ file_ids }) => file_ids)] };
};

/**
 * Takes files out of the register unless something still names them. Answers the contents that nobody has any more:
 * only those may be wiped from the disk.
 */
export const forgetFiles = async (db: CollegeDb, ids: readonly string[]): Promise<string[]> => {
  const sums: string[] = [];
  for (const id of new Set(ids)) {
    await refusedBy(db, async () => {
      const row = await db.deleteFrom('files').where('id', '=', id).returning('sha256').executeTakeFirst();
      if (row) sums.push(row.sha256);
    });
  }
  const still = await db
    .selectFrom('files')
    .select('sha256')
    .where(sql<boolean>`sha256 = any(${sql.val(sums)}::text[])`)
    .execute();
  const kept = new Set(still.map(({ sha256 }) => sha256));
  return sums.filter((sum) => !kept.has(sum));
};

export interface DestructionAct {
  readonly id: string;
  readonly number: number;
  readonly madeOn: Day;
  readonly reason: 'withdrawal' | 'retention';
  readonly kind: string;
  readonly personId: string | null;
  readonly records: number;
  readonly actFileId: string;
  readonly extractFileId: string;
}

const selectActs = (db: CollegeDb) =>
  db
    .selectFrom('destruction_acts')
    .select([
      'id',
      'number',
      'made_on as madeOn',
      'reason',
      'kind',
      'person_id as personId',
      'records',
      'act_file_id as actFileId',
      'extract_file_id as extractFileId',
    ]);

export const actsOf = (db: CollegeDb): Promise<DestructionAct[]> =>
  selectActs(db).orderBy('number', 'desc').limit(100).execute();

export const actById = (db: CollegeDb, id: string): Promise<DestructionAct | undefined> =>
  selectActs(db).where('id', '=', id).executeTakeFirst();

/** Two acts at once do not get one number: the second waits. */
export const nextActNumber = async (db: CollegeDb): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('destruction_acts' || current_college()))`.execute(db);
  const { rows } = await sql<{
    next: number;
  }>`select coalesce(max(number), 0) + 1 as next from destruction_acts`.execute(db);
  return rows[0]?.next ?? 1;
};

export const insertAct = async (
  db: CollegeDb,
  act: Omit<DestructionAct, 'id'> & { readonly purpose: Purpose | null; readonly accountId: string },
): Promise<string> =>
  (
    await db
      .insertInto('destruction_acts')
      .values({
        number: act.number,
        made_on: act.madeOn,
        reason: act.reason,
        kind: act.kind,
        person_id: act.personId,
        purpose: act.purpose,
        records: act.records,
        act_file_id: act.actFileId,
        extract_file_id: act.extractFileId,
        account_id: act.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;

export interface OpenWithdrawal extends FullName {
  readonly personId: string;
  readonly purpose: Purpose;
  readonly withdrawnOn: Day;
  /** By this day the act must be there. */
  readonly due: Day;
}

/** Withdrawals after which no act has been made yet, the most urgent first. */
export const openWithdrawals = async (db: CollegeDb): Promise<OpenWithdrawal[]> => {
  const { rows } = await sql<Omit<OpenWithdrawal, 'due'>>`
    select c.person_id as "personId", c.purpose, max(c.withdrawn_on) as "withdrawnOn", ${named}
    from consents c join persons p on p.id = c.person_id
    where c.withdrawn_on is not null and not exists (
      select from destruction_acts a where a.person_id = c.person_id and a.purpose = c.purpose and a.made_on >= c.withdrawn_on)
    group by c.person_id, c.purpose, p.last_name, p.first_name, p.patronymic order by 3, p.last_name`.execute(db);
  return rows.map((row) => ({ ...row, due: addDays(row.withdrawnOn, withdrawalDays) }));
};

/** The journal of one person since a day of the college's own calendar, oldest first, for the extract. */
export const journalSince = async (db: CollegeDb, personId: string, since: Day) =>
  db
    .selectFrom('journal')
    .select(['at', 'actor_name as actorName', 'action'])
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', personId)
    .where(sql<boolean>`at >= ${since}::date::timestamp at time zone (select time_zone from colleges)`)
    .orderBy('id')
    .limit(500)
    .execute();
