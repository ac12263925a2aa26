import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { refusedBy } from '../../platform/db.ts';

export interface Nomination {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly criteria: string;
  readonly side: 'mentor' | 'mentee';
  readonly closesOn: Day;
  readonly version: number;
  readonly named: number;
  readonly awarded: number;
}

export interface Nominee {
  readonly personId: string;
  readonly name: string;
  readonly words: string;
  readonly namedOn: Day;
  readonly awardedOn: Day | null;
}

const selectNominations = (db: CollegeDb) =>
  db
    .selectFrom('nominations as n')
    .select([
      'n.id',
      'n.year',
      'n.title',
      'n.criteria',
      'n.side',
      'n.closes_on as closesOn',
      'n.version',
      sql<number>`(select count(*) from nominees m where m.nomination_id = n.id)::int`.as('named'),
      sql<number>`(select count(*) from nominees m where m.nomination_id = n.id and m.awarded_on is not null)::int`.as(
        'awarded',
      ),
    ]);

export const nominationsOf = (db: CollegeDb, year: number): Promise<Nomination[]> =>
  selectNominations(db).where('n.year', '=', year).orderBy('n.closes_on').orderBy('n.title').execute();

export const nominationById = (db: CollegeDb, id: string): Promise<Nomination | undefined> =>
  selectNominations(db).where('n.id', '=', id).executeTakeFirst();

export const nomineesOf = (db: CollegeDb, nominationId: string): Promise<Nominee[]> =>
  db
    .selectFrom('nominees as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select([
      'm.person_id as personId',
      sql<string>`concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, ''))`.as('name'),
      'm.words',
      'm.named_on as namedOn',
      'm.awarded_on as awardedOn',
    ])
    .where('m.nomination_id', '=', nominationId)
    .orderBy(sql`m.awarded_on is null`)
    .orderBy('name')
    .execute();

export type NominationInput = Pick<Nomination, 'title' | 'criteria' | 'side' | 'closesOn'>;

/** undefined: the year has a nomination of this name. */
export const insertNomination = async (
  db: CollegeDb,
  { title, criteria, side, closesOn, year }: NominationInput & { readonly year: number },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('nominations')
    .values({ year, title, criteria, side, closes_on: closesOn })
    .onConflict((clash) => clash.columns(['college_id', 'year', 'title']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

export const updateNomination = async (
  db: CollegeDb,
  { id, version, title, criteria, side, closesOn }: NominationInput & { readonly id: string; readonly version: number },
): Promise<'done' | 'changed-meanwhile' | 'title-taken'> => {
  let changed = 0n;
  const wall = await refusedBy(db, async () => {
    const { numUpdatedRows } = await db
      .updateTable('nominations')
      .set((is) => ({ title, criteria, side, closes_on: closesOn, version: is('version', '+', 1) }))
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    changed = numUpdatedRows;
  });
  if (wall) return 'title-taken';
  return changed > 0n ? 'done' : 'changed-meanwhile';
};

/** Names somebody, or writes other words about who is named already. */
export const putNominee = async (
  db: CollegeDb,
  nominationId: string,
  nominee: { readonly personId: string; readonly words: string; readonly namedOn: Day; readonly accountId: string },
): Promise<void> => {
  await db
    .insertInto('nominees')
    .values({
      nomination_id: nominationId,
      person_id: nominee.personId,
      words: nominee.words,
      named_on: nominee.namedOn,
      account_id: nominee.accountId,
    })
    .onConflict((clash) =>
      clash.columns(['college_id', 'nomination_id', 'person_id']).doUpdateSet({ words: nominee.words }),
    )
    .execute();
};

export const setAwarded = async (
  db: CollegeDb,
  nominationId: string,
  personIds: readonly string[],
  on: Day,
): Promise<void> => {
  await sql`
    update nominees set awarded_on = case when person_id = any(${sql.val([...personIds])}::uuid[]) then ${on}::date end
    where nomination_id = ${nominationId}::uuid`.execute(db);
};

/** Awards of a person, the newest first. */
export const awardsOf = (db: CollegeDb, personId: string): Promise<{ title: string; year: number; on: Day }[]> =>
  db
    .selectFrom('nominees as m')
    .innerJoin('nominations as n', 'n.id', 'm.nomination_id')
    .select(['n.title', 'n.year', sql<Day>`m.awarded_on`.as('on')])
    .where('m.person_id', '=', personId)
    .where('m.awarded_on', 'is not', null)
    .orderBy('m.awarded_on', 'desc')
    .execute();
