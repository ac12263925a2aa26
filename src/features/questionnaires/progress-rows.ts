import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Moment, Side } from './questionnaire.ts';
import { type RoundState, roundState } from './round.ts';

export interface ApprovedSet {
  readonly questionnaireId: string;
  readonly title: string;
  readonly form: string | null;
  readonly role: Side | null;
  readonly moment: Moment;
  /** Number of the version that stands. */
  readonly number: number;
  readonly actLabel: string;
  readonly actDay: Day;
  readonly documentId: string | null;
  readonly approvedOn: Day;
}

/** What is approved and not archived: a fact of the roadmap (1.7, 4.1). The newest version of each questionnaire. */
export const approvedSets = async (db: CollegeDb): Promise<ApprovedSet[]> => {
  const { rows } = await sql<ApprovedSet>`
    select distinct on (q.id) q.id as "questionnaireId", v.title, q.form, q.role, q.moment, v.number,
      v.act_label as "actLabel", v.act_day as "actDay", v.act_document_id as "documentId", v.approved_on as "approvedOn"
    from questionnaires q join questionnaire_versions v on v.college_id = q.college_id and v.questionnaire_id = q.id
    where q.archived_on is null order by q.id, v.number desc`.execute(db);
  return rows;
};

export interface RoundProgress {
  readonly roundId: string;
  readonly questionnaireId: string;
  readonly title: string;
  readonly form: string | null;
  readonly role: Side | null;
  readonly moment: Moment;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly anonymous: boolean;
  readonly state: RoundState;
  /** People asked by name, and how many of them have answered in full. */
  readonly invited: number;
  readonly answered: number;
  /** Finished sheets, those that came by a common link included. */
  readonly sheets: number;
}

/** Rounds of an academic year with how far they are: a fact of the roadmap (6.4, 7.1). The newest first. */
export const roundProgress = async (db: CollegeDb, year: number, today: Day): Promise<RoundProgress[]> => {
  const { rows } = await sql<Omit<RoundProgress, 'state'> & { closedOn: Day | null }>`
    select r.id as "roundId", r.questionnaire_id as "questionnaireId", r.title, q.form, q.role, q.moment,
      r.opens_on as "opensOn", r.closes_on as "closesOn", r.closed_on as "closedOn", r.anonymous,
      coalesce(i.invited, 0)::int as invited, coalesce(i.answered, 0)::int as answered, coalesce(s.sheets, 0)::int as sheets
    from questionnaire_rounds r join questionnaires q on q.college_id = r.college_id and q.id = r.questionnaire_id
    left join (select round_id, count(*) as invited, count(*) filter (where answered) as answered
      from questionnaire_invitations group by round_id) i on i.round_id = r.id
    left join (select round_id, count(*) as sheets from questionnaire_sheets where finished_on is not null group by round_id) s
      on s.round_id = r.id
    where r.year = ${year} order by r.opens_on desc, r.created_at desc`.execute(db);
  return rows.map(({ closedOn, ...row }) => ({ ...row, state: roundState({ ...row, closedOn }, today) }));
};
