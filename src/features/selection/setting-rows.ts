import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import { type Demand, type DemandMode, type Demands, usualDemands } from './demand.ts';
import type { ClearanceKind, Rule, RuleKind } from './requirement.ts';

export interface Question {
  readonly id: string;
  /** '' for every form. */
  readonly form: string;
  readonly question: string;
}

/** Rules in force, in their order. */
export const rulesOf = async (db: CollegeDb): Promise<Rule[]> => {
  const rows = await db
    .selectFrom('selection_rules')
    .select(['id', 'form', 'kind', 'least', 'clearance', 'words'])
    .where('active', '=', true)
    .orderBy('form')
    .orderBy('position')
    .orderBy('words')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as RuleKind,
    clearance: row.clearance as ClearanceKind | null,
  }));
};

const nextPosition = (table: 'selection_rules' | 'interview_questions') =>
  sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(table)})`;

export const insertRule = async (db: CollegeDb, { id: _, ...rule }: Rule): Promise<string> => {
  const row = await db
    .insertInto('selection_rules')
    .values({ ...rule, position: nextPosition('selection_rules') })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** Answers given to it stay; nobody is asked any more. false when there is no such rule in force. */
export const retireRule = async (db: CollegeDb, id: string): Promise<boolean> => {
  const done = await db
    .updateTable('selection_rules')
    .set({ active: false })
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** Questions of an interview, those for every form first. Given forms leave out the questions of others. */
export const questionsOf = async (db: CollegeDb, forms?: readonly string[]): Promise<Question[]> => {
  const query = db
    .selectFrom('interview_questions')
    .select(['id', 'form', 'question'])
    .where('active', '=', true)
    .orderBy('form')
    .orderBy('position');
  return (
    forms ? query.where(sql<boolean>`(form = '' or form = any(${sql.val([...forms])}::text[]))`) : query
  ).execute();
};

export const insertQuestion = async (db: CollegeDb, { form, question }: Omit<Question, 'id'>): Promise<string> => {
  const row = await db
    .insertInto('interview_questions')
    .values({ form, question, position: nextPosition('interview_questions') })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const retireQuestion = async (db: CollegeDb, id: string): Promise<boolean> => {
  const done = await db
    .updateTable('interview_questions')
    .set({ active: false })
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
};

/** Has the college ever had rules or questions? The first lists are offered once. */
export const isUntouched = async (db: CollegeDb): Promise<boolean> => {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from selection_rules) and not exists (select from interview_questions) as empty`.execute(
    db,
  );
  return rows[0]?.empty ?? true;
};

export const demandsOf = async (db: CollegeDb): Promise<Demands> => {
  const rows = await db.selectFrom('selection_demands').select(['demand', 'mode']).execute();
  return { ...usualDemands, ...Object.fromEntries(rows.map(({ demand, mode }) => [demand, mode])) } as Demands;
};

export const setDemand = async (db: CollegeDb, demand: Demand, mode: DemandMode): Promise<void> => {
  await db
    .insertInto('selection_demands')
    .values({ demand, mode })
    .onConflict((clash) => clash.columns(['college_id', 'demand']).doUpdateSet({ mode }))
    .execute();
};
