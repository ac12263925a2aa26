import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import type { Audience, TypedPerson } from './campaign.ts';

interface Told {
  readonly campaignId: string;
  readonly audience: Audience;
  readonly groupId: string | null;
  readonly tellerId: string | null;
  readonly tellerName: string;
  readonly answeredOn: Day;
  readonly accountId: string | null;
}

/** Notes that somebody has answered about a person; a second answer only moves the day. */
export const markAnswered = async (db: CollegeDb, told: Told & { readonly personId: string }): Promise<void> => {
  const { numAffectedRows } = await sql`
    update campaign_answers set answered_on = ${told.answeredOn}::date
    where campaign_id = ${told.campaignId}::uuid and audience = ${told.audience} and person_id = ${told.personId}::uuid
      and teller_id is not distinct from ${told.tellerId}::uuid`.execute(db);
  if ((numAffectedRows ?? 0n) > 0n) return;
  await db
    .insertInto('campaign_answers')
    .values({ ...common(told), person_id: told.personId })
    .execute();
};

const common = (told: Told) => ({
  campaign_id: told.campaignId,
  audience: told.audience,
  group_id: told.groupId,
  teller_id: told.tellerId,
  teller_name: told.tellerName,
  answered_on: told.answeredOn,
  account_id: told.accountId,
});

export interface UnknownAnswer extends Told {
  readonly whom: TypedPerson;
  /** Equal for the same typed person. */
  readonly key: string;
  readonly topics: readonly string[];
  readonly note: string;
  readonly freeTimes: readonly string[];
  readonly confidential: boolean;
}

const list = (values: readonly string[]) => sql`${sql.val([...values])}::text[]`;
const union = (table: string): RawBuilder<unknown> =>
  sql`array(select distinct unnest(${sql.ref(`${table}.topics`)} || excluded.topics) order by 1)`;
const notes = (table: string): RawBuilder<unknown> => {
  const [before, added] = [sql.ref(`${table}.note`), sql.ref('excluded.note')];
  return sql`left(case when ${before} = '' then ${added} when position(${added} in ${before}) > 0 then ${before}
    else ${before} || E'\n' || ${added} end, 4000)`;
};

/** Keeps an answer about somebody who was not recognised. Said again, it is the same answer with all its words. */
export const keepUnknown = async (db: CollegeDb, answer: UnknownAnswer): Promise<void> => {
  const { whom, confidential } = answer;
  const [topics, note] = confidential ? [[], ''] : [answer.topics, answer.note];
  const { rows } = await sql<{ id: string }>`
    insert into campaign_answers (campaign_id, audience, group_id, teller_id, teller_name, last_name, first_name, birth_day,
      typed_key, topics, note, free_times, confidential, answered_on, account_id)
    values (${answer.campaignId}::uuid, ${answer.audience}, ${answer.groupId}::uuid, ${answer.tellerId}::uuid,
      ${answer.tellerName}, ${whom.lastName}, ${whom.firstName}, ${whom.birthDay}::date, ${answer.key}, ${list(topics)},
      ${note}, ${list(answer.freeTimes)}, ${confidential}, ${answer.answeredOn}::date, ${answer.accountId}::uuid)
    on conflict (college_id, campaign_id, audience, confidential, typed_key) where person_id is null
      do update set topics = ${union('campaign_answers')}, note = ${notes('campaign_answers')},
        free_times = excluded.free_times, answered_on = excluded.answered_on
    returning id`.execute(db);
  const id = rows[0]?.id;
  if (!confidential || id === undefined) return;
  await sql`
    insert into campaign_answer_secrets (answer_id, topics, note)
    values (${id}::uuid, ${list(answer.topics)}, ${answer.note})
    on conflict (college_id, answer_id) do update set topics = ${union('campaign_answer_secrets')},
      note = ${notes('campaign_answer_secrets')}`.execute(db);
};

/** What a person sees who looks for whom an answer is meant: never its words when they are confidential. */
export interface Unmatched {
  readonly id: string;
  readonly audience: Audience;
  readonly groupId: string | null;
  readonly groupCode: string | null;
  readonly tellerId: string | null;
  readonly tellerName: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDay: Day | null;
  readonly topics: readonly string[];
  readonly note: string;
  readonly freeTimes: readonly string[];
  readonly confidential: boolean;
  readonly answeredOn: Day;
}

const selectUnmatched = (db: CollegeDb, campaignId: string) =>
  db
    .selectFrom('campaign_answers as a')
    .leftJoin('study_groups as g', 'g.id', 'a.group_id')
    .select([
      'a.id',
      'a.audience',
      'a.group_id as groupId',
      'g.code as groupCode',
      'a.teller_id as tellerId',
      'a.teller_name as tellerName',
      'a.last_name as lastName',
      'a.first_name as firstName',
      'a.birth_day as birthDay',
      'a.topics',
      'a.note',
      'a.free_times as freeTimes',
      'a.confidential',
      'a.answered_on as answeredOn',
    ])
    .where('a.campaign_id', '=', campaignId)
    .where('a.person_id', 'is', null)
    .orderBy('a.answered_on')
    .orderBy('a.last_name')
    .orderBy('a.id');

const typed = <T extends { audience: string }>(row: T) => ({ ...row, audience: row.audience as Audience });

export const unmatchedOf = async (db: CollegeDb, campaignId: string): Promise<Unmatched[]> =>
  (await selectUnmatched(db, campaignId).execute()).map(typed);

export const unmatchedById = async (db: CollegeDb, campaignId: string, id: string): Promise<Unmatched | undefined> => {
  const row = await selectUnmatched(db, campaignId).where('a.id', '=', id).executeTakeFirst();
  return row && typed(row);
};

/** Takes an unrecognised answer out, with all its words: they go on to the person, or nowhere. */
export const takeOut = async (
  db: CollegeDb,
  id: string,
): Promise<{ topics: readonly string[]; note: string } | undefined> => {
  const secret = await db
    .selectFrom('campaign_answer_secrets')
    .select(['topics', 'note'])
    .where('answer_id', '=', id)
    .executeTakeFirst();
  const open = await db
    .deleteFrom('campaign_answers')
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .returning(['topics', 'note'])
    .executeTakeFirst();
  return open && (secret ?? open);
};

/** Students of a group (null: of the college) who were born on a day; a null day asks nothing of it. */
export const studentsLike = async (
  db: CollegeDb,
  groupId: string | null,
  birthDay: Day | null,
): Promise<{ id: string; lastName: string; firstName: string }[]> => {
  if (groupId === null && birthDay === null) return [];
  const { rows } = await sql<{ id: string; lastName: string; firstName: string }>`
    select id, last_name as "lastName", first_name as "firstName" from persons
    where kind = 'student' and left_on is null
      and ${groupId === null ? sql`true` : sql`group_id = ${groupId}::uuid`}
      and ${birthDay === null ? sql`true` : sql`birth_day = ${birthDay}::date`}`.execute(db);
  return rows;
};

/** When this person answered last by this way of asking, if ever. */
export const answeredOn = async (
  db: CollegeDb,
  { campaignId, audience, personId }: { campaignId: string; audience: Audience; personId: string },
): Promise<Day | null> => {
  const row = await db
    .selectFrom('campaign_answers')
    .select((is) => is.fn.max('answered_on').as('day'))
    .where('campaign_id', '=', campaignId)
    .where('audience', '=', audience)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.day ?? null;
};
