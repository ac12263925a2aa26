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
  /** How many people of each kind are here, whatever the filters say. */
  readonly kinds: Readonly<Partial<Record<PersonKind, number>>>;
  /** How many of those who are here lack something in their cards. */
  readonly gaps: number;
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

/**
 * Holds every text that is at most one slip away from the word, and more: a slip leaves one half whole, unless it swaps
 * the two letters in the middle. A trigram index could not help: row-level security is asked before it.
 */
const resembling = (word: string): Condition => {
  if (word.length < 3) return holding(word);
  const middle = Math.floor(word.length / 2);
  const [left, right] = [word.slice(0, middle), word.slice(middle)];
  const swapped = `${left.slice(0, -1)}${right.slice(0, 1)}${left.slice(-1)}${right.slice(1)}`;
  return sql`(${holding(left)} or ${holding(right)} or ${holding(swapped)})`;
};

const all = (conditions: readonly Condition[]): Condition => sql`${sql.join([sql`true`, ...conditions], sql` and `)}`;

const order = ({ sort, descending }: RegisterFilter): RawBuilder<unknown> => {
  const way = descending ? sql`desc` : sql`asc`;
  const name = sql`p.last_name ${way}, p.first_name ${way}, p.patronymic ${way}, p.id ${way}`;
  if (sort === 'group') return sql`g.code ${way} nulls last, ${name}`;
  return sort === 'birth-day' ? sql`p.birth_day ${way} nulls last, ${name}` : name;
};

interface Counts {
  readonly matching: number;
  readonly kinds: Readonly<Partial<Record<PersonKind, number>>>;
  readonly gaps: number;
}

/** Everything that the register counts, in one look at the table. */
const count = async (db: CollegeDb, visible: Condition, where: Condition): Promise<Counts> => {
  const { rows } = await sql<{ kind: PersonKind; here: number; gaps: number; matching: number }>`
    select p.kind, count(*) filter (where p.left_on is null) as here,
      count(*) filter (where p.left_on is null and ${lacking}) as gaps, count(*) filter (where ${where}) as matching
    from persons p where ${visible} group by p.kind`.execute(db);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    matching: sum((row) => row.matching),
    gaps: sum((row) => row.gaps),
    kinds: Object.fromEntries(rows.filter(({ here }) => here > 0).map(({ kind, here }) => [kind, here])),
  };
};

/** At most one typo away in every word. */
const closeIds = async (db: CollegeDb, words: readonly string[], rest: readonly Condition[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string; search: string }>`
    select p.id, p.search from persons p where ${all([...rest, ...words.map(resembling)])}`.execute(db);
  return rows.filter(({ search }) => words.every((word) => closeTo(word, search))).map(({ id }) => id);
};

/** Ids first, the cards of one page then: joining what is skipped over would cost more than the page. */
const pageOf = async (
  db: CollegeDb,
  where: Condition,
  filter: RegisterFilter,
  { page, perPage }: Paging,
): Promise<Person[]> => {
  const group = filter.sort === 'group' ? sql`left join study_groups g on g.id = p.group_id` : sql``;
  const { rows: ids } = await sql<{ id: string }>`
    select p.id from persons p ${group} where ${where}
    order by ${order(filter)} limit ${perPage} offset ${(page - 1) * perPage}`.execute(db);
  const rows = await selectPersons(db)
    .where(sql<boolean>`p.id = any(${sql.val(ids.map(({ id }) => id))}::uuid[])`)
    .orderBy(order(filter))
    .execute();
  return rows.map(toPerson);
};

interface Paging {
  readonly page: number;
  readonly perPage: number;
}

/** One page of the register. Exact matches of all words; only where there are none, those at most one typo away. */
export const registerPage = async (
  db: CollegeDb,
  visible: 'all' | readonly string[],
  filter: RegisterFilter,
  paging: Paging,
): Promise<RegisterPage> => {
  const words = wordsOf(filter.search);
  const rest = filters(filter, visible);
  const exact = all([...rest, ...words.map(holding)]);
  const { matching, kinds, gaps } = await count(db, all(isGroup(visible)), exact);
  if (matching > 0)
    return { people: await pageOf(db, exact, filter, paging), total: matching, close: false, kinds, gaps };

  const ids = words.length > 0 ? await closeIds(db, words, rest) : [];
  if (ids.length === 0) return { people: [], total: 0, close: false, kinds, gaps };
  const close: Condition = sql`p.id = any(${sql.val(ids)}::uuid[])`;
  return { people: await pageOf(db, close, filter, paging), total: ids.length, close: true, kinds, gaps };
};
