import type { CollegeDb } from '../../platform/db.ts';
import type { Comparable } from './find-duplicates.ts';
import type { KnownGroup } from './group-name.ts';
import type { PersonField } from './person-values.ts';

/** Everybody of the college, as far as twins go. */
export const comparablePeople = async (db: CollegeDb): Promise<(Comparable & { readonly id: string })[]> =>
  db
    .selectFrom('persons as p')
    .leftJoin('study_groups as g', 'g.id', 'p.group_id')
    .select([
      'p.id',
      'p.last_name as lastName',
      'p.first_name as firstName',
      'p.patronymic',
      'p.birth_day as birthDay',
      'p.phone',
      'g.code as group',
    ])
    .where('p.left_on', 'is', null)
    .execute();

export const knownGroups = async (db: CollegeDb): Promise<KnownGroup[]> => {
  const rows = await db.selectFrom('study_groups').select(['code', 'graduated_on as graduatedOn']).execute();
  return rows.map(({ code, graduatedOn }) =>
    graduatedOn === null ? { code } : { code, graduated: Number(graduatedOn.slice(0, 4)) },
  );
};

export interface Remembered {
  readonly columns: Readonly<Record<string, PersonField | 'skip'>>;
  readonly groups: Readonly<Record<string, string>>;
}

/** What the college taught the reader in earlier imports. */
export const remembered = async (db: CollegeDb): Promise<Remembered> => {
  const rows = await db.selectFrom('import_memory').select(['kind', 'key', 'value']).execute();
  const of = (kind: 'column' | 'group') =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ key, value }) => [key, value]));
  return { columns: of('column') as Remembered['columns'], groups: of('group') };
};

export const remember = (db: CollegeDb, kind: 'column' | 'group', key: string, value: string) =>
  db
    .insertInto('import_memory')
    .values({ kind, key, value })
    .onConflict((clash) => clash.columns(['college_id', 'kind', 'key']).doUpdateSet({ value }))
    .execute();

export const forget = (db: CollegeDb, kind: 'column' | 'group', key: string) =>
  db.deleteFrom('import_memory').where('kind', '=', kind).where('key', '=', key).execute();
