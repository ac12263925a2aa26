import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Reason } from './criterion.ts';
import type { ProposedPair } from './proposal.ts';

export type AskAnswer = 'agree' | 'decline';

/** none: nobody was asked · waiting: asked, silent so far. */
export type SideState = 'none' | 'waiting' | AskAnswer;

export interface DeskPair {
  readonly mentorId: string;
  readonly menteeId: string;
  readonly mentorName: string;
  readonly mentorPlace: string;
  readonly menteeName: string;
  readonly menteePlace: string;
  readonly form: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly decision: 'open' | 'confirmed' | 'refused';
  /** Placed by a person, not by the engine. */
  readonly moved: boolean;
  readonly caution: boolean;
  readonly pairId: string | null;
  readonly wish: 'lock' | 'veto' | null;
  readonly wishReason: string | null;
  readonly mentorSays: SideState;
  readonly menteeSays: SideState;
  /** Why one of them declined. */
  readonly declined: string | null;
}

/** The pairs of a proposal as the desk shows them: best first. */
export const deskPairs = async (db: CollegeDb, proposalId: string): Promise<DeskPair[]> => {
  const person = (alias: string) =>
    sql.raw(`concat_ws(' ', ${alias}.last_name, ${alias}.first_name, nullif(${alias}.patronymic, ''))`);
  const says = (side: string) =>
    sql.raw(`case when k${side}.side is null then 'none' else coalesce(k${side}.answer, 'waiting') end`);
  const ask = (side: string) =>
    sql.raw(`left join proposal_asks k${side} on k${side}.proposal_id = x.proposal_id and k${side}.mentor_id = x.mentor_id
      and k${side}.mentee_id = x.mentee_id and k${side}.side = '${side}'`);
  const { rows } = await sql<DeskPair>`
    select x.mentor_id as "mentorId", x.mentee_id as "menteeId", x.form, x.score, x.reasons, x.decision, x.moved, x.caution,
      x.pair_id as "pairId",
      ${person('a')} as "mentorName", coalesce(ga.code, nullif(a.post, ''), oa.name, '') as "mentorPlace",
      ${person('b')} as "menteeName", coalesce(gb.code, b.post) as "menteePlace", w.kind as wish, w.reason as "wishReason",
      ${says('mentor')} as "mentorSays", ${says('mentee')} as "menteeSays",
      nullif(concat_ws('; ', nullif(kmentor.reason, ''), nullif(kmentee.reason, '')), '') as declined
    from proposal_pairs x
      join persons a on a.id = x.mentor_id left join study_groups ga on ga.id = a.group_id left join organisations oa on oa.id = a.organisation_id
      join persons b on b.id = x.mentee_id left join study_groups gb on gb.id = b.group_id
      left join pair_wishes w on w.mentor_id = x.mentor_id and w.mentee_id = x.mentee_id
      ${ask('mentor')} ${ask('mentee')}
    where x.proposal_id = ${proposalId}
    order by x.score desc, "mentorName", "menteeName"`.execute(db);
  return rows;
};

interface PairKey {
  readonly mentorId: string;
  readonly menteeId: string;
}

export const setDecision = async (
  db: CollegeDb,
  proposalId: string,
  { mentorId, menteeId }: PairKey,
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

/** Takes an open pair out of a proposal, with whatever was asked about it. */
export const removeProposed = async (
  db: CollegeDb,
  proposalId: string,
  { mentorId, menteeId }: PairKey,
): Promise<void> => {
  await db
    .deleteFrom('proposal_pairs')
    .where('proposal_id', '=', proposalId)
    .where('mentor_id', '=', mentorId)
    .where('mentee_id', '=', menteeId)
    .where('decision', '=', 'open')
    .execute();
};

/** Puts a pair into a proposal by hand; one that was refused before is open again, and nobody has been asked about it. */
export const putProposed = async (db: CollegeDb, proposalId: string, pair: ProposedPair): Promise<void> => {
  const { mentorId, menteeId, form, score, caution } = pair;
  await db
    .deleteFrom('proposal_pairs')
    .where('proposal_id', '=', proposalId)
    .where('mentor_id', '=', mentorId)
    .where('mentee_id', '=', menteeId)
    .where('decision', '=', 'refused')
    .execute();
  const values = { form, score, caution, reasons: JSON.stringify(pair.reasons), moved: true };
  await db
    .insertInto('proposal_pairs')
    .values({ proposal_id: proposalId, mentor_id: mentorId, mentee_id: menteeId, ...values })
    .execute();
};

export interface Move {
  readonly number: number;
  readonly menteeId: string;
  readonly fromMentorId: string | null;
  readonly toMentorId: string | null;
  /** Points of the whole that it brought or cost. */
  readonly change: number;
  readonly actorName: string;
}

/** Moves that stand, newest first. */
export const movesOf = async (db: CollegeDb, proposalId: string): Promise<Move[]> =>
  db
    .selectFrom('proposal_moves')
    .select([
      'number',
      'mentee_id as menteeId',
      'from_mentor_id as fromMentorId',
      'to_mentor_id as toMentorId',
      'change',
      'actor_name as actorName',
    ])
    .where('proposal_id', '=', proposalId)
    .where('undone', '=', false)
    .orderBy('number', 'desc')
    .execute();

export const addMove = async (db: CollegeDb, proposalId: string, move: Omit<Move, 'number'>): Promise<void> => {
  await db
    .insertInto('proposal_moves')
    .values((is) => ({
      proposal_id: proposalId,
      number: is
        .selectFrom('proposal_moves')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('proposal_id', '=', proposalId),
      mentee_id: move.menteeId,
      from_mentor_id: move.fromMentorId,
      to_mentor_id: move.toMentorId,
      change: move.change,
      actor_name: move.actorName,
    }))
    .execute();
};

export const undoMove = async (db: CollegeDb, proposalId: string, number: number): Promise<void> => {
  await db
    .updateTable('proposal_moves')
    .set({ undone: true })
    .where('proposal_id', '=', proposalId)
    .where('number', '=', number)
    .execute();
};
