import { type RawBuilder, sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { StoredFile } from '../../platform/storage.ts';
import { type Owning, type Place, withoutInner } from './place.ts';

const ownPairs = (personId: string) =>
  sql`select x.id from pairs x where ${personId}::uuid in (x.mentor_id, x.mentee_id)`;

/** A draft under the mentor's pen is not the mentee's yet. */
const ownVersions = (personId: string) => sql`
  select v.id from plan_versions v join plans n on n.id = v.plan_id join pairs x on x.id = n.pair_id
  where x.mentor_id = ${personId}::uuid or (x.mentee_id = ${personId}::uuid and v.state <> 'draft')`;

const condition = (by: Owning, personId: string, table: string): RawBuilder<unknown> => {
  if ('column' in by) return sql`t.${sql.ref(by.column)} = ${personId}::uuid`;
  switch (by.through) {
    case 'pair':
      return sql`t.pair_id in (${ownPairs(personId)})`;
    case 'plan':
      return table === 'plan_versions'
        ? sql`t.id in (${ownVersions(personId)})`
        : sql`t.plan_id in (select n.id from plans n where n.pair_id in (${ownPairs(personId)}))`;
    case 'version':
      return sql`t.version_id in (${ownVersions(personId)})`;
    case 'meeting':
      return sql`t.meeting_id in (select m.id from meetings m where m.pair_id in (${ownPairs(personId)}))`;
    case 'sheet':
      return sql`t.sheet_id in (select s.id from questionnaire_sheets s where s.person_id = ${personId}::uuid)`;
    case 'question':
      return sql`t.question_id in (select q.id from curator_questions q where q.person_id = ${personId}::uuid)`;
  }
};

const whereOf = ({ by, only, table }: Place, personId: string) =>
  sql`(${sql.join(
    by.map((one) => condition(one, personId, table)),
    sql` or `,
  )})${only === undefined ? sql`` : sql` and ${sql.raw(only)}`}`;

/** How many rows stand in each of these places, in their order: one query. */
export const countPlaces = async (db: CollegeDb, places: readonly Place[], personId: string): Promise<number[]> => {
  if (places.length === 0) return [];
  const counts = places.map(
    (place, at) =>
      sql`select ${sql.lit(at)}::int as at, count(*)::int as count from ${sql.table(place.table)} t where ${whereOf(place, personId)}`,
  );
  const { rows } = await sql<{ at: number; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  const byPlace = new Map(rows.map(({ at, count }) => [at, count]));
  return places.map((_, at) => byPlace.get(at) ?? 0);
};

/** The rows themselves, without keys and counters. Not for sealed places. */
export const rowsIn = async (db: CollegeDb, place: Place, personId: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(place.table)} t where ${whereOf(place, personId)} limit 5000`.execute(
    db,
  );
  return rows.map(({ row }) => withoutInner(row));
};

/** Columns by which any table of the house names a person: what the catalogue says, not what somebody remembered to list. */
export const personColumns = async (db: CollegeDb): Promise<{ readonly table: string; readonly column: string }[]> => {
  const { rows } = await sql<{ table: string; column: string }>`
    select distinct c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid in ('persons'::regclass, 'mentors'::regclass, 'mentees'::regclass)
      and a.attname ~ '_id$' and a.attname <> 'college_id' and a.atttypid = 'uuid'::regtype
      and has_table_privilege(c.conrelid, 'select')
    order by 1, 2`.execute(db);
  return rows;
};

export interface Reading {
  readonly at: Date;
  readonly actorName: string;
}

/** Who opened the confidential part of a person's needs, the newest first. */
export const readingsOf = async (db: CollegeDb, personId: string): Promise<Reading[]> =>
  db
    .selectFrom('journal')
    .select(['at', 'actor_name as actorName'])
    .where('subject_kind', '=', 'person')
    .where('subject_id', '=', personId)
    .where('action', '=', 'need-secret.read')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();

/** Files that stand in the person's own records: scans of consents and references, files of meetings, signed plans. */
export const filesOf = async (db: CollegeDb, personId: string): Promise<StoredFile[]> => {
  const { rows } = await sql<StoredFile>`
    select f.id, f.sha256, f.size, f.media_type as "mediaType", f.name from files f where f.id in (
      select scan_file_id from consents where person_id = ${personId}::uuid
      union select scan_file_id from clearances where person_id = ${personId}::uuid
      union select scan_file_id from legal_bases where person_id = ${personId}::uuid
      union select scan_file_id from outside_courses where person_id = ${personId}::uuid
      union select scan_file_id from plan_agreements where version_id in (${ownVersions(personId)})
      union select file_id from meeting_files where meeting_id in (
        select m.id from meetings m where m.pair_id in (${ownPairs(personId)})))
    order by f.name, f.id`.execute(db);
  return rows;
};
