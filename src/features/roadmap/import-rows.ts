import type { CollegeDb } from '../../platform/db.ts';
import type { RoadmapImport, RoadmapUnderstanding } from './import.ts';

export interface NewImport {
  readonly fileId: string | null;
  readonly fileName: string;
  readonly understanding: RoadmapUnderstanding;
  readonly accountId: string;
}

export const insertImport = async (db: CollegeDb, one: NewImport): Promise<string> => {
  const { id } = await db
    .insertInto('imports')
    .values({
      kind: 'roadmap',
      state: 'review',
      file_id: one.fileId,
      file_name: one.fileName,
      understanding: JSON.stringify(one.understanding),
      account_id: one.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const importById = async (db: CollegeDb, id: string): Promise<RoadmapImport | undefined> => {
  const row = await db
    .selectFrom('imports')
    .select(['id', 'state', 'file_name as fileName', 'version', 'understanding'])
    .where('id', '=', id)
    .where('kind', '=', 'roadmap')
    .executeTakeFirst();
  if (!row) return undefined;
  const { understanding, ...rest } = row;
  return { ...rest, ...(understanding as unknown as RoadmapUnderstanding) };
};

/** false when somebody else has changed it since that version, or it is no longer in review. */
export const saveImport = async (
  db: CollegeDb,
  { id, version }: Pick<RoadmapImport, 'id' | 'version'>,
  understanding: RoadmapUnderstanding,
  state: 'review' | 'written' | 'cancelled' = 'review',
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set((is) => ({
      understanding: JSON.stringify(understanding),
      state,
      version: is('version', '+', 1),
      ...(state === 'written' ? { written_at: new Date() } : {}),
    }))
    .where('id', '=', id)
    .where('kind', '=', 'roadmap')
    .where('version', '=', version)
    .where('state', '=', 'review')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
