import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Conditions } from './candidate.ts';
import type { Reason, Weights } from './criterion.ts';
import type { Proposal, ProposalTotals, UnmatchedMentee } from './proposal.ts';
import type { Answer } from './propose.ts';

const selectProposals = (db: CollegeDb) =>
  db
    .selectFrom('proposals')
    .select([
      'id',
      'year',
      'number',
      'form',
      'state',
      'from_day as from',
      'till_day as till',
      'input_hash as inputHash',
      'rules',
      'totals',
      'unmatched',
    ]);

const asProposal = ({
  rules,
  totals,
  unmatched,
  ...row
}: Omit<Proposal, 'conditions' | 'weights' | 'totals' | 'unmatched'> & {
  rules: unknown;
  totals: unknown;
  unmatched: unknown;
}): Proposal => ({
  ...row,
  ...(rules as { conditions: Conditions; weights: Weights }),
  totals: totals as ProposalTotals,
  unmatched: unmatched as UnmatchedMentee[],
});

export const proposalById = async (db: CollegeDb, id: string): Promise<Proposal | undefined> => {
  const row = await selectProposals(db).where('id', '=', id).executeTakeFirst();
  return row && asProposal(row);
};

/** Proposals of a year, newest first. */
export const proposalsOf = async (db: CollegeDb, year: number): Promise<Proposal[]> =>
  (await selectProposals(db).where('year', '=', year).orderBy('number', 'desc').limit(50).execute()).map(asProposal);

export const insertProposal = async (
  db: CollegeDb,
  frame: Pick<Proposal, 'year' | 'form' | 'from' | 'till' | 'conditions' | 'weights'> & { accountId: string },
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
      form: frame.form,
      from_day: frame.from,
      till_day: frame.till,
      input_hash: answer.inputHash,
      rules: JSON.stringify({ conditions: frame.conditions, weights: frame.weights }),
      totals: JSON.stringify(answer.totals),
      unmatched: JSON.stringify(answer.unmatched),
      account_id: frame.accountId,
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  if (answer.pairs.length > 0) {
    await db
      .insertInto('proposal_pairs')
      .values(
        answer.pairs.map(({ mentorId, menteeId, score, reasons }) => ({
          proposal_id: id,
          mentor_id: mentorId,
          mentee_id: menteeId,
          score,
          reasons: JSON.stringify(reasons),
        })),
      )
      .execute();
  }
  return id;
};

export interface DeskPair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly mentorName: string;
  readonly mentorPlace: string;
  readonly menteeName: string;
  readonly menteePlace: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly decision: 'open' | 'confirmed' | 'refused';
  readonly pairId: string | null;
  readonly wish: 'lock' | 'veto' | null;
  readonly wishReason: string | null;
}

/** The pairs of a proposal as the desk shows them: best first. */
export const deskPairs = async (db: CollegeDb, proposalId: string): Promise<DeskPair[]> => {
  const person = (alias: string) =>
    sql.raw(`concat_ws(' ', ${alias}.last_name, ${alias}.first_name, nullif(${alias}.patronymic, ''))`);
  const { rows } = await sql<DeskPair>`
    select x.mentor_id as "mentorId", x.mentee_id as "menteeId", x.score, x.reasons, x.decision, x.pair_id as "pairId",
      ${person('a')} as "mentorName", coalesce(ga.code, nullif(a.post, ''), oa.name, '') as "mentorPlace",
      ${person('b')} as "menteeName", coalesce(gb.code, b.post) as "menteePlace", w.kind as wish, w.reason as "wishReason"
    from proposal_pairs x
      join persons a on a.id = x.mentor_id left join study_groups ga on ga.id = a.group_id left join organisations oa on oa.id = a.organisation_id
      join persons b on b.id = x.mentee_id left join study_groups gb on gb.id = b.group_id
      left join pair_wishes w on w.mentor_id = x.mentor_id and w.mentee_id = x.mentee_id
    where x.proposal_id = ${proposalId}
    order by x.score desc, "mentorName", "menteeName"`.execute(db);
  return rows;
};

export const setDecision = async (
  db: CollegeDb,
  proposalId: string,
  { mentorId, menteeId }: { mentorId: string; menteeId: string },
  decision: 'confirmed' | 'refused' | 'open',
  pairId: string | null = null,
): Promise<void> => {
  await db
    .updateTable('proposal_pairs')
    .set({ decision, pair_id: pairId })
    .where('proposal_id', '=', proposalId)
    .where('mentor_id', '=', mentorId)
    .where('mentee_id', '=', menteeId)
    .execute();
};

export interface NamedMentee {
  readonly id: string;
  readonly name: string;
  readonly place: string;
}

export const menteeNames = async (db: CollegeDb, ids: readonly string[]): Promise<Map<string, NamedMentee>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<NamedMentee>`
    select p.id, concat_ws(' ', p.last_name, p.first_name) as name, coalesce(g.code, p.post) as place
    from persons p left join study_groups g on g.id = p.group_id
    where p.id = any(${sql.val([...ids])}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};
