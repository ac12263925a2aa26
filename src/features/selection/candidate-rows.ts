import { sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import { ageOn, type Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type PersonSheet, sheetsOfPeople } from '../questionnaires/person-sheet-rows.ts';
import { byName, lineColumns, type PersonLine } from '../registers/member-rows.ts';
import type { CandidateTrack } from './candidate.ts';
import type { CandidateFacts, Clearance, RuleAnswer } from './requirement.ts';

/** How a candidate did: by the key of the questionnaire, or a figure typed from a paper that has no form in the system. */
export type CandidateResult =
  | { readonly by: 'questionnaire'; readonly sheet: PersonSheet }
  | { readonly by: 'paper'; readonly score: number; readonly most: number };

/** A mentor of the base on the way through this year's selection. */
export interface CandidateLine extends PersonLine {
  readonly forms: readonly string[];
  readonly organisation: string | null;
  readonly course: number | null;
  readonly track: CandidateTrack;
  readonly result: CandidateResult | null;
  readonly decidedOn: Day | null;
  readonly reason: string;
  readonly exception: string;
  readonly minutesId: string | null;
  /** The minutes with this decision are signed. */
  readonly fixed: boolean;
  readonly answers: readonly RuleAnswer[];
  readonly clearances: readonly Clearance[];
}

type Row = Omit<CandidateLine, 'track' | 'result'> &
  Omit<CandidateTrack, 'questioned'> & { readonly score: number | null; readonly scoreMost: number | null };

/** Everybody in the base of mentors with the facts of a year; `personIds` leaves some. */
export const candidatesOf = async (
  db: CollegeDb,
  year: AcademicYear,
  personIds?: readonly string[],
): Promise<CandidateLine[]> => {
  const some = personIds ? sql`and m.person_id = any(${sql.val([...personIds])}::uuid[])` : sql``;
  const { rows } = await sql<Row>`
    select ${lineColumns}, m.forms, o.name as organisation, g.course, m.status = 'approved' as "approvedBefore",
      c.score, c.score_most as "scoreMost", h.outcome, h.day as "interviewOn", i.day as "invitedOn",
      d.decision, d.decided_on as "decidedOn", coalesce(d.reason, '') as reason, coalesce(d.exception, '') as exception,
      d.minutes_id as "minutesId", coalesce(x.status in ('signed', 'amended'), false) as fixed,
      coalesce((select jsonb_agg(jsonb_build_object('ruleId', a.rule_id, 'met', a.met, 'note', a.note, 'answeredOn', a.answered_on))
        from rule_answers a where a.person_id = p.id and a.year = ${year}), '[]') as answers,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'number', k.number, 'issuedOn', k.issued_on,
          'validTill', k.valid_till, 'withdrawnOn', k.withdrawn_on, 'scanFileId', k.scan_file_id) order by k.issued_on desc, k.id)
        from clearances k where k.person_id = p.id), '[]') as clearances
    from mentors m join persons p on p.id = m.person_id
      left join study_groups g on g.id = p.group_id left join organisations o on o.id = p.organisation_id
      left join candidacies c on c.person_id = p.id and c.year = ${year}
      left join lateral (select outcome, day from interviews v where v.person_id = p.id and v.year = ${year} and v.state = 'held'
        order by day desc, starts desc limit 1) h on true
      left join lateral (select day from interviews v where v.person_id = p.id and v.year = ${year} and v.state = 'planned' limit 1) i on true
      left join lateral (select * from selection_decisions v where v.person_id = p.id and v.year = ${year}
        order by made_at desc limit 1) d on true
      left join documents x on x.id = d.minutes_id
    where m.left_on is null and p.left_on is null ${some}
    order by ${byName}`.execute(db);
  const sheets = new Map<string, PersonSheet>();
  for (const sheet of await sheetsOfPeople(db, { moment: 'selection', year }, personIds))
    if (!sheets.has(sheet.personId)) sheets.set(sheet.personId, sheet);
  return rows.map(({ approvedBefore, score, scoreMost, outcome, interviewOn, invitedOn, decision, ...line }) => {
    const result = resultOf(sheets.get(line.id), score, scoreMost);
    return {
      ...line,
      result,
      track: { approvedBefore, questioned: result !== null, outcome, interviewOn, invitedOn, decision },
    };
  });
};

/** What the person answered in the system goes before what was typed from paper. */
const resultOf = (
  sheet: PersonSheet | undefined,
  score: number | null,
  most: number | null,
): CandidateResult | null => {
  if (sheet) return { by: 'questionnaire', sheet };
  return score === null ? null : { by: 'paper', score, most: most ?? score };
};

/** What the requirements are held against. */
export const factsOf = (line: CandidateLine, today: Day): CandidateFacts => ({
  kind: line.kind,
  forms: line.forms,
  age: line.birthDay === null ? null : ageOn(line.birthDay, today),
  course: line.course,
  answers: line.answers,
  clearances: line.clearances,
});

export interface Score {
  readonly score: number;
  readonly most: number;
  readonly paper: string;
  readonly answeredOn: Day;
  readonly version: number;
}

export const scoreOf = async (db: CollegeDb, personId: string, year: AcademicYear): Promise<Score | undefined> =>
  db
    .selectFrom('candidacies')
    .select(['score', 'score_most as most', 'paper', 'answered_on as answeredOn', 'version'])
    .where('person_id', '=', personId)
    .where('year', '=', year)
    .executeTakeFirst();

/** Writes a score over the one that was shown (version 0: there was none); false when another is there by now. */
export const saveScore = async (
  db: CollegeDb,
  personId: string,
  year: AcademicYear,
  { version, ...score }: Score,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into candidacies as c (person_id, year, score, score_most, paper, answered_on)
    values (${personId}, ${year}, ${score.score}, ${score.most}, ${score.paper}, ${score.answeredOn}::date)
    on conflict (college_id, person_id, year) do update
      set score = excluded.score, score_most = excluded.score_most, paper = excluded.paper,
        answered_on = excluded.answered_on, version = c.version + 1
      where c.version = ${version}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

export const saveAnswer = async (
  db: CollegeDb,
  answer: RuleAnswer & { readonly personId: string; readonly year: AcademicYear; readonly accountId: string },
): Promise<void> => {
  const values = { met: answer.met, note: answer.note, answered_on: answer.answeredOn, account_id: answer.accountId };
  await db
    .insertInto('rule_answers')
    .values({ person_id: answer.personId, year: answer.year, rule_id: answer.ruleId, ...values })
    .onConflict((clash) => clash.columns(['college_id', 'person_id', 'year', 'rule_id']).doUpdateSet(values))
    .execute();
};
