import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { FullName } from '../people/person.ts';
import type { Purpose, Signatory } from './consent.ts';

export interface NewForm {
  readonly code: string;
  readonly personId: string;
  readonly signatory: Signatory;
}

export interface ConsentBatch {
  readonly id: string;
  readonly purpose: Purpose;
  readonly textId: string;
  readonly textVersion: number;
  readonly title: string;
  readonly state: 'making' | 'ready' | 'cancelled';
  readonly people: number;
  readonly pdfFileId: string | null;
  readonly docxFileId: string | null;
  readonly taskId: string | null;
  readonly madeOn: Day;
}

const selectBatches = (db: CollegeDb) =>
  db
    .selectFrom('consent_batches as b')
    .innerJoin('consent_texts as t', 't.id', 'b.text_id')
    .select([
      'b.id',
      't.purpose',
      'b.text_id as textId',
      't.version as textVersion',
      'b.title',
      'b.state',
      'b.people',
      'b.pdf_file_id as pdfFileId',
      'b.docx_file_id as docxFileId',
      'b.task_id as taskId',
      'b.made_on as madeOn',
    ]);

export const batchById = (db: CollegeDb, id: string): Promise<ConsentBatch | undefined> =>
  selectBatches(db).where('b.id', '=', id).executeTakeFirst();

/** The newest batches; `accountId` narrows them to those of one account. */
export const recentBatches = (db: CollegeDb, accountId: string | null, limit: number): Promise<ConsentBatch[]> => {
  const query = selectBatches(db).where('b.state', '<>', 'cancelled').orderBy('b.created_at', 'desc').limit(limit);
  return (accountId ? query.where('b.account_id', '=', accountId) : query).execute();
};

export const ownerOfBatch = async (db: CollegeDb, id: string): Promise<string | null> =>
  (await db.selectFrom('consent_batches').select('account_id').where('id', '=', id).executeTakeFirst())?.account_id ??
  null;

