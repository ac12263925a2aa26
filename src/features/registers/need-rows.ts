import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { all, inGroups, type Visible } from './member-rows.ts';
import type { NeedSource } from './need.ts';

export interface Need {
  readonly id: string;
  readonly personId: string;
  readonly year: number;
  readonly topic: string;
  readonly note: string;
  readonly source: NeedSource;
  readonly confidential: boolean;
  readonly statedOn: Day;
  readonly withdrawnOn: Day | null;
  /** Whether a confidential note lies apart. */
  readonly hasSecret: boolean;
}

const selectNeeds = (db: CollegeDb) =>
  db
    .selectFrom('needs')
    .select([
      'id',
      'person_id as personId',
      'year',
      'topic',
      'note',
      'source',
      'confidential',
      'stated_on as statedOn',
      'withdrawn_on as withdrawnOn',
      sql<boolean>`exists (select from need_secrets s where s.need_id = needs.id)`.as('hasSecret'),
    ])
    .orderBy('stated_on')
    .orderBy('created_at')
    .orderBy('id');

/** Needs of some people in one academic year that were not withdrawn. Never with secret notes: those lie apart. */
export const openNeeds = (db: CollegeDb, year: number, personIds: readonly string[]): Promise<Need[]> =>
  selectNeeds(db)
    .where('year', '=', year)
    .where('withdrawn_on', 'is', null)
    .where(sql<boolean>`person_id = any(${sql.val([...personIds])}::uuid[])`)
    .execute();

export const needById = (db: CollegeDb, id: string): Promise<Need | undefined> =>
  selectNeeds(db).where('id', '=', id).executeTakeFirst();

export type NewNeed = Pick<Need, 'personId' | 'year' | 'topic' | 'note' | 'source' | 'confidential' | 'statedOn'> & {
  /** null: nobody signed in, the need came by a link. */
  readonly accountId: string | null;
};

const valuesOf = (need: NewNeed) => ({
  person_id: need.personId,
  year: need.year,
  topic: need.topic,
  note: need.note,
  source: need.source,
  confidential: need.confidential,
  stated_on: need.statedOn,
  account_id: need.accountId,
});

/** Writes needs; one that is already open (same person, year and topic) is passed over. Answers what was written. */
export const insertNeeds = async (
  db: CollegeDb,
  needs: readonly NewNeed[],
): Promise<{ id: string; personId: string; topic: string; confidential: boolean }[]> => {
  if (needs.length === 0) return [];
  return db
    .insertInto('needs')
    .values(needs.map(valuesOf))
    .onConflict((clash) =>
      clash
        .columns(['college_id', 'person_id', 'year', 'topic', 'confidential'])
        .where('withdrawn_on', 'is', null)
        .doNothing(),
    )
    .returning(['id', 'person_id as personId', 'topic', 'confidential'])
    .execute();
};

/** False when it was withdrawn before. */
export const withdrawNeedRow = async (db: CollegeDb, id: string, on: Day): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('needs')
    .set({ withdrawn_on: on })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

export const insertSecret = async (db: CollegeDb, needId: string, note: string, accountId: string): Promise<void> => {
  await db.insertInto('need_secrets').values({ need_id: needId, note, account_id: accountId }).execute();
};

/** Only `readSecret` asks for it: reading is journaled. */
export const secretNote = async (db: CollegeDb, needId: string): Promise<string | undefined> =>
  (await db.selectFrom('need_secrets').select('note').where('need_id', '=', needId).executeTakeFirst())?.note;

export interface HeatCell {
  readonly groupId: string;
  /** null: confidential needs, all topics together. */
  readonly topic: string | null;
  readonly people: number;
}

/** How many people of each group need what. With `secrets` confidential needs count among their topics. */
export const heatOf = async (db: CollegeDb, year: number, visible: Visible, secrets: boolean): Promise<HeatCell[]> => {
  const topic = secrets ? sql`n.topic` : sql`case when n.confidential then null else n.topic end`;
  const { rows } = await sql<HeatCell>`
    select p.group_id as "groupId", ${topic} as topic, count(distinct p.id) as people
    from needs n join mentees m on m.person_id = n.person_id join persons p on p.id = n.person_id
    where ${all([
      sql`n.year = ${year} and n.withdrawn_on is null and m.left_on is null and p.left_on is null`,
      sql`p.group_id is not null`,
      ...inGroups(visible),
    ])}
    group by 1, 2`.execute(db);
  return rows;
};

/** The sheet of a group was handed in, with or without needs in it. */
export const answerSheet = async (
  db: CollegeDb,
  sheet: { groupId: string; year: number; on: Day; accountId: string | null },
): Promise<void> => {
  const answer = { answered_on: sheet.on, account_id: sheet.accountId };
  await db
    .insertInto('need_sheets')
    .values({ group_id: sheet.groupId, year: sheet.year, ...answer })
    .onConflict((clash) => clash.columns(['college_id', 'group_id', 'year']).doUpdateSet(answer))
    .execute();
};

export interface GroupAnswer {
  readonly id: string;
  readonly code: string;
  readonly people: number;
  /** How many of them need something. */
  readonly withNeed: number;
  /** When the class teacher handed the sheet in; a group with at least one need has answered without it. */
  readonly answeredOn: Day | null;
}

/** Every group that studies now, and how it answered in this academic year. */
export const groupAnswers = async (db: CollegeDb, year: number, visible: Visible = 'all'): Promise<GroupAnswer[]> => {
  const groups = visible === 'all' ? sql`true` : sql`g.id = any(${sql.val([...visible])}::uuid[])`;
  const { rows } = await sql<GroupAnswer>`
    select g.id, g.code, count(p.id) as people, count(n.person_id) as "withNeed", max(s.answered_on) as "answeredOn"
    from study_groups g
    left join persons p on p.group_id = g.id and p.kind = 'student' and p.left_on is null
    left join (select distinct person_id from needs where year = ${year} and withdrawn_on is null) n on n.person_id = p.id
    left join need_sheets s on s.group_id = g.id and s.year = ${year}
    where g.graduated_on is null and ${groups}
    group by g.id, g.code order by g.code`.execute(db);
  return rows;
};

/** Takes an import's needs of these people back, and the people out of the base where nothing else holds them there. */
export const takeBackImported = async (db: CollegeDb, personIds: readonly string[]): Promise<void> => {
  if (personIds.length === 0) return;
  const ids = [...personIds];
  await db.deleteFrom('needs').where('source', '=', 'import').where('person_id', 'in', ids).execute();
  await sql`
    delete from mentees m where m.person_id = any(${sql.val(ids)}::uuid[])
      and not exists (select from needs n where n.person_id = m.person_id)
      and not exists (select from pairs x where x.mentee_id = m.person_id)
      and not exists (select from pair_wishes w where w.mentee_id = m.person_id)
      and not exists (select from proposal_pairs q where q.mentee_id = m.person_id)`.execute(db);
};
