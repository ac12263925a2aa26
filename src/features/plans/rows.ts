import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Agreement, PlanSide, PlanTask, PlanVersion, PlanWords, VersionState } from './plan.ts';

export interface Plan {
  readonly id: string;
  readonly pairId: string;
  readonly templateId: string | null;
  readonly madeOn: Day;
}

const plans = (db: CollegeDb) =>
  db.selectFrom('plans').select(['id', 'pair_id as pairId', 'template_id as templateId', 'made_on as madeOn']);

export const planById = (db: CollegeDb, id: string): Promise<Plan | undefined> =>
  plans(db).where('id', '=', id).executeTakeFirst();

export const planOfPair = (db: CollegeDb, pairId: string): Promise<Plan | undefined> =>
  plans(db).where('pair_id', '=', pairId).executeTakeFirst();

/** Holds the plan for the transaction: agreeing, correcting and copying come one after another. */
export const holdPlan = (db: CollegeDb, id: string): Promise<Plan | undefined> =>
  plans(db).where('id', '=', id).forUpdate().executeTakeFirst();

/** Two people may start it at once: the second is told by `undefined`. */
export const insertPlan = async (
  db: CollegeDb,
  plan: Omit<Plan, 'id'> & { readonly accountId: string },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('plans')
    .values({
      ...{ pair_id: plan.pairId, template_id: plan.templateId },
      ...{ made_on: plan.madeOn, account_id: plan.accountId },
    })
    .onConflict((clash) => clash.columns(['college_id', 'pair_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

const versions = (db: CollegeDb) =>
  db
    .selectFrom('plan_versions')
    .select(['id', 'number', 'state', 'strengths', 'weaknesses', 'goals', 'formats', 'reason', 'remark', 'version'])
    .select(['other_format as otherFormat', 'proposed_on as proposedOn', 'agreed_on as agreedOn'])
    .orderBy('number', 'desc')
    .$narrowType<{ state: VersionState }>();

/** The newest first. */
export const versionsOf = (db: CollegeDb, planId: string): Promise<PlanVersion[]> =>
  versions(db).where('plan_id', '=', planId).execute();

const columnsOf = (words: PlanWords) => ({
  strengths: words.strengths,
  weaknesses: words.weaknesses,
  goals: words.goals,
  formats: [...words.formats],
  other_format: words.otherFormat,
});

export const insertVersion = async (
  db: CollegeDb,
  planId: string,
  { number, reason, ...words }: PlanWords & { readonly number: number; readonly reason: string },
): Promise<string> => {
  const row = await db
    .insertInto('plan_versions')
    .values({ plan_id: planId, number, reason, ...columnsOf(words) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when somebody has written it since, or it is no draft any more. */
export const updateWords = async (
  db: CollegeDb,
  { id, version }: Pick<PlanVersion, 'id' | 'version'>,
  words: PlanWords,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('plan_versions')
    .set({ ...columnsOf(words), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export interface StateChange {
  readonly state: VersionState;
  readonly proposedOn?: Day | null;
  readonly agreedOn?: Day;
  readonly remark?: string;
}

export const setState = async (
  db: CollegeDb,
  id: string,
  { state, proposedOn, agreedOn, remark }: StateChange,
): Promise<void> => {
  await db
    .updateTable('plan_versions')
    .set((is) => ({
      state,
      ...(proposedOn === undefined ? {} : { proposed_on: proposedOn }),
      ...(agreedOn === undefined ? {} : { agreed_on: agreedOn }),
      ...(remark === undefined ? {} : { remark }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

/** One more thing to correct in a draft that was already opened. */
export const addReason = async (db: CollegeDb, id: string, reason: string): Promise<void> => {
  await db
    .updateTable('plan_versions')
    .set({ reason: sql<string>`concat_ws(E'\n', nullif(reason, ''), ${reason}::text)` })
    .where('id', '=', id)
    .execute();
};

/** A draft correction that nobody wants any more. */
export const deleteVersion = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('plan_versions').where('id', '=', id).where('state', '=', 'draft').execute();
};

/** In the order in which they are due. */
export const tasksOf = (db: CollegeDb, versionId: string): Promise<PlanTask[]> =>
  db
    .selectFrom('plan_tasks')
    .select(['task_id as id', 'title', 'expected', 'due', 'version'])
    .where('version_id', '=', versionId)
    .orderBy('due')
    .orderBy('title')
    .orderBy('task_id')
    .execute();

export const insertTasks = async (
  db: CollegeDb,
  versionId: string,
  tasks: readonly (Pick<PlanTask, 'title' | 'expected' | 'due'> & { readonly id?: string })[],
): Promise<void> => {
  if (tasks.length === 0) return;
  await db
    .insertInto('plan_tasks')
    .values(
      tasks.map(({ id, title, expected, due }) => ({
        ...{ version_id: versionId, title, expected, due },
        ...(id === undefined ? {} : { task_id: id }),
      })),
    )
    .execute();
};

/** False when somebody has written the task since. */
export const updateTask = async (
  db: CollegeDb,
  versionId: string,
  { id, version, title, expected, due }: PlanTask,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('plan_tasks')
    .set({ title, expected, due, version: version + 1 })
    .where('version_id', '=', versionId)
    .where('task_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const deleteTask = async (
  db: CollegeDb,
  versionId: string,
  { id, version }: Pick<PlanTask, 'id' | 'version'>,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('plan_tasks')
    .where('version_id', '=', versionId)
    .where('task_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Agreements to all versions of a plan, the mentor's before the mentee's. */
export const agreementsOf = async (
  db: CollegeDb,
  planId: string,
): Promise<(Agreement & { readonly versionId: string })[]> => {
  const { rows } = await sql<Agreement & { readonly versionId: string }>`
    select a.version_id as "versionId", a.side, a.way, a.agreed_on as "agreedOn", a.scan_file_id as "scanFileId", c.name as "accountName"
    from plan_agreements a join plan_versions v on v.id = a.version_id left join accounts c on c.id = a.account_id
    where v.plan_id = ${planId}::uuid order by v.number desc, a.side desc`.execute(db);
  return rows.toSorted((a, b) => (a.versionId === b.versionId ? (a.side === 'mentor' ? -1 : 1) : 0));
};

/** False when this side has agreed already. */
export const insertAgreement = async (
  db: CollegeDb,
  versionId: string,
  side: PlanSide,
  by: Pick<Agreement, 'way' | 'agreedOn' | 'scanFileId'> & { readonly accountId: string },
): Promise<boolean> => {
  const row = await db
    .insertInto('plan_agreements')
    .values({
      ...{ version_id: versionId, side, way: by.way },
      ...{ agreed_on: by.agreedOn, scan_file_id: by.scanFileId, account_id: by.accountId },
    })
    .onConflict((clash) => clash.columns(['college_id', 'version_id', 'side']).doNothing())
    .returning('side')
    .executeTakeFirst();
  return row !== undefined;
};

/** The version goes back to its writer: what was agreed to is no longer what will stand there. */
export const deleteAgreements = async (db: CollegeDb, versionId: string): Promise<void> => {
  await db.deleteFrom('plan_agreements').where('version_id', '=', versionId).execute();
};

/** The plan that a scan of agreement belongs to. */
export const planOfScan = async (db: CollegeDb, fileId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('plan_agreements as a')
    .innerJoin('plan_versions as v', 'v.id', 'a.version_id')
    .select('v.plan_id')
    .where('a.scan_file_id', '=', fileId)
    .executeTakeFirst();
  return row?.plan_id;
};
