import { type RawBuilder, sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import { type Person, type PersonKind, phoneDigits, plain } from './person.ts';
import { selectPersons, toPerson } from './rows.ts';
import { closeTo } from './search.ts';

export type RegisterSort = 'name' | 'group' | 'birth-day';

export interface RegisterFilter {
  readonly search: string;
  readonly kind: PersonKind | null;
  readonly groupId: string | null;
  readonly onlyGaps: boolean;
  /** Those who left are shown instead of those who are here. */
  readonly left: boolean;
  readonly sort: RegisterSort;
  readonly descending: boolean;
}

export interface RegisterPage {
  readonly people: readonly Person[];
  readonly total: number;
  /** Nothing matched exactly: these are at most one typo away. */
  readonly close: boolean;
}

type Condition = RawBuilder<boolean>;

const isGroup = (visible: 'all' | readonly string[]): Condition[] =>
  visible === 'all' ? [] : [sql`p.group_id = any(${sql.val([...visible])}::uuid[])`];

/** The same as `gapsOf` of person.ts. */
const lacking: Condition = sql`(
  (p.kind = 'student' and (p.birth_day is null or p.group_id is null))
  or (p.phone is null and not (p.kind = 'student' and p.representative_phone is not null))
  or (p.kind in ('staff', 'specialist') and p.post = '')
  or (p.kind = 'specialist' and p.organisation_id is null)
  or (p.kind <> 'representative' and p.gender is null))`;

const filters = (filter: RegisterFilter, visible: 'all' | readonly string[]): Condition[] => [
  ...isGroup(visible),
  filter.left ? sql`p.left_on is not null` : sql`p.left_on is null`,
  ...(filter.kind ? [sql<boolean>`p.kind = ${filter.kind}`] : []),
  ...(filter.groupId ? [sql<boolean>`p.group_id = ${filter.groupId}::uuid`] : []),
  ...(filter.onlyGaps ? [lacking] : []),
];

/** Words of a search; digits of a telephone typed in groups count as one word. */
export const wordsOf = (search: string): string[] => {
  const text = plain(search);
  const digits = phoneDigits(text);
  if (digits.length >= 4 && /^[+\d\s()-]+$/.test(text)) return [digits];
  return text.split(' ').filter(Boolean).slice(0, 6);
};

const escaped = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const holding = (word: string): Condition => sql`p.search like ${`%${escaped(word)}%`}`;

/** Uses the trigram index; what it lets through is looked at word by word. */
const resembling = (word: string): Condition =>
  word.length < 3 ? holding(word) : sql`(p.search like ${`%${escaped(word)}%`} or ${word} <% p.search)`;

const all = (conditions: readonly Condition[]): Condition => sql`${sql.join([sql`true`, ...conditions], sql` and `)}`;

const order = ({ sort, descending }: RegisterFilter): RawBuilder<unknown> => {
  const way = descending ? sql`desc` : sql`asc`;
  const name = sql`p.last_name ${way}, p.first_name ${way}, p.patronymic ${way}, p.id ${way}`;
  if (sort === 'group') return sql`g.code ${way} nulls last, ${name}`;
  return sort === 'birth-day' ? sql`p.birth_day ${way} nulls last, ${name}` : name;
};

const count = async (db: CollegeDb, where: Condition): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from persons p where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** Candidates that are looked at one by one when nothing matches exactly. */
const candidates = 400;

/** At most one typo away in every word, in the order of names. */
const closeIds = async (db: CollegeDb, words: readonly string[], rest: readonly Condition[]): Promise<string[]> => {
  await sql`set local pg_trgm.word_similarity_threshold = 0.35`.execute(db);
  const { rows } = await sql<{ id: string; search: string }>`
    select p.id, p.search from persons p where ${all([...rest, ...words.map(resembling)])}
    order by word_similarity(${words.join(' ')}, p.search) desc limit ${candidates}`.execute(db);
  return rows.filter(({ search }) => words.every((word) => closeTo(word, search))).map(({ id }) => id);
};

/** One page of the register. Exact matches of all words; only where there are none, those at most one typo away. */
export const registerPage = async (
  db: CollegeDb,
  visible: 'all' | readonly string[],
  filter: RegisterFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<RegisterPage> => {
  const words = wordsOf(filter.search);
  const rest = filters(filter, visible);
  let where = all([...rest, ...words.map(holding)]);
  let total = await count(db, where);
  const close = total === 0 && words.length > 0;
  if (close) {
    const ids = await closeIds(db, words, rest);
    where = sql`p.id = any(${sql.val(ids)}::uuid[])`;
    total = ids.length;
  }
  if (total === 0) return { people: [], total, close: false };
  const rows = await selectPersons(db)
    .where(where)
    .orderBy(order(filter))
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return { people: rows.map(toPerson), total, close };
};

/** How many of those who are here lack something in their cards. */
export const countGaps = (db: CollegeDb, visible: 'all' | readonly string[]): Promise<number> =>
  count(db, all([...isGroup(visible), sql`p.left_on is null`, lacking]));

/** How many people of each kind are here. */
export const countKinds = async (
  db: CollegeDb,
  visible: 'all' | readonly string[],
): Promise<Readonly<Partial<Record<PersonKind, number>>>> => {
  const { rows } = await sql<{ kind: PersonKind; count: number }>`
    select p.kind, count(*) as count from persons p
    where ${all([...isGroup(visible), sql`p.left_on is null`])} group by p.kind`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
};
