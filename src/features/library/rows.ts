import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Material, MaterialInput } from './material.ts';

const selectMaterials = (db: CollegeDb) =>
  db
    .selectFrom('library_materials as m')
    .leftJoin('files as f', 'f.id', 'm.file_id')
    .select([
      'm.id',
      'm.title',
      'm.summary',
      'm.body',
      'm.link',
      'm.forms',
      'm.moment',
      'm.readers',
      'm.file_id as fileId',
      'f.name as fileName',
      'm.added_on as addedOn',
      'm.archived_on as archivedOn',
      'm.version',
    ]);

/** All that is not archived, as it is needed: from the first meeting to the last. */
export const materialsOf = async (db: CollegeDb): Promise<Material[]> =>
  (await selectMaterials(db)
    .where('m.archived_on', 'is', null)
    .orderBy('m.title')
    .orderBy('m.id')
    .execute()) as Material[];

export const archivedMaterials = async (db: CollegeDb): Promise<Material[]> =>
  (await selectMaterials(db).where('m.archived_on', 'is not', null).orderBy('m.title').execute()) as Material[];

export const materialById = async (db: CollegeDb, id: string): Promise<Material | undefined> =>
  (await selectMaterials(db).where('m.id', '=', id).executeTakeFirst()) as Material | undefined;

const valuesOf = (input: MaterialInput) => ({
  title: input.title,
  summary: input.summary,
  body: input.body,
  link: input.link,
  forms: [...input.forms],
  moment: input.moment,
  readers: [...input.readers],
});

/** undefined: a text of this origin stands in the library already. */
export const insertMaterial = async (
  db: CollegeDb,
  input: MaterialInput,
  more: {
    readonly addedOn: Day;
    readonly accountId: string;
    readonly fileId?: string | undefined;
    readonly origin?: string;
  },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('library_materials')
    .values({
      ...valuesOf(input),
      added_on: more.addedOn,
      account_id: more.accountId,
      file_id: more.fileId ?? null,
      origin: more.origin ?? null,
    })
    .onConflict((clash) => clash.columns(['college_id', 'origin']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** False when somebody changed it since that version. */
export const updateMaterial = async (
  db: CollegeDb,
  {
    id,
    version,
    input,
    fileId,
  }: {
    readonly id: string;
    readonly version: number;
    readonly input: MaterialInput;
    readonly fileId: string | undefined;
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('library_materials')
    .set((is) => ({ ...valuesOf(input), ...(fileId ? { file_id: fileId } : {}), version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const setArchived = async (db: CollegeDb, id: string, on: Day | null): Promise<void> => {
  await db
    .updateTable('library_materials')
    .set((is) => ({ archived_on: on, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** Which built-in texts the college has, or had and archived. */
export const knownOrigins = async (db: CollegeDb): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('library_materials').select('origin').where('origin', 'is not', null).execute();
  return new Set(rows.flatMap(({ origin }) => origin ?? []));
};