export const insertBatch = async (
  db: CollegeDb,
  batch: Pick<ConsentBatch, 'purpose' | 'textId' | 'title' | 'madeOn'> & { readonly accountId: string },
  forms: readonly NewForm[],
): Promise<string> => {
  const { id } = await db
    .insertInto('consent_batches')
    .values({
      purpose: batch.purpose,
      text_id: batch.textId,
      title: batch.title,
      people: forms.length,
      made_on: batch.madeOn,
      account_id: batch.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into consent_forms (code, batch_id, person_id, purpose, text_id, signatory)
    select row.code, ${id}::uuid, row."personId", ${batch.purpose}, ${batch.textId}::uuid, row.signatory
    from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as row (code text, "personId" uuid, signatory text)`.execute(
    db,
  );
  return id;
};

export const setBatchTask = async (db: CollegeDb, id: string, taskId: string): Promise<void> => {
  await db.updateTable('consent_batches').set({ task_id: taskId }).where('id', '=', id).execute();
};

/** The forms of a batch by name of their people, as the papers lie in the pile. */
export const formsOfBatch = (db: CollegeDb, batchId: string) =>
  db
    .selectFrom('consent_forms as f')
    .innerJoin('persons as p', 'p.id', 'f.person_id')
    .leftJoin('study_groups as g', 'g.id', 'p.group_id')
    .select([
      'f.id',
      'f.code',
      'f.signatory',
      'f.person_id as personId',
      'f.consent_id as consentId',
      'f.scan_file_id as scanFileId',
      'p.last_name as lastName',
      'p.first_name as firstName',
      'p.patronymic',
      'p.birth_day as birthDay',
      'p.post',
      'p.representative_name as representativeName',
      'p.group_id as groupId',
      'g.code as groupCode',
    ])
    .where('f.batch_id', '=', batchId)
    .orderBy('g.code')
    .orderBy('p.last_name')
    .orderBy('p.first_name')
    .orderBy('f.id')
    .execute();

export type FormOfBatch = Awaited<ReturnType<typeof formsOfBatch>>[number];

/** The papers are made: their files, and how many pages each form has. */
export const finishBatch = async (
  db: CollegeDb,
  batchId: string,
  files: { readonly pdf: string; readonly docx: string },
  pages: ReadonlyMap<string, number>,
): Promise<void> => {
  const rows = [...pages].map(([id, count]) => ({ id, count }));
  await sql`
    update consent_forms set pages = row.count
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, count int) where consent_forms.id = row.id
      and row.count > 1`.execute(db);
  await db
    .updateTable('consent_batches')
    .set({ state: 'ready', pdf_file_id: files.pdf, docx_file_id: files.docx })
    .where('id', '=', batchId)
    .execute();
};

/** Nothing was printed: the codes of a stopped batch are forgotten. */
export const cancelBatch = async (db: CollegeDb, batchId: string): Promise<void> => {
  await db.deleteFrom('consent_forms').where('batch_id', '=', batchId).execute();
  await db.updateTable('consent_batches').set({ state: 'cancelled' }).where('id', '=', batchId).execute();
};

export interface ConsentForm extends FullName {
  readonly id: string;
  readonly code: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly textId: string;
  readonly textVersion: number;
  readonly textValidTill: Day | null;
  readonly signatory: Signatory;
  readonly pages: number;
  readonly scanFileId: string | null;
  readonly consentId: string | null;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly leftOn: Day | null;
  readonly representativeName: string;
  readonly createdAt: Date;
}

const selectForms = (db: CollegeDb) =>
  db
    .selectFrom('consent_forms as f')
    .innerJoin('persons as p', 'p.id', 'f.person_id')
    .innerJoin('consent_texts as t', 't.id', 'f.text_id')
    .leftJoin('study_groups as g', 'g.id', 'p.group_id')
    .select([
      'f.id',
      'f.code',
      'f.person_id as personId',
      't.purpose',
      'f.text_id as textId',
      't.version as textVersion',
      't.valid_till as textValidTill',
      'f.signatory',
      'f.pages',
      'f.scan_file_id as scanFileId',
      'f.consent_id as consentId',
      'f.created_at as createdAt',
      'p.last_name as lastName',
      'p.first_name as firstName',
      'p.patronymic',
      'p.group_id as groupId',
      'g.code as groupCode',
      'p.left_on as leftOn',
      'p.representative_name as representativeName',
    ]);

export const formsByCodes = (db: CollegeDb, codes: readonly string[]): Promise<ConsentForm[]> =>
  selectForms(db)
    .where(sql<boolean>`f.code = any(${sql.val([...codes])}::text[])`)
    .execute();

export const formsByIds = (db: CollegeDb, ids: readonly string[]): Promise<ConsentForm[]> =>
  selectForms(db)
    .where(sql<boolean>`f.id = any(${sql.val([...ids])}::uuid[])`)
    .orderBy('p.last_name')
    .orderBy('p.first_name')
    .orderBy('f.id')
    .execute();

/** A form that no printer made: for a paper whose code cannot be read, or that was printed elsewhere. */
export const insertForm = async (
  db: CollegeDb,
  form: NewForm & { readonly purpose: Purpose; readonly textId: string },
): Promise<string> =>
  (
    await db
      .insertInto('consent_forms')
      .values({
        code: form.code,
        person_id: form.personId,
        purpose: form.purpose,
        text_id: form.textId,
        signatory: form.signatory,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;

export const setFormScan = async (db: CollegeDb, formId: string, fileId: string | null): Promise<void> => {
  await db.updateTable('consent_forms').set({ scan_file_id: fileId }).where('id', '=', formId).execute();
};

export const setFormConsent = async (db: CollegeDb, formId: string, consentId: string): Promise<void> => {
  await db.updateTable('consent_forms').set({ consent_id: consentId }).where('id', '=', formId).execute();
};
