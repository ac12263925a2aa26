import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Act, ActInput, Citation } from './act.ts';

/** The whole register: some dozens of acts, local ones first, then by title. */
export const allActs = async (db: CollegeDb): Promise<Act[]> =>
  db
    .selectFrom('acts')
    .select([
      'id',
      'code',
      'level',
      'title',
      'issuer',
      'number',
      'day',
      'revised_on as revisedOn',
      'in_force_from as inForceFrom',
      'lapses_on as lapsesOn',
      'superseded_by as supersededBy',
      'review_by as reviewBy',
      'unconfirmed',
      'note',
      'file_id as fileId',
      'document_id as documentId',
      'version',
    ])
    .orderBy('day', (order) => order.desc().nullsLast())
    .orderBy('title')
    .orderBy('id')
    .execute();

export const allCitations = (db: CollegeDb): Promise<Citation[]> =>
  db.selectFrom('act_citations').select(['act_id as actId', 'cited_id as citedId']).execute();

const valuesOf = (act: ActInput) => ({
  level: act.level,
  title: act.title,
  issuer: act.issuer,
  number: act.number,
  day: act.day,
  revised_on: act.revisedOn,
  in_force_from: act.inForceFrom,
  lapses_on: act.lapsesOn,
  superseded_by: act.supersededBy,
  review_by: act.reviewBy,
  unconfirmed: act.unconfirmed,
  note: act.note,
});

export const insertAct = async (db: CollegeDb, act: ActInput, code: string | null = null): Promise<string> => {
  const { id } = await db
    .insertInto('acts')
    .values({ ...valuesOf(act), code })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** False when somebody changed the act since that version. */
export const updateAct = async (db: CollegeDb, id: string, version: number, act: ActInput): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('acts')
    .set((is) => ({ ...valuesOf(act), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const setSuccessor = async (db: CollegeDb, id: string, supersededBy: string): Promise<void> => {
  await db.updateTable('acts').set({ superseded_by: supersededBy }).where('id', '=', id).execute();
};

export const setActFile = async (db: CollegeDb, id: string, fileId: string): Promise<void> => {
  await db
    .updateTable('acts')
    .set((is) => ({ file_id: fileId, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** The act is this paper; its number and day come from there where nobody has written them. The wall is `one_act_a_document`. */
export const setActDocument = async (
  db: CollegeDb,
  id: string,
  document: { readonly id: string; readonly number: string; readonly day: Day },
): Promise<void> => {
  await db
    .updateTable('acts')
    .set((is) => ({
      document_id: document.id,
      number: is.fn.coalesce(is.fn<string>('nullif', ['number', is.val('')]), is.val(document.number)),
      day: is.fn.coalesce('day', is.val(document.day)),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
};

/** The act that is this paper lapses with it. Answers which; none when the paper is no act, or has lapsed already. */
export const lapseAct = async (db: CollegeDb, documentId: string, lastDay: Day): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    update acts set lapses_on = greatest(in_force_from, ${lastDay}::date), version = version + 1
    where document_id = ${documentId}::uuid and lapses_on is null returning id`.execute(db);
  return rows[0]?.id;
};

/** Acts that this one names, all of them at once. */
export const replaceCitations = async (db: CollegeDb, actId: string, citedIds: readonly string[]): Promise<void> => {
  await db.deleteFrom('act_citations').where('act_id', '=', actId).execute();
  if (citedIds.length > 0)
    await db
      .insertInto('act_citations')
      .values(citedIds.map((cited_id) => ({ act_id: actId, cited_id })))
      .execute();
};
