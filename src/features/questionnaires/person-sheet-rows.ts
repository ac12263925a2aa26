import { type RawBuilder, sql } from 'kysely';
import type { AcademicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Answer, Answers } from './answer.ts';
import type { Moment } from './questionnaire.ts';
import type { Round, Way } from './round.ts';
import { frozenVersion } from './rows.ts';
import { type ScaleScore, scaleScores } from './scoring.ts';

/** What one person has handed in, in a round with names, counted by the key of the version they answered. */
export interface PersonSheet {
  readonly personId: string;
  readonly roundId: string;
  readonly groupId: string | null;
  readonly versionId: string;
  readonly way: Way;
  readonly finishedOn: Day;
  readonly answers: Answers;
  readonly scales: readonly ScaleScore[];
}

/** Which rounds: all of a moment in a year, or some by their ids. */
export type WhichRounds =
  | { readonly moment: Moment; readonly year: AcademicYear }
  | { readonly roundIds: readonly string[] };

const ofRounds = (which: WhichRounds): RawBuilder<unknown> =>
  'moment' in which
    ? sql`q.moment = ${which.moment} and r.year = ${which.year}`
    : sql`r.id = any(${sql.val([...which.roundIds])}::uuid[])`;

type Row = Omit<PersonSheet, 'answers' | 'scales'> & { readonly answers: Record<string, Answer> | null };

/** Finished sheets with names, the newest first. */
export const sheetsOfPeople = async (
  db: CollegeDb,
  which: WhichRounds,
  personIds?: readonly string[],
): Promise<PersonSheet[]> => {
  const some = personIds ? sql`and s.person_id = any(${sql.val([...personIds])}::uuid[])` : sql``;
  const { rows } = await sql<Row>`
    select s.person_id as "personId", s.round_id as "roundId", s.group_id as "groupId", s.version_id as "versionId", s.way,
      s.finished_on as "finishedOn",
      (select jsonb_object_agg(a.question, a.value) from questionnaire_answers a where a.sheet_id = s.id and a.value is not null) as answers
    from questionnaire_sheets s join questionnaire_rounds r on r.id = s.round_id
      join questionnaires q on q.id = r.questionnaire_id
    where s.person_id is not null and s.finished_on is not null and not r.anonymous and ${ofRounds(which)} ${some}
    order by s.finished_on desc, r.created_at desc, s.id`.execute(db);
  return Promise.all(rows.map(async (row) => counted(db, row)));
};

const counted = async (db: CollegeDb, { answers: given, ...row }: Row): Promise<PersonSheet> => {
  const answers = new Map(Object.entries(given ?? {}));
  const version = await frozenVersion(db, row.versionId);
  return { ...row, answers, scales: version ? scaleScores(version.definition, answers) : [] };
};

/** The newest round of a moment that asks this person in a year, whether they have answered or not. */
export const newestAsking = async (
  db: CollegeDb,
  { moment, year }: { readonly moment: Moment; readonly year: AcademicYear },
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Round & { readonly answered: boolean }>> => {
  const { rows } = await sql<Round & { answered: boolean; personId: string }>`
    select distinct on (i.person_id) i.person_id as "personId", i.answered, r.id, r.questionnaire_id as "questionnaireId",
      r.version_id as "versionId", r.title, r.year, r.opens_on as "opensOn", r.closes_on as "closesOn", r.anonymous, r.closed_on as "closedOn"
    from questionnaire_invitations i join questionnaire_rounds r on r.id = i.round_id
      join questionnaires q on q.id = r.questionnaire_id
    where q.moment = ${moment} and r.year = ${year} and not r.anonymous and i.person_id = any(${sql.val([...personIds])}::uuid[])
    order by i.person_id, r.closes_on desc, r.created_at desc`.execute(db);
  return new Map(rows.map(({ personId, ...round }) => [personId, round]));
};

export interface ApprovedQuestionnaire {
  readonly id: string;
  readonly title: string;
  readonly form: string | null;
  readonly versionId: string;
  readonly number: number;
}

/** Questionnaires whose newest version stands approved, by moment where one is named. */
export const approvedQuestionnaires = async (db: CollegeDb, moment?: Moment): Promise<ApprovedQuestionnaire[]> => {
  const { rows } = await sql<ApprovedQuestionnaire>`
    select q.id, q.title, q.form, v.id as "versionId", v.number
    from questionnaires q join lateral (select id, number from questionnaire_versions n
      where n.questionnaire_id = q.id order by n.number desc limit 1) v on true
    where q.archived_on is null and ${moment ? sql`q.moment = ${moment}` : sql`true`} order by q.title, q.id`.execute(
    db,
  );
  return rows;
};

/** A round with names of this questionnaire that goes on, the one that ends last. */
export const runningRound = async (
  db: CollegeDb,
  questionnaireId: string,
  today: Day,
): Promise<Pick<Round, 'id' | 'closesOn'> | undefined> =>
  db
    .selectFrom('questionnaire_rounds')
    .select(['id', 'closes_on as closesOn'])
    .where('questionnaire_id', '=', questionnaireId)
    .where('anonymous', '=', false)
    .where('closed_on', 'is', null)
    .where('opens_on', '<=', today)
    .where('closes_on', '>=', today)
    .orderBy('closes_on', 'desc')
    .limit(1)
    .executeTakeFirst();
