import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { FullName, PersonKind } from '../people/person.ts';
import { wordsOf } from '../people/register-rows.ts';
import { type Base, kindsOfBase } from './member.ts';

export type Visible = 'all' | readonly string[];
export type Condition = RawBuilder<boolean>;

export const all = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`${sql.join([sql`true`, ...conditions], sql` and `)}`;

/** Conditions on `persons p`. */
export const inGroups = (visible: Visible): Condition[] =>
  visible === 'all' ? [] : [sql<boolean>`p.group_id = any(${sql.val([...visible])}::uuid[])`];

const escaped = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Every word of the search stands somewhere in the person's search text. */
export const searched = (search: string): Condition[] =>
  wordsOf(search).map((word) => sql<boolean>`p.search like ${`%${escaped(word)}%`}`);

/** What a line of a register or of a list of gaps says about a person. */
export interface PersonLine extends FullName {
  readonly id: string;
  readonly kind: PersonKind;
  readonly birthDay: Day | null;
  readonly post: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
}

export const lineColumns = sql`p.id, p.kind, p.last_name as "lastName", p.first_name as "firstName", p.patronymic,
  p.birth_day as "birthDay", p.post, p.group_id as "groupId", g.code as "groupCode"`;

export const byName = sql`p.last_name, p.first_name, p.patronymic, p.id`;

/** Puts people into a base; who left it is back from this day. Answers the ids of those who were not there before. */
export const enter = async (db: CollegeDb, base: Base, personIds: readonly string[], on: Day): Promise<string[]> => {
  const table = sql.table(base);
  const { rows } = await sql<{ person_id: string }>`
    insert into ${table} as b (person_id, entered_on)
    select p.id, ${on}::date from persons p
    where p.id = any(${sql.val([...personIds])}::uuid[]) and p.left_on is null
      and p.kind = any(${sql.val([...kindsOfBase[base]])}::text[])
    on conflict (college_id, person_id) do update
      set entered_on = excluded.entered_on, left_on = null, left_reason = '', version = b.version + 1
      where b.left_on is not null
    returning person_id`.execute(db);
  return rows.map(({ person_id }) => person_id);
};

/** Ends a membership; false when the person is not in the base. Walls: 'running_pair_holds'. */
export const leave = async (db: CollegeDb, base: Base, personId: string, on: Day, reason: string): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update ${sql.table(base)} set left_on = greatest(${on}::date, entered_on), left_reason = ${reason}, version = version + 1
    where person_id = ${personId}::uuid and left_on is null`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

export interface CandidateFilter {
  readonly search: string;
  readonly groupId: string | null;
}

/** People who may enter a base and are not in it. */
export const candidatesFor = async (
  db: CollegeDb,
  base: Base,
  { search, groupId }: CandidateFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ people: PersonLine[]; total: number }> => {
  const where = all([
    sql`p.left_on is null`,
    sql`p.kind = any(${sql.val([...kindsOfBase[base]])}::text[])`,
    sql`not exists (select from ${sql.table(base)} b where b.person_id = p.id and b.left_on is null)`,
    ...(groupId ? [sql<boolean>`p.group_id = ${groupId}::uuid`] : []),
    ...searched(search),
  ]);
  const count = await sql<{ count: number }>`select count(*) as count from persons p where ${where}`.execute(db);
  const people = await sql<PersonLine>`
    select ${lineColumns} from persons p left join study_groups g on g.id = p.group_id
    where ${where} order by ${byName} limit ${perPage} offset ${(page - 1) * perPage}`.execute(db);
  return { people: people.rows, total: count.rows[0]?.count ?? 0 };
};

export interface GroupLine {
  readonly id: string;
  readonly code: string;
}

/** Groups that still study, by their codes. */
export const groupsOf = async (db: CollegeDb, visible: Visible): Promise<GroupLine[]> => {
  const query = db.selectFrom('study_groups').select(['id', 'code']).where('graduated_on', 'is', null).orderBy('code');
  return (visible === 'all' ? query : query.where(sql<boolean>`id = any(${sql.val([...visible])}::uuid[])`)).execute();
};
