import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';
import type { Answer } from './answer.ts';
import type { Sheet } from './results.ts';

/** Finished sheets of a round with their answers, in an order that tells nothing of when they came. */
export const finishedSheets = async (
  db: CollegeDb,
  roundId: string,
  groups: 'all' | readonly string[],
): Promise<Sheet[]> => {
  const { rows } = await sql<{
    id: string;
    versionId: string;
    personId: string | null;
    groupId: string | null;
    groupCode: string | null;
    name: string | null;
    answers: Record<string, Answer> | null;
  }>`
    select s.id, s.version_id as "versionId", s.person_id as "personId", s.group_id as "groupId", g.code as "groupCode",
      nullif(concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, '')), '') as name,
      (select jsonb_object_agg(a.question, a.value) from questionnaire_answers a
        where a.college_id = s.college_id and a.sheet_id = s.id and a.value is not null) as answers
    from questionnaire_sheets s
    left join study_groups g on g.college_id = s.college_id and g.id = s.group_id
    left join persons p on p.college_id = s.college_id and p.id = s.person_id
    where s.round_id = ${roundId} and s.finished_on is not null
      and ${groups === 'all' ? sql`true` : sql`s.group_id = any(${sql.val([...groups])}::uuid[])`}
    order by g.code nulls last, name nulls last, s.id`.execute(db);
  return rows.map(({ answers, ...row }) => ({ ...row, answers: new Map(Object.entries(answers ?? {})) }));
};

/** Tags of a question's open answers by sheet. */
export const tagsOf = async (db: CollegeDb, roundId: string, question: string): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom('questionnaire_tags as t')
    .innerJoin('questionnaire_sheets as s', (on) =>
      on.onRef('s.college_id', '=', 't.college_id').onRef('s.id', '=', 't.sheet_id'),
    )
    .select(['t.sheet_id as sheetId', 't.tag'])
    .where('s.round_id', '=', roundId)
    .where('t.question', '=', question)
    .orderBy('t.tag')
    .execute();
  const tags = new Map<string, string[]>();
  for (const { sheetId, tag } of rows) tags.set(sheetId, [...(tags.get(sheetId) ?? []), tag]);
  return tags;
};

/** Which round a finished sheet belongs to. */
export const roundOfSheet = async (db: CollegeDb, sheetId: string) =>
  db
    .selectFrom('questionnaire_sheets')
    .select(['round_id as roundId', 'group_id as groupId'])
    .where('id', '=', sheetId)
    .where('finished_on', 'is not', null)
    .executeTakeFirst();

export const replaceTags = async (
  db: CollegeDb,
  sheetId: string,
  question: string,
  tags: readonly string[],
): Promise<void> => {
  await db.deleteFrom('questionnaire_tags').where('sheet_id', '=', sheetId).where('question', '=', question).execute();
  if (tags.length === 0) return;
  await db
    .insertInto('questionnaire_tags')
    .values(tags.map((tag) => ({ sheet_id: sheetId, question, tag })))
    .execute();
};

/** Versions that people of a round answered, the newest first: labels of questions come from the newest that has them. */
export const answeredVersions = async (db: CollegeDb, roundId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select v.id from questionnaire_versions v
    where v.id in (select version_id from questionnaire_sheets where round_id = ${roundId} and finished_on is not null)
    order by v.number desc`.execute(db);
  return rows.map(({ id }) => id);
};
