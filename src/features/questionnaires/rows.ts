import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Definition } from './definition.ts';
import type { Act, FrozenVersion, Moment, Purpose, Questionnaire, Side } from './questionnaire.ts';

const select = (db: CollegeDb) =>
  db
    .selectFrom('questionnaires')
    .select([
      'id',
      'title',
      'form',
      'role',
      'moment',
      'draft',
      'version',
      'archived_on as archivedOn',
      'built_in as builtIn',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toQuestionnaire = (row: Row): Questionnaire => ({
  ...row,
  role: row.role as Side | null,
  moment: row.moment as Moment,
  draft: row.draft as unknown as Definition,
});

export const questionnaireById = async (db: CollegeDb, id: string): Promise<Questionnaire | undefined> => {
  const row = await select(db).where('id', '=', id).executeTakeFirst();
  return row && toQuestionnaire(row);
};

export interface ListedQuestionnaire extends Purpose {
  readonly id: string;
  readonly archivedOn: Day | null;
  readonly questions: number;
  /** Number and act of what stands approved; null when nothing does. */
  readonly approved: { readonly number: number; readonly label: string } | null;
  readonly rounds: number;
}

/** All questionnaires, archived ones last. */
export const listQuestionnaires = async (db: CollegeDb): Promise<ListedQuestionnaire[]> => {
  const { rows } = await sql<{
    id: string;
    title: string;
    form: string | null;
    role: Side | null;
    moment: Moment;
    archived_on: Day | null;
    questions: number;
    number: number | null;
    act_label: string | null;
    rounds: number;
  }>`
    select q.id, q.title, q.form, q.role, q.moment, q.archived_on,
      (select coalesce(sum(jsonb_array_length(s -> 'questions')), 0)::int from jsonb_array_elements(q.draft -> 'sections') s) as questions,
      v.number, v.act_label,
      (select count(*)::int from questionnaire_rounds r where r.questionnaire_id = q.id) as rounds
    from questionnaires q
    left join lateral (select number, act_label from questionnaire_versions v
      where v.questionnaire_id = q.id order by number desc limit 1) v on true
    order by q.archived_on is not null, q.moment = 'other', q.form nulls last, q.moment desc, q.role, q.title`.execute(
    db,
  );
  return rows.map(({ archived_on, number, act_label, ...row }) => ({
    ...row,
    archivedOn: archived_on,
    approved: number === null ? null : { number, label: act_label ?? '' },
  }));
};

export const insertQuestionnaire = async (
  db: CollegeDb,
  { title, form, role, moment }: Purpose,
  draft: Definition,
  builtIn: string | null = null,
): Promise<string | undefined> => {
  const row = await db
    .insertInto('questionnaires')
    .values({ title, form, role, moment, draft: JSON.stringify(draft), built_in: builtIn })
    .onConflict((clash) => clash.columns(['college_id', 'built_in']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** false when somebody has changed it since this version. */
export const updateDraft = async (
  db: CollegeDb,
  id: string,
  version: number,
  change: { draft?: Definition; purpose?: Purpose; archivedOn?: Day | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('questionnaires')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .set(change.draft ? { draft: JSON.stringify(change.draft) } : {})
    .set(change.purpose ?? {})
    .set(change.archivedOn === undefined ? {} : { archived_on: change.archivedOn })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const selectVersions = (db: CollegeDb) =>
  db
    .selectFrom('questionnaire_versions')
    .select([
      'id',
      'questionnaire_id as questionnaireId',
      'number',
      'title',
      'definition',
      'act_label',
      'act_day',
      'act_document_id',
      'approved_on as approvedOn',
    ]);

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number];

const toVersion = ({ act_label, act_day, act_document_id, definition, ...row }: VersionRow): FrozenVersion => ({
  ...row,
  definition: definition as unknown as Definition,
  act: { label: act_label, day: act_day, documentId: act_document_id },
});

/** The newest first: it stands, the others are superseded. */
export const versionsOf = async (db: CollegeDb, questionnaireId: string): Promise<FrozenVersion[]> => {
  const rows = await selectVersions(db)
    .where('questionnaire_id', '=', questionnaireId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toVersion);
};

export const versionById = async (db: CollegeDb, id: string): Promise<FrozenVersion | undefined> => {
  const row = await selectVersions(db).where('id', '=', id).executeTakeFirst();
  return row && toVersion(row);
};

/** Versions never change, so those that people answer now are kept in memory. */
const known = new Map<string, FrozenVersion>();
const mostKnown = 200;

/**
 * The version as every answer needs it: read from the database once. It may be another college's when the id came from a
 * browser: compare its questionnaire with one that the college's own rows name.
 */
export const frozenVersion = async (db: CollegeDb, id: string): Promise<FrozenVersion | undefined> => {
  const kept = known.get(id);
  if (kept) return kept;
  const version = uuid.test(id) ? await versionById(db, id) : undefined;
  if (version) {
    if (known.size >= mostKnown) known.clear();
    known.set(id, version);
  }
  return version;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const insertVersion = async (
  db: CollegeDb,
  version: { questionnaireId: string; number: number; title: string; definition: Definition; act: Act },
  on: Day,
  accountId: string,
): Promise<string> => {
  const row = await db
    .insertInto('questionnaire_versions')
    .values({
      questionnaire_id: version.questionnaireId,
      number: version.number,
      title: version.title,
      definition: JSON.stringify(version.definition),
      act_label: version.act.label,
      act_day: version.act.day,
      act_document_id: version.act.documentId,
      approved_on: on,
      account_id: accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};
