import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

export type PageProblem = 'no-code' | 'foreign-code' | 'other-college' | 'unknown-form' | 'broken-file';

export interface ConsentScan {
  readonly id: string;
  readonly title: string;
  readonly state: 'reading' | 'review' | 'cancelled';
  readonly fileIds: readonly string[];
  readonly taskId: string | null;
  readonly accountId: string | null;
  readonly broughtOn: Day;
}

const selectScans = (db: CollegeDb) =>
  db
    .selectFrom('consent_scans')
    .select([
      'id',
      'title',
      'state',
      'file_ids as fileIds',
      'task_id as taskId',
      'account_id as accountId',
      'brought_on as broughtOn',
    ]);

export const scanById = (db: CollegeDb, id: string): Promise<ConsentScan | undefined> =>
  selectScans(db).where('id', '=', id).executeTakeFirst();

/** The newest uploads; `accountId` narrows them to those of one account. */
export const recentScans = (db: CollegeDb, accountId: string | null, limit: number): Promise<ConsentScan[]> => {
  const query = selectScans(db).where('state', '<>', 'cancelled').orderBy('created_at', 'desc').limit(limit);
  return (accountId ? query.where('account_id', '=', accountId) : query).execute();
};

export const insertScan = async (
  db: CollegeDb,
  {
    title,
    fileIds,
    accountId,
    broughtOn,
  }: { title: string; fileIds: readonly string[]; accountId: string; broughtOn: Day },
): Promise<string> =>
  (
    await db
      .insertInto('consent_scans')
      .values({ title, file_ids: [...fileIds], account_id: accountId, brought_on: broughtOn })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;

export const setScanTask = async (db: CollegeDb, id: string, taskId: string): Promise<void> => {
  await db.updateTable('consent_scans').set({ task_id: taskId }).where('id', '=', id).execute();
};

export const setScanState = async (db: CollegeDb, id: string, state: ConsentScan['state']): Promise<void> => {
  await db.updateTable('consent_scans').set({ state }).where('id', '=', id).execute();
};

export interface ScanPage {
  readonly id: string;
  readonly scanId: string;
  /** From 1, over all files of the upload. */
  readonly position: number;
  readonly fileId: string;
  /** From 0, inside its file. */
  readonly page: number;
  readonly formId: string | null;
  readonly formPage: number | null;
  readonly problem: PageProblem | null;
  readonly pictureFileId: string | null;
  readonly setAside: boolean;
}

const selectPages = (db: CollegeDb) =>
  db
    .selectFrom('consent_scan_pages')
    .select([
      'id',
      'scan_id as scanId',
      'position',
      'file_id as fileId',
      'page',
      'form_id as formId',
      'form_page as formPage',
      'problem',
      'picture_file_id as pictureFileId',
      'set_aside as setAside',
    ]);

export const pagesOfScan = (db: CollegeDb, scanId: string): Promise<ScanPage[]> =>
  selectPages(db).where('scan_id', '=', scanId).orderBy('position').execute();

export const scanPageById = (db: CollegeDb, id: string): Promise<ScanPage | undefined> =>
  selectPages(db).where('id', '=', id).executeTakeFirst();

/** All pages that lie in a form, whichever upload brought them, in the order of reading. */
export const pagesOfForms = (db: CollegeDb, formIds: readonly string[]): Promise<ScanPage[]> =>
  selectPages(db)
    .where(sql<boolean>`form_id = any(${sql.val([...formIds])}::uuid[])`)
    .orderBy('form_id')
    .orderBy('form_page')
    .orderBy('position')
    .execute();

/** An upload that is read again starts from nothing. */
export const forgetPages = async (db: CollegeDb, scanId: string): Promise<void> => {
  await db.deleteFrom('consent_scan_pages').where('scan_id', '=', scanId).execute();
};

export const insertPages = async (
  db: CollegeDb,
  pages: readonly Omit<ScanPage, 'id' | 'setAside'>[],
): Promise<void> => {
  if (pages.length === 0) return;
  await db
    .insertInto('consent_scan_pages')
    .values(
      pages.map((one) => ({
        scan_id: one.scanId,
        position: one.position,
        file_id: one.fileId,
        page: one.page,
        form_id: one.formId,
        form_page: one.formPage,
        problem: one.problem,
        picture_file_id: one.pictureFileId,
      })),
    )
    .execute();
};

export const filePage = async (db: CollegeDb, id: string, formId: string, formPage: number): Promise<void> => {
  await db
    .updateTable('consent_scan_pages')
    .set({ form_id: formId, form_page: formPage, problem: null })
    .where('id', '=', id)
    .execute();
};

export const setAside = async (db: CollegeDb, id: string, aside: boolean): Promise<void> => {
  await db.updateTable('consent_scan_pages').set({ set_aside: aside }).where('id', '=', id).execute();
};

/** How many pages of an upload still wait for somebody. */
export const countLeft = async (db: CollegeDb, scanId: string): Promise<number> =>
  (
    await db
      .selectFrom('consent_scan_pages')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('scan_id', '=', scanId)
      .where('form_id', 'is', null)
      .where('set_aside', '=', false)
      .executeTakeFirstOrThrow()
  ).count;
