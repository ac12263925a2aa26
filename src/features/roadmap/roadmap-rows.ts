import { sql } from 'kysely';
import { type CollegeDb, refusedBy } from '../../platform/db.ts';
import { type KeptRoadmap, type KeptRow, type RowContent, sortedRows } from './row.ts';

export const roadmapOf = (db: CollegeDb, year: number): Promise<KeptRoadmap | undefined> =>
  db
    .selectFrom('roadmaps')
    .select(['id', 'year', 'source', 'source_name as sourceName'])
    .where('year', '=', year)
    .executeTakeFirst();

/** Years that have a roadmap, the newest first. */
export const roadmapYears = async (db: CollegeDb): Promise<readonly number[]> =>
  (await db.selectFrom('roadmaps').select('year').orderBy('year', 'desc').execute()).map(({ year }) => year);

const selectRows = (db: CollegeDb) =>
  db
    .selectFrom('roadmap_rows')
    .innerJoin('roadmaps', 'roadmaps.id', 'roadmap_rows.roadmap_id')
    .select([
      'roadmap_rows.id',
      'roadmap_id as roadmapId',
      'roadmaps.year',
      'kind',
      'number',
      'stage',
      'position',
      'title',
      'content',
      'term_text as termText',
      'responsible',
      'documents',
      'roadmap_rows.version',
    ])
    .orderBy('position')
    .orderBy('roadmap_rows.id');

export const rowsOf = (db: CollegeDb, roadmapId: string): Promise<KeptRow[]> =>
  selectRows(db).where('roadmap_id', '=', roadmapId).execute();

export const rowById = (db: CollegeDb, id: string): Promise<KeptRow | undefined> =>
  selectRows(db).where('roadmap_rows.id', '=', id).executeTakeFirst();

export const insertRoadmap = async (
  db: CollegeDb,
  roadmap: Pick<KeptRoadmap, 'year' | 'source' | 'sourceName'>,
): Promise<string> => {
  const { id } = await db
    .insertInto('roadmaps')
    .values({ year: roadmap.year, source: roadmap.source, source_name: roadmap.sourceName })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const setSource = async (db: CollegeDb, id: string, source: KeptRoadmap['source'], name: string) => {
  await db
    .updateTable('roadmaps')
    .set((is) => ({ source, source_name: name, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

const valuesOf = (row: RowContent) => ({
  kind: row.kind,
  number: row.number,
  stage: row.stage,
  title: row.title,
  content: row.content,
  term_text: row.termText,
  responsible: [...row.responsible],
  documents: [...row.documents],
});

/** Adds rows; they stand last until `putInOrder`. Answers the id of the first. */
export const insertRows = async (
  db: CollegeDb,
  roadmapId: string,
  rows: readonly RowContent[],
): Promise<string | undefined> => {
  if (rows.length === 0) return undefined;
  const made = await db
    .insertInto('roadmap_rows')
    .values(rows.map((row, index) => ({ roadmap_id: roadmapId, position: 10_000 + index, ...valuesOf(row) })))
    .returning('id')
    .execute();
  return made[0]?.id;
};

/** Adds one row; 'taken' when its number is. */
export const insertRow = async (db: CollegeDb, roadmapId: string, row: RowContent): Promise<string | 'taken'> => {
  let id: string | undefined;
  const wall = await refusedBy(db, async () => {
    id = await insertRows(db, roadmapId, [row]);
  });
  return wall ? 'taken' : (id ?? 'taken');
};

/** false: somebody changed the row since that version. 'taken': the number belongs to another row. */
export const updateRow = async (
  db: CollegeDb,
  { id, version }: Pick<KeptRow, 'id' | 'version'>,
  row: RowContent,
): Promise<boolean | 'taken'> => {
  let changed = false;
  const wall = await refusedBy(db, async () => {
    const { numUpdatedRows } = await db
      .updateTable('roadmap_rows')
      .set((is) => ({ ...valuesOf(row), version: is('version', '+', 1) }))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    changed = numUpdatedRows > 0n;
  });
  return wall ? 'taken' : changed;
};

export const deleteRows = async (db: CollegeDb, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await db
      .deleteFrom('roadmap_rows')
      .where('id', 'in', [...ids])
      .execute();
};

/** Numbers the places of all rows anew: by stage, then by number. */
export const putInOrder = async (db: CollegeDb, roadmapId: string): Promise<void> => {
  const ids = sortedRows(await rowsOf(db, roadmapId)).map(({ id }) => id);
  await sql`update roadmap_rows r set position = o.place
    from unnest(${sql.val(ids)}::uuid[]) with ordinality as o (id, place) where r.id = o.id`.execute(db);
};
