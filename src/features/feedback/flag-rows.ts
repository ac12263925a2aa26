import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Outcome, RiskDetails, RiskReason } from './risk.ts';

export interface Flag {
  readonly id: string;
  readonly pairId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly form: string;
  readonly groupIds: readonly string[];
  readonly reason: RiskReason;
  readonly details: RiskDetails;
  readonly openedOn: Day;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly closedOn: Day | null;
  readonly outcome: Outcome | 'passed' | null;
  readonly words: string;
  readonly version: number;
}

const selectFlags = (where: ReturnType<typeof sql>, limit: number) => sql<Flag>`
  select f.id, f.pair_id as "pairId", x.mentor_id as "mentorId", x.mentee_id as "menteeId", x.form,
    concat_ws(' ', a.last_name, a.first_name) as mentor, concat_ws(' ', b.last_name, b.first_name) as mentee,
    array_remove(array[a.group_id, b.group_id], null) as "groupIds",
    f.reason, f.details, f.opened_on as "openedOn", f.owner_id as "ownerId",
    case when o.id is null then null else concat_ws(' ', o.last_name, o.first_name, nullif(o.patronymic, '')) end as owner,
    f.closed_on as "closedOn", f.outcome, f.words, f.version
  from risk_flags f join pairs x on x.id = f.pair_id join persons a on a.id = x.mentor_id join persons b on b.id = x.mentee_id
    left join persons o on o.id = f.owner_id
  where ${where} order by f.closed_on desc nulls first, f.opened_on, mentor, f.id limit ${limit}`;

const within = (groups: 'all' | readonly string[]) =>
  groups === 'all'
    ? sql`true`
    : sql`(a.group_id = any(${sql.val([...groups])}::uuid[]) or b.group_id = any(${sql.val([...groups])}::uuid[]))`;

/** Open flags, the oldest first; a class teacher's are of own groups. */
export const openFlags = async (db: CollegeDb, groups: 'all' | readonly string[] = 'all'): Promise<Flag[]> =>
  (await selectFlags(sql`f.closed_on is null and ${within(groups)}`, 1000).execute(db)).rows;

/** What was closed lately. */
export const closedFlags = async (
  db: CollegeDb,
  since: Day,
  groups: 'all' | readonly string[] = 'all',
): Promise<Flag[]> =>
  (await selectFlags(sql`f.closed_on >= ${since}::date and ${within(groups)}`, 200).execute(db)).rows;

export const flagsOfPair = async (db: CollegeDb, pairId: string): Promise<Flag[]> =>
  (await selectFlags(sql`f.pair_id = ${pairId}::uuid`, 50).execute(db)).rows;

export const flagById = async (db: CollegeDb, id: string): Promise<Flag | undefined> =>
  (await selectFlags(sql`f.id = ${id}::uuid`, 1).execute(db)).rows[0];

/** Reasons that a person dealt with after a day: pair and reason, «pair reason». */
export const dealtWith = async (db: CollegeDb, since: Day): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('risk_flags')
    .select(['pair_id', 'reason'])
    .where('closed_on', '>', since)
    .where('outcome', '<>', 'passed')
    .execute();
  return new Set(rows.map(({ pair_id, reason }) => `${pair_id} ${reason}`));
};

/** False when the pair has an open flag of this reason. */
export const insertFlag = async (
  db: CollegeDb,
  flag: Pick<Flag, 'pairId' | 'reason' | 'details' | 'openedOn' | 'ownerId'>,
): Promise<boolean> => {
  const result = await sql`
    insert into risk_flags (pair_id, reason, details, opened_on, owner_id)
    values (${flag.pairId}::uuid, ${flag.reason}, ${JSON.stringify(flag.details)}::jsonb, ${flag.openedOn}::date, ${flag.ownerId}::uuid)
    on conflict do nothing`.execute(db);
  return (result.numAffectedRows ?? 0n) > 0n;
};

export const updateDetails = async (db: CollegeDb, id: string, details: RiskDetails): Promise<void> => {
  await db
    .updateTable('risk_flags')
    .set({ details: JSON.stringify(details) })
    .where('id', '=', id)
    .execute();
};

/** False when somebody changed or closed the flag since that version. */
export const closeFlagRow = async (
  db: CollegeDb,
  {
    id,
    version,
    on,
    outcome,
    words,
    accountId,
  }: {
    readonly id: string;
    readonly version: number;
    readonly on: Day;
    readonly outcome: Outcome | 'passed';
    readonly words: string;
    readonly accountId: string;
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('risk_flags')
    .set({ closed_on: on, outcome, words, account_id: accountId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const setOwner = async (
  db: CollegeDb,
  id: string,
  version: number,
  ownerId: string | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('risk_flags')
    .set({ owner_id: ownerId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export interface PossibleOwner {
  readonly personId: string;
  readonly name: string;
}

/** Curators, methodists, psychologists and social teachers with an account. */
export const possibleOwners = async (db: CollegeDb): Promise<PossibleOwner[]> => {
  const { rows } = await sql<PossibleOwner>`
    select distinct p.id as "personId", concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name
    from persons p join accounts c on c.person_id = p.id and c.disabled_at is null
      join account_roles r on r.account_id = c.id and r.role in ('curator', 'deputy', 'methodist', 'psychologist', 'social-teacher')
    where p.left_on is null order by name`.execute(db);
  return rows;
};

/** Curators of forms as the working group named them for a year. */
export const ownersByForm = async (db: CollegeDb, year: number): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('form_curators')
    .select(['form', 'person_id'])
    .where('year', '=', year)
    .orderBy('form')
    .execute();
  return new Map(rows.map(({ form, person_id }) => [form, person_id]));
};
