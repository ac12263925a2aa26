import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { FormChoice, NeedLine } from './form-need.ts';

/** Open needs of the year, of people who are in the base and have not left. */
export const needLines = async (db: CollegeDb, year: number): Promise<NeedLine[]> => {
  const { rows } = await sql<NeedLine>`
    select n.person_id as "personId", p.kind as "personKind", p.group_id as "groupId", n.topic, n.confidential,
      m.wanted_forms as "wantedForms"
    from needs n join mentees m on m.person_id = n.person_id join persons p on p.id = n.person_id
    where n.year = ${year} and n.withdrawn_on is null and m.left_on is null and p.left_on is null`.execute(db);
  return rows;
};

export interface FormDecision {
  readonly decidedOn: Day;
  readonly minutesId: string | null;
  readonly version: number;
  readonly choices: readonly FormChoice[];
}

export const decisionOf = async (db: CollegeDb, year: number): Promise<FormDecision | undefined> => {
  const decision = await db
    .selectFrom('form_decisions')
    .select(['decided_on as decidedOn', 'minutes_id as minutesId', 'version'])
    .where('year', '=', year)
    .executeTakeFirst();
  if (!decision) return undefined;
  const choices = await db
    .selectFrom('form_choices')
    .select(['form', 'chosen', 'needed', 'mentees', 'mentors', 'expected'])
    .where('year', '=', year)
    .orderBy('form')
    .execute();
  return { ...decision, choices };
};

/**
 * Writes the decision of a year. False when somebody has written one since that version (0: there was none).
 */
export const writeDecision = async (
  db: CollegeDb,
  year: number,
  decision: {
    readonly version: number;
    readonly on: Day;
    readonly accountId: string;
    readonly choices: readonly FormChoice[];
  },
): Promise<boolean> => {
  const { rows } = await sql<{ version: number }>`
    insert into form_decisions (year, decided_on, account_id) values (${year}, ${decision.on}, ${decision.accountId})
    on conflict (college_id, year) do update set decided_on = excluded.decided_on, account_id = excluded.account_id,
      version = form_decisions.version + 1
    where form_decisions.version = ${decision.version}
    returning version`.execute(db);
  if (rows[0]?.version !== decision.version + 1) return false;
  await db.deleteFrom('form_choices').where('year', '=', year).execute();
  await db
    .insertInto('form_choices')
    .values(decision.choices.map((choice) => ({ year, ...choice })))
    .execute();
  return true;
};

export const setMinutes = async (db: CollegeDb, year: number, minutesId: string): Promise<void> => {
  await db.updateTable('form_decisions').set({ minutes_id: minutesId }).where('year', '=', year).execute();
};
