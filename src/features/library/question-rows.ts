import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';

export interface Question {
  readonly id: string;
  readonly personId: string;
  /** «Шишкин Егор Ильич» */
  readonly asker: string;
  readonly title: string;
  readonly askedOn: Day;
  readonly closedOn: Day | null;
  /** Whose word is the last: an open question whose asker spoke last waits for the curator. */
  readonly waits: boolean;
}

export interface QuestionWords {
  readonly id: number;
  readonly author: string;
  readonly fromAsker: boolean;
  readonly words: string;
  readonly saidAt: Date;
}

const selectQuestions = (db: CollegeDb) =>
  db
    .selectFrom('curator_questions as q')
    .innerJoin('persons as p', 'p.id', 'q.person_id')
    .select([
      'q.id',
      'q.person_id as personId',
      sql<string>`concat_ws(' ', p.last_name, p.first_name, nullif(p.patronymic, ''))`.as('asker'),
      'q.title',
      'q.asked_on as askedOn',
      'q.closed_on as closedOn',
      sql<boolean>`q.closed_on is null and (
        select w.from_asker from question_words w where w.question_id = q.id order by w.id desc limit 1)`.as('waits'),
    ]);

/** Those that wait for the curator first, then open ones, then closed ones; the newest first. Not more than 500. */
export const questionsOf = async (db: CollegeDb, of: { readonly personId?: string } = {}): Promise<Question[]> =>
  await selectQuestions(db)
    .$if(of.personId !== undefined, (query) => query.where('q.person_id', '=', of.personId ?? ''))
    .orderBy('waits', 'desc')
    .orderBy(sql`q.closed_on is not null`)
    .orderBy('q.asked_on', 'desc')
    .orderBy('q.id')
    .limit(500)
    .execute();

export const questionById = (db: CollegeDb, id: string): Promise<Question | undefined> =>
  selectQuestions(db).where('q.id', '=', id).executeTakeFirst();

export const wordsOf = async (db: CollegeDb, questionId: string): Promise<QuestionWords[]> =>
  await db
    .selectFrom('question_words as w')
    .leftJoin('accounts as a', 'a.id', 'w.account_id')
    .select([
      'w.id',
      sql<string>`coalesce(a.name, '')`.as('author'),
      'w.from_asker as fromAsker',
      'w.words',
      'w.said_at as saidAt',
    ])
    .where('w.question_id', '=', questionId)
    .orderBy('w.id')
    .execute();

export const insertQuestion = async (
  db: CollegeDb,
  { personId, title, askedOn }: { readonly personId: string; readonly title: string; readonly askedOn: Day },
): Promise<string> => {
  const { id } = await db
    .insertInto('curator_questions')
    .values({ person_id: personId, title, asked_on: askedOn })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const insertWords = async (
  db: CollegeDb,
  said: {
    readonly questionId: string;
    readonly accountId: string;
    readonly fromAsker: boolean;
    readonly words: string;
  },
): Promise<void> => {
  await db
    .insertInto('question_words')
    .values({ question_id: said.questionId, account_id: said.accountId, from_asker: said.fromAsker, words: said.words })
    .execute();
};

export const setClosed = async (db: CollegeDb, id: string, on: Day | null): Promise<void> => {
  await db.updateTable('curator_questions').set({ closed_on: on }).where('id', '=', id).execute();
};

/** Questions whose asker waits for a word of the curator. */
export const waitingQuestions = async (db: CollegeDb): Promise<number> =>
  (await selectQuestions(db).where('q.closed_on', 'is', null).execute()).filter(({ waits }) => waits).length;
