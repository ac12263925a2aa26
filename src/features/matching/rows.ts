import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type Conditions, usualConditions } from './candidate.ts';
import { type Question, usualWeights } from './problem.ts';
import type { Proposal, ProposalTotals, RunRules, UnmatchedMentee } from './proposal.ts';
import type { Answer } from './propose.ts';

const selectProposals = (db: CollegeDb) =>
  db
    .selectFrom('proposals')
    .select([
      'id',
      'year',
      'number',
      'forms',
      'mode',
      'state',
      'from_day as from',
      'till_day as till',
      'input_hash as inputHash',
      'result_hash as resultHash',
      'rules_version as rulesVersion',
      'version',
      'rules',
      'totals',
      'unmatched',
    ]);

const asProposal = ({
  rules,
  totals,
  unmatched,
  mode,
  ...row
}: Omit<Proposal, keyof RunRules | 'totals' | 'unmatched' | 'mode'> & {
  mode: string;
  rules: unknown;
  totals: unknown;
  unmatched: unknown;
}): Proposal => {
  const { conditions, weights, edition = 1 } = rules as Partial<RunRules>;
  return {
    ...row,
    mode: mode as Proposal['mode'],
    conditions: { ...usualConditions, ...(conditions as Partial<Conditions>) },
    weights: { ...usualWeights, ...weights },
    edition,
    totals: totals as ProposalTotals,
    unmatched: unmatched as UnmatchedMentee[],
  };
};

export const proposalById = async (db: CollegeDb, id: string): Promise<Proposal | undefined> => {
  const row = await selectProposals(db).where('id', '=', id).executeTakeFirst();
  return row && asProposal(row);
};

/** The same, held for the transaction: whoever acts at the same desk waits and then sees what was done. */
export const holdProposal = async (db: CollegeDb, id: string): Promise<Proposal | undefined> => {
  const row = await selectProposals(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && asProposal(row);
};

export const raiseVersion = async (db: CollegeDb, id: string): Promise<void> => {
  await db
    .updateTable('proposals')
    .set((is) => ({ version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const closeProposal = async (db: CollegeDb, id: string): Promise<void> => {
  await db.updateTable('proposals').set({ state: 'ordered' }).where('id', '=', id).execute();
};

/** Proposals of a year, newest first. */
export const proposalsOf = async (db: CollegeDb, year: number): Promise<Proposal[]> =>
  (await selectProposals(db).where('year', '=', year).orderBy('number', 'desc').limit(50).execute()).map(asProposal);

export const proposalOfTask = async (db: CollegeDb, taskId: string): Promise<string | undefined> =>
  (await db.selectFrom('proposals').select('id').where('task_id', '=', taskId).executeTakeFirst())?.id;

export interface RunFrame {
  readonly year: number;
  readonly from: Day;
  readonly till: Day;
  readonly rules: RunRules;
  readonly rulesVersion: number;
  readonly taskId: string | null;
  readonly accountId: string;
}

export const insertProposal = async (
  db: CollegeDb,
  frame: RunFrame,
  question: Question,
  answer: Answer,
): Promise<string> => {
  // The college's row is the queue: two proposals made at once get two numbers.
  await sql`select from colleges for update`.execute(db);
  const { id } = await db
    .insertInto('proposals')
    .values((is) => ({
      year: frame.year,
      number: is
        .selectFrom('proposals')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('year', '=', frame.year),
      forms: [...question.forms],
      mode: question.mode,
      from_day: frame.from,
      till_day: frame.till,
      input_hash: answer.inputHash,
      result_hash: answer.resultHash,
      rules: JSON.stringify(frame.rules),
      rules_version: frame.rulesVersion,
      totals: JSON.stringify(answer.totals),
      unmatched: JSON.stringify(answer.unmatched),
      task_id: frame.taskId,
      account_id: frame.accountId,
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('proposal_questions')
    .values({ proposal_id: id, question: JSON.stringify(question) })
    .execute();
  await insertPairs(db, id, answer.pairs);
  return id;
};

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 5000;

const insertPairs = async (db: CollegeDb, proposalId: string, pairs: Answer['pairs']): Promise<void> => {
  for (let from = 0; from < pairs.length; from += rowsAtOnce) {
    const values = pairs
      .slice(from, from + rowsAtOnce)
      .map(({ mentorId, menteeId, form, score, reasons, caution }) => ({
        proposal_id: proposalId,
        mentor_id: mentorId,
        mentee_id: menteeId,
        form,
        score,
        caution,
        reasons: JSON.stringify(reasons),
      }));
    await db.insertInto('proposal_pairs').values(values).execute();
  }
};

/** The question as it went in; undefined for runs older than this. */
export const questionKept = async (db: CollegeDb, proposalId: string): Promise<Question | undefined> => {
  const row = await db
    .selectFrom('proposal_questions')
    .select('question')
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return row ? (row.question as unknown as Question) : undefined;
};

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

export const personNames = async (db: CollegeDb, ids: readonly string[]): Promise<Map<string, NamedPerson>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NamedPerson>`
    select p.id, concat_ws(' ', p.last_name, p.first_name) as name,
      coalesce(g.code, nullif(p.post, ''), o.name, '') as place
    from persons p left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
    where p.id = any(${sql.val([...ids])}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};
