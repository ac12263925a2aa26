import { type ExpressionBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { refusedBy } from '../../platform/db.ts';
import type { DB } from '../../platform/generated/schema.ts';
import type { Pair } from './pair.ts';

export interface Side {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  /** Post of staff, organisation of specialists; '' for students. */
  readonly place: string;
}

export interface ListedPair extends Pair {
  readonly mentor: Side;
  readonly mentee: Side;
  readonly orderNumber: string | null;
  readonly orderDay: Day | null;
  readonly orderStatus: string | null;
  /** Name of the pair's group. */
  readonly groupName: string | null;
}

export interface PairFilter {
  readonly search?: string;
  readonly form?: string;
  readonly groupId?: string;
  readonly state?: 'coming' | 'working' | 'over' | 'no-order' | undefined;
  readonly personId?: string;
  readonly orderId?: string;
  readonly pairGroupId?: string;
}

const side = (alias: 'mentor' | 'mentee') =>
  sql<Side>`(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'patronymic', p.patronymic,
    'groupId', p.group_id, 'groupCode', g.code,
    'place', concat_ws(', ', nullif(p.post, ''), o.name))
    from persons p left join study_groups g on g.college_id = p.college_id and g.id = p.group_id
      left join organisations o on o.college_id = p.college_id and o.id = p.organisation_id
    where p.college_id = pairs.college_id and p.id = ${sql.ref(`pairs.${alias}_id`)})`.as(alias);

/** No order names the pair, or the one that did was withdrawn. */
const withoutOrder = sql<boolean>`(pairs.order_id is null or exists (
  select from documents o where o.college_id = pairs.college_id and o.id = pairs.order_id and o.status = 'cancelled'))`;

const selectPairs = (db: CollegeDb) =>
  db
    .selectFrom('pairs')
    .leftJoin('documents', (on) =>
      on.onRef('documents.college_id', '=', 'pairs.college_id').onRef('documents.id', '=', 'pairs.order_id'),
    )
    .select([
      'pairs.id',
      'pairs.mentor_id as mentorId',
      'pairs.mentee_id as menteeId',
      'pairs.form',
      'pairs.variant',
      'pairs.from_day as from',
      'pairs.till_day as till',
      'pairs.order_id as orderId',
      'pairs.end_reason as endReason',
      'pairs.group_id as groupId',
      'pairs.replaces_id as replacesId',
      'pairs.version',
      'documents.number as orderNumber',
      'documents.day as orderDay',
      'documents.status as orderStatus',
    ])
    .select([side('mentor'), side('mentee')])
    .select(
      sql<
        string | null
      >`(select g.name from pair_groups g where g.college_id = pairs.college_id and g.id = pairs.group_id)`.as(
        'groupName',
      ),
    );

const matching = (filter: PairFilter, today: Day) => (is: ExpressionBuilder<DB, 'pairs'>) => {
  const all = [sql<boolean>`true`];
  if (filter.form) all.push(sql`pairs.form = ${filter.form}`);
  if (filter.orderId) all.push(sql`pairs.order_id = ${filter.orderId}`);
  if (filter.pairGroupId) all.push(sql`pairs.group_id = ${filter.pairGroupId}`);
  if (filter.personId) all.push(sql`${filter.personId}::uuid in (pairs.mentor_id, pairs.mentee_id)`);
  if (filter.state === 'coming') all.push(sql`pairs.from_day > ${today}::date`);
  if (filter.state === 'working') all.push(sql`${today}::date between pairs.from_day and pairs.till_day`);
  if (filter.state === 'over') all.push(sql`pairs.till_day < ${today}::date`);
  if (filter.state === 'no-order') all.push(sql`${withoutOrder} and pairs.till_day >= ${today}::date`);
  const anySide = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<boolean>`exists (select from persons p where p.college_id = pairs.college_id and p.id in (pairs.mentor_id, pairs.mentee_id) and ${condition})`;
  if (filter.groupId) all.push(anySide(sql`p.group_id = ${filter.groupId}::uuid`));
  for (const word of (filter.search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean)) {
    all.push(anySide(sql`p.search like ${`%${word.replace(/[%_\\]/g, '\\$&')}%`}`));
  }
  return is.and(all);
};

/** Surname first, as lists are read. */
const mentorName = sql`(select concat_ws(' ', p.last_name, p.first_name, p.patronymic) from persons p
  where p.college_id = pairs.college_id and p.id = pairs.mentor_id)`;

export const pairsBy = async (
  db: CollegeDb,
  filter: PairFilter,
  today: Day,
  { limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<ListedPair[]> =>
  selectPairs(db)
    .where(matching(filter, today))
    .orderBy('pairs.from_day', 'desc')
    .orderBy(mentorName)
    .orderBy('pairs.id')
    .limit(limit)
    .offset(offset)
    .execute();

export const countPairs = async (db: CollegeDb, filter: PairFilter, today: Day): Promise<number> => {
  const { total } = await db
    .selectFrom('pairs')
    .select((is) => is.fn.countAll<number>().as('total'))
    .where(matching(filter, today))
    .executeTakeFirstOrThrow();
  return total;
};

export const pairById = (db: CollegeDb, id: string): Promise<ListedPair | undefined> =>
  selectPairs(db).where('pairs.id', '=', id).executeTakeFirst();

export interface NewPair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly form: string;
  readonly variant: string;
  readonly from: Day;
  readonly till: Day;
  readonly mentorConsentId: string;
  readonly menteeConsentId: string;
  readonly proposalId?: string | null;
  readonly accountId: string;
}

/**
 * Writes a pair on the mentor's first free place. Answers the pair's id, or the name of the wall that stood in the way:
 * `one_mentor_at_a_time`, `within_capacity`, `consent_in_force`, or a foreign key.
 */
export const insertPair = async (db: CollegeDb, pair: NewPair): Promise<{ id: string } | { wall: string }> => {
  const { capacity, taken } = await seats(db, pair);
  for (let seat = 1; seat <= capacity + 1; seat++) {
    // The place one past the capacity is tried too, so that the wall itself says why.
    if (taken.has(seat) && seat <= capacity) continue;
    let id = '';
    const wall = await refusedBy(db, async () => {
      const row = await db
        .insertInto('pairs')
        .values({
          mentor_id: pair.mentorId,
          mentee_id: pair.menteeId,
          form: pair.form,
          variant: pair.variant,
          from_day: pair.from,
          till_day: pair.till,
          seat,
          mentor_capacity: capacity,
          mentor_consent_id: pair.mentorConsentId,
          mentee_consent_id: pair.menteeConsentId,
          proposal_id: pair.proposalId ?? null,
          account_id: pair.accountId,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      id = row.id;
    });
    if (!wall) return { id };
    if (wall !== 'one_pair_per_seat') return { wall };
  }
  return { wall: 'within_capacity' };
};

const seats = async (
  db: CollegeDb,
  { mentorId, from, till }: NewPair,
): Promise<{ capacity: number; taken: Set<number> }> => {
  const mentor = await db
    .selectFrom('mentors')
    .select('capacity')
    .where('person_id', '=', mentorId)
    .forShare()
    .executeTakeFirst();
  const rows = await db
    .selectFrom('pairs')
    .select('seat')
    .where('mentor_id', '=', mentorId)
    .where('from_day', '<=', till)
    .where('till_day', '>=', from)
    .execute();
  return { capacity: mentor?.capacity ?? 0, taken: new Set(rows.map(({ seat }) => seat)) };
};

/** Ends a pair on a day. Answers false when somebody has changed it since. A pair that is over leaves the mentor's capacity alone. */
export const setPairEnd = async (
  db: CollegeDb,
  id: string,
  version: number,
  till: Day,
  reason: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('pairs')
    .set((is) => ({ till_day: till, end_reason: reason, mentor_capacity: null, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Takes away a pair that no signed order names and that has not begun. */
export const deletePair = async (db: CollegeDb, id: string): Promise<void> => {
  await db.deleteFrom('pairs').where('id', '=', id).execute();
};

export const putIntoOrder = async (db: CollegeDb, pairIds: readonly string[], orderId: string): Promise<void> => {
  await db
    .updateTable('pairs')
    .set({ order_id: orderId })
    .where(sql<boolean>`id = any(${sql.val([...pairIds])}::uuid[])`)
    .execute();
};

/** Pairs that need an order and may still get one, held for the transaction; by mentor. */
export const holdPairsWithoutOrder = async (
  db: CollegeDb,
  pairIds: readonly string[],
  today: Day,
): Promise<ListedPair[]> => {
  const chosen = sql<boolean>`pairs.id = any(${sql.val([...pairIds])}::uuid[])`;
  await db.selectFrom('pairs').select('pairs.id').where(chosen).orderBy('pairs.id').forUpdate().execute();
  return selectPairs(db)
    .where(chosen)
    .where(matching({ state: 'no-order' }, today))
    .orderBy('pairs.id')
    .execute();
};

/** Pairs by their ids, by mentor and mentee. */
export const pairsByIds = (db: CollegeDb, ids: readonly string[]): Promise<ListedPair[]> =>
  selectPairs(db)
    .where(sql<boolean>`pairs.id = any(${sql.val([...ids])}::uuid[])`)
    .orderBy(mentorName)
    .orderBy('pairs.id')
    .execute();

/** The pair that took over from this one. */
export const successorOf = (db: CollegeDb, id: string): Promise<ListedPair | undefined> =>
  selectPairs(db).where('pairs.replaces_id', '=', id).executeTakeFirst();

/** Names the pair that a new one took over from, and the group that it goes on in. */
export const succeed = async (
  db: CollegeDb,
  id: string,
  { replacesId, groupId }: { replacesId: string; groupId: string | null },
): Promise<void> => {
  await db.updateTable('pairs').set({ replaces_id: replacesId, group_id: groupId }).where('id', '=', id).execute();
};

/** The college's row is the queue: one publication after the other. */
export const queueForPublication = async (db: CollegeDb): Promise<void> => {
  await sql`select from colleges for update`.execute(db);
};

/** The pair with those before and after it, oldest first: one mentee, one mentor after the other. */
export const chainOf = async (db: CollegeDb, pair: ListedPair): Promise<ListedPair[]> => {
  const chain = [pair];
  for (let first = pair; first.replacesId !== null; ) {
    const before = await pairById(db, first.replacesId);
    if (!before) break;
    chain.unshift(before);
    first = before;
  }
  for (let next = await successorOf(db, pair.id); next; next = await successorOf(db, next.id)) chain.push(next);
  return chain;
};
