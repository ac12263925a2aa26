import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { CaseOutcome, NoteKind, SupportCase, SupportNote } from './case.ts';

const select = (today: Day) => sql`
  select c.id, c.year, c.person_id as "personId", concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')) as name,
    coalesce(g.code, p.post) as place, c.opened_on as "openedOn", c.due_on as "dueOn", c.outcome, c.closed_on as "closedOn",
    c.version, exists (select from pairs x where x.mentee_id = c.person_id and x.till_day >= ${today}::date) as paired,
    (select count(*) from support_notes n where n.case_id = c.id and n.kind = 'attempt')::int as attempts
  from support_cases c join persons p on p.id = c.person_id left join study_groups g on g.id = p.group_id`;

/** Cases of a year and open ones of earlier years; open ones first, the nearest term first. */
export const casesOf = async (db: CollegeDb, year: number, today: Day): Promise<SupportCase[]> => {
  const { rows } = await sql<SupportCase>`${select(today)} where c.year = ${year} or c.closed_on is null
    order by c.closed_on desc nulls first, c.due_on, p.last_name, p.first_name, c.id`.execute(db);
  return rows;
};

export const caseById = async (db: CollegeDb, id: string, today: Day): Promise<SupportCase | undefined> => {
  const { rows } = await sql<SupportCase>`${select(today)} where c.id = ${id}::uuid`.execute(db);
  return rows[0];
};

/** Ids of open cases by person. */
export const openCasesOf = async (
  db: CollegeDb,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ personId: string; id: string }>`
    select person_id as "personId", id from support_cases
    where closed_on is null and person_id = any(${sql.val([...personIds])}::uuid[])`.execute(db);
  return new Map(rows.map(({ personId, id }) => [personId, id]));
};

/**
 * Mentees who go first at the next matching, those who wait longest before the others: with an open case, and still without
 * anybody.
 */
export const firstInLine = async (db: CollegeDb, year: number): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.person_id as id from support_cases c
    join mentees m on m.person_id = c.person_id and m.left_on is null
    where c.closed_on is null and c.year <= ${year} order by c.opened_on, c.created_at, c.person_id`.execute(db);
  return rows.map(({ id }) => id);
};

/** Walls: 'one_open_case', 'support_cases_check'. */
export const insertCase = async (
  db: CollegeDb,
  one: { year: number; personId: string; openedOn: Day; dueOn: Day; accountId: string },
): Promise<string> => {
  const { id } = await db
    .insertInto('support_cases')
    .values({
      year: one.year,
      person_id: one.personId,
      opened_on: one.openedOn,
      due_on: one.dueOn,
      account_id: one.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** False when somebody changed the case since that version, or it is closed. */
export const updateCase = async (
  db: CollegeDb,
  id: string,
  version: number,
  change: { dueOn: Day } | { outcome: CaseOutcome; closedOn: Day },
): Promise<boolean> => {
  const values = 'dueOn' in change ? { due_on: change.dueOn } : { outcome: change.outcome, closed_on: change.closedOn };
  const { numUpdatedRows } = await db
    .updateTable('support_cases')
    .set((is) => ({ ...values, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const insertNote = async (
  db: CollegeDb,
  note: { caseId: string; day: Day; kind: NoteKind; body: string; author: string; accountId: string },
): Promise<void> => {
  await db
    .insertInto('support_notes')
    .values({
      case_id: note.caseId,
      day: note.day,
      kind: note.kind,
      body: note.body,
      author: note.author,
      account_id: note.accountId,
    })
    .execute();
};

/** What was written in confidence, oldest first. */
export const notesOf = async (db: CollegeDb, caseId: string): Promise<SupportNote[]> =>
  (await db
    .selectFrom('support_notes')
    .select(['id', 'day', 'kind', 'body', 'author'])
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .execute()) as SupportNote[];
