import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { often } from '../../platform/pool.ts';
import type { Answer } from './answer.ts';
import type { Way } from './round.ts';

/** Whose sheet it is: a person by name, or whoever holds the key. */
export interface Owner {
  readonly personId: string | null;
  readonly keyHash: string | null;
  readonly groupId: string | null;
  readonly way: Way;
  /** Who typed a paper in. */
  readonly accountId: string | null;
}

export interface FoundSheet {
  readonly id: string;
  readonly versionId: string;
  readonly finishedOn: Day | null;
}

/** The sheet and the version it was begun on. */
export const findSheet = (
  db: CollegeDb,
  roundId: string,
  owner: Pick<Owner, 'personId' | 'keyHash'>,
): Promise<FoundSheet | undefined> =>
  sql<FoundSheet>`${often}
    select id, version_id as "versionId", finished_on as "finishedOn" from questionnaire_sheets
    where round_id = ${roundId} and ${sql.ref(owner.personId === null ? 'key_hash' : 'person_id')} = ${owner.personId ?? owner.keyHash}`
    .execute(db)
    .then(({ rows }) => rows[0]);

/** Begins a sheet on this version; undefined when another tab has begun it this very moment. */
export const beginSheet = async (
  db: CollegeDb,
  roundId: string,
  versionId: string,
  owner: Owner,
): Promise<string | undefined> => {
  const row = await db
    .insertInto('questionnaire_sheets')
    .values({
      round_id: roundId,
      version_id: versionId,
      person_id: owner.personId,
      key_hash: owner.keyHash,
      group_id: owner.groupId,
      way: owner.way,
      account_id: owner.accountId,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

export interface GivenAnswer {
  readonly question: string;
  readonly answerId: string;
  /** null: taken back. */
  readonly value: Answer | null;
  /** When it was given; undefined: now, after everything that is there. */
  readonly at?: Date | undefined;
}

/**
 * Stores answers, each once. The later one of a question wins: later by the time it was given, whenever it came. One that
 * was sent again changes nothing.
 */
export const keepAnswers = async (db: CollegeDb, sheetId: string, answers: readonly GivenAnswer[]): Promise<void> => {
  if (answers.length === 0) return;
  const rows = answers.map(({ question, answerId, value, at }) => ({
    question,
    answer_id: answerId,
    value: value === null ? null : value,
    at: at?.toISOString() ?? null,
  }));
  await sql`${often}
    insert into questionnaire_answers as a (sheet_id, question, answer_id, value, given_at)
    select ${sheetId}::uuid, n.question, n.answer_id, nullif(n.value, 'null'::jsonb), least(coalesce(n.at, clock_timestamp()), clock_timestamp())
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (question text, answer_id uuid, value jsonb, at timestamptz)
    on conflict (college_id, sheet_id, question) do update
      set answer_id = excluded.answer_id, value = excluded.value,
        given_at = greatest(excluded.given_at, a.given_at + interval '1 microsecond')
      where a.answer_id <> excluded.answer_id and (excluded.given_at > a.given_at or ${answers.every(({ at }) => at === undefined)})`.execute(
    db,
  );
};

export interface KeptAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  /** The latest moment of all answers, ms; what is given on a page that has shown them counts as later. */
  readonly clock: number;
}

export const answersOf = async (db: CollegeDb, sheetId: string): Promise<KeptAnswers> => {
  const rows = await db
    .selectFrom('questionnaire_answers')
    .select(['question', 'value', 'given_at as at'])
    .where('sheet_id', '=', sheetId)
    .execute();
  return {
    answers: new Map(rows.flatMap(({ question, value }) => (value === null ? [] : [[question, value as Answer]]))),
    clock: Math.max(0, ...rows.map(({ at }) => at.getTime() + 1)),
  };
};

export const finishSheet = async (db: CollegeDb, sheetId: string, on: Day): Promise<void> => {
  await db
    .updateTable('questionnaire_sheets')
    .set({ finished_on: on })
    .where('id', '=', sheetId)
    .where('finished_on', 'is', null)
    .execute();
};
