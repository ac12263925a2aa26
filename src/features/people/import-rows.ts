import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Comparable } from './find-duplicates.ts';
import type {
  Import,
  ImportCounts,
  ImportRow,
  ImportState,
  ImportUnderstanding,
  RowUnderstanding,
  Twin,
} from './import.ts';
import type { Problem } from './import-problems.ts';

export const insertImport = async (
  db: CollegeDb,
  made: { fileId: string; fileName: string; understanding: ImportUnderstanding; accountId: string },
): Promise<string> => {
  const row = await db
    .insertInto('imports')
    .values({
      kind: 'people',
      file_id: made.fileId,
      file_name: made.fileName,
      understanding: JSON.stringify(made.understanding),
      account_id: made.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

const selectImports = (db: CollegeDb) =>
  db
    .selectFrom('imports')
    .leftJoin('accounts', 'accounts.id', 'imports.account_id')
    .select([
      'imports.id',
      'imports.state',
      'imports.file_id as fileId',
      'imports.file_name as fileName',
      'imports.sheet_name as sheetName',
      'imports.refusal',
      'accounts.name as accountName',
      'imports.created_at as createdAt',
      'imports.written_at as writtenAt',
      'imports.understanding',
    ])
    .where('imports.kind', '=', 'people');

type ImportTableRow = Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number];

const toImport = (row: ImportTableRow): Import => ({
  ...row,
  understanding: row.understanding as ImportUnderstanding,
});

export const importById = async (db: CollegeDb, id: string): Promise<Import | undefined> => {
  const row = await selectImports(db).where('imports.id', '=', id).executeTakeFirst();
  return row && toImport(row);
};

/** The newest imports, without what was cancelled. */
export const recentImports = async (db: CollegeDb, limit = 10): Promise<Import[]> => {
  const rows = await selectImports(db)
    .where('imports.state', '<>', 'cancelled')
    .orderBy('imports.created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toImport);
};

/** Moves an import on, if it still is where it was thought to be. */
export const moveImport = async (
  db: CollegeDb,
  id: string,
  from: readonly ImportState[],
  to: ImportState,
  rest: { refusal?: string; sheetName?: string; writtenAt?: Date; understanding?: ImportUnderstanding } = {},
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set({ state: to })
    .$if(rest.refusal !== undefined, (update) => update.set({ refusal: rest.refusal ?? null }))
    .$if(rest.sheetName !== undefined, (update) => update.set({ sheet_name: rest.sheetName ?? '' }))
    .$if(rest.writtenAt !== undefined, (update) => update.set({ written_at: rest.writtenAt ?? null }))
    .$if(rest.understanding !== undefined, (update) =>
      update.set({ understanding: JSON.stringify(rest.understanding) }),
    )
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const deleteImportRows = (db: CollegeDb, importId: string) =>
  db.deleteFrom('import_rows').where('import_id', '=', importId).execute();

/** Writes rows that were read, many at once. */
export const insertImportRows = async (db: CollegeDb, importId: string, rows: readonly ImportRow[]): Promise<void> => {
  const values = rows.map((row) => ({
    row_number: row.row,
    cells: row.raw,
    understood: row.understood,
    problems: row.problems,
    duplicate: row.twin,
    decision: row.decision,
    person_id: row.personId,
  }));
  await sql`
    insert into import_rows (import_id, row_number, cells, understood, problems, duplicate, decision, person_id)
    select ${importId}::uuid, row_number, cells, understood, problems, duplicate, decision, person_id
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as row (row_number int, cells jsonb, understood jsonb,
      problems jsonb, duplicate jsonb, decision text, person_id uuid)`.execute(db);
};

const selectRows = (db: CollegeDb, importId: string) =>
  db
    .selectFrom('import_rows')
    .select([
      'row_number as row',
      'cells as raw',
      'understood',
      'problems',
      'duplicate as twin',
      'decision',
      'person_id as personId',
      'before',
    ])
    .where('import_id', '=', importId)
    .orderBy('row_number');

type RowTableRow = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number];

const toRow = (row: RowTableRow): ImportRow & { readonly before: unknown } => ({
  ...row,
  raw: row.raw as ImportRow['raw'],
  understood: row.understood as RowUnderstanding,
  problems: row.problems as readonly Problem[],
  twin: row.twin as Twin | null,
});

export type StoredRow = ReturnType<typeof toRow>;

export const importRows = async (db: CollegeDb, importId: string): Promise<StoredRow[]> =>
  (await selectRows(db, importId).execute()).map(toRow);

export const importRow = async (db: CollegeDb, importId: string, row: number): Promise<StoredRow | undefined> => {
  const found = await selectRows(db, importId).where('row_number', '=', row).executeTakeFirst();
  return found && toRow(found);
};

/** Rows with something wrong, mended or not, a page of them. */
export const wrongRows = async (
  db: CollegeDb,
  importId: string,
  { page, perPage }: { page: number; perPage: number },
): Promise<StoredRow[]> => {
  const rows = await selectRows(db, importId)
    .where(sql<boolean>`problems <> '[]'`)
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return rows.map(toRow);
};

export const twinRows = async (db: CollegeDb, importId: string, limit: number): Promise<StoredRow[]> =>
  (await selectRows(db, importId).where('duplicate', 'is not', null).limit(limit).execute()).map(toRow);

/** Rows that will be, or were, written as new people or as updates of known ones. */
export const rowsToWrite = async (
  db: CollegeDb,
  importId: string,
  decision: 'new' | 'update',
  { page, perPage }: { page: number; perPage: number },
): Promise<StoredRow[]> => {
  const rows = await selectRows(db, importId)
    .where('decision', '=', decision)
    .where(sql<boolean>`understood->>'status' <> 'stop'`)
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return rows.map(toRow);
};

/** Rows of certain numbers. */
export const rowsNumbered = async (db: CollegeDb, importId: string, numbers: readonly number[]): Promise<StoredRow[]> =>
  (
    await selectRows(db, importId)
      .where(sql<boolean>`row_number = any(${sql.val([...numbers])}::int[])`)
      .execute()
  ).map(toRow);

/** Rows that may be the same person as these values: same surname, birth day or telephone. */
export const rowsAlike = async (db: CollegeDb, importId: string, values: Comparable): Promise<StoredRow[]> => {
  const rows = await selectRows(db, importId)
    .where(
      sql<boolean>`(understood->'values'->>'lastName' = ${values.lastName}
        or understood->'values'->>'birthDay' = ${values.birthDay} or understood->'values'->>'phone' = ${values.phone})`,
    )
    .limit(200)
    .execute();
  return rows.map(toRow);
};

export const saveRow = (db: CollegeDb, importId: string, row: ImportRow) =>
  db
    .updateTable('import_rows')
    .set({
      understood: JSON.stringify(row.understood),
      duplicate: row.twin === null ? null : JSON.stringify(row.twin),
      decision: row.decision,
      person_id: row.personId,
    })
    .where('import_id', '=', importId)
    .where('row_number', '=', row.row)
    .execute();

/** Remembers what became of the rows: the person of each, and what an update replaced. */
export const saveOutcomes = async (
  db: CollegeDb,
  importId: string,
  outcomes: readonly { row: number; personId: string; before: unknown }[],
): Promise<void> => {
  const rows = outcomes.map(({ row, personId, before }) => ({ row_number: row, person_id: personId, before }));
  await sql`
    update import_rows set person_id = row.person_id, before = row.before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (row_number int, person_id uuid, before jsonb)
    where import_rows.import_id = ${importId}::uuid and import_rows.row_number = row.row_number`.execute(db);
};

export const countRows = async (db: CollegeDb, importId: string): Promise<ImportCounts> => {
  const { rows } = await sql<ImportCounts>`
    select count(*) as rows,
      count(*) filter (where decision = 'new' and status <> 'stop') as fresh,
      count(*) filter (where decision = 'update' and status <> 'stop') as updates,
      count(*) filter (where decision = 'merge' and status <> 'stop') as merged,
      count(*) filter (where decision <> 'skip' and status = 'stop') as stopped,
      count(*) filter (where decision = 'skip') as skipped,
      count(*) filter (where wrong) as wrong,
      count(*) filter (where wrong and status = 'ready') as mended,
      count(*) filter (where twin) as twins
    from (select decision, understood->>'status' as status, problems <> '[]' as wrong, duplicate is not null as twin
          from import_rows where import_id = ${importId}::uuid) read`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('counting gives one row');
  return counts;
};

export interface GroupOfRows {
  readonly code: string;
  readonly course: number | null;
  readonly people: number;
}

/** Groups that the rows name, with how many people each. */
export const groupsOfRows = async (db: CollegeDb, importId: string): Promise<GroupOfRows[]> => {
  const { rows } = await sql<GroupOfRows>`
    select understood->'values'->>'group' as code, max((understood->'values'->>'course')::int) as course, count(*) as people
    from import_rows
    where import_id = ${importId}::uuid and decision <> 'skip' and understood->>'status' <> 'stop'
      and understood->'values'->>'group' is not null
    group by 1 order by 1`.execute(db);
  return rows;
};

/** Rows in which the file wrote a group so. */
export const rowsWithGroup = async (db: CollegeDb, importId: string, typed: string): Promise<StoredRow[]> => {
  const wanted = JSON.stringify([{ kind: 'group-similar', value: typed }]);
  const rows = await selectRows(db, importId).where(sql<boolean>`problems @> ${wanted}::jsonb`).execute();
  return rows.map(toRow);
};

/** How the file wrote groups that are known by another name, and how often. */
export const typedGroups = async (db: CollegeDb, importId: string): Promise<{ typed: string; rows: number }[]> => {
  const { rows } = await sql<{ typed: string; rows: number }>`
    select problem->>'value' as typed, count(*) as rows
    from import_rows, jsonb_array_elements(problems) problem
    where import_id = ${importId}::uuid and problem->>'kind' = 'group-similar'
    group by 1 order by 1`.execute(db);
  return rows;
};
