import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Evidence } from './row.ts';

const selectEvidence = (db: CollegeDb) =>
  db
    .selectFrom('roadmap_evidence as e')
    .innerJoin('roadmap_rows as r', 'r.id', 'e.row_id')
    .leftJoin('files as f', 'f.id', 'e.file_id')
    .leftJoin('accounts as a', 'a.id', 'e.account_id')
    .select([
      'e.id',
      'e.row_id as rowId',
      'e.note',
      'e.file_id as fileId',
      'f.name as fileName',
      'e.closes',
      'e.day',
      'a.name as accountName',
    ])
    .where('e.removed_at', 'is', null)
    .orderBy('e.created_at')
    .orderBy('e.id');

/** Evidence that was not taken away, of all rows of a roadmap. */
export const evidenceOf = (db: CollegeDb, roadmapId: string): Promise<Evidence[]> =>
  selectEvidence(db).where('r.roadmap_id', '=', roadmapId).execute();

export const evidenceById = (db: CollegeDb, id: string): Promise<Evidence | undefined> =>
  selectEvidence(db).where('e.id', '=', id).executeTakeFirst();

export interface NewEvidence {
  readonly rowId: string;
  readonly note: string;
  readonly fileId: string | null;
  readonly closes: boolean;
  readonly day: Day;
  readonly accountId: string;
}

export const insertEvidence = async (db: CollegeDb, evidence: NewEvidence): Promise<string> => {
  const { id } = await db
    .insertInto('roadmap_evidence')
    .values({
      row_id: evidence.rowId,
      note: evidence.note,
      file_id: evidence.fileId,
      closes: evidence.closes,
      day: evidence.day,
      account_id: evidence.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** It stays in the table, marked: the journal of the row names it. */
export const retireEvidence = async (db: CollegeDb, id: string): Promise<void> => {
  await db.updateTable('roadmap_evidence').set({ removed_at: sql`clock_timestamp()` }).where('id', '=', id).execute();
};
