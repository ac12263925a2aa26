import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenIn } from '../../../test/given.ts';
import { freshDatabase, type TestDatabase } from '../../../test/postgres.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { type CollegeDb, connect, type Database, dangerouslyScope, inCollege } from '../../platform/db.ts';
import { createCollege } from '../college/create-college.ts';
import { withdrawConsent } from './withdraw-consent.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await freshDatabase();
  db = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const curator = (tx: CollegeDb, college: string): Ctx => ({
  db: tx,
  today: day('2026-10-12'),
  actor: {
    college: dangerouslyScope(college),
    accountId: '00000000-0000-4000-8000-000000000001',
    personId: null,
    name: 'Ложкина Е. С.',
    roles: ['curator'],
    groupIds: [],
  },
});

test('a withdrawal that meets a pair being confirmed waits for it, and then takes it away', async () => {
  const college = await createCollege(db, { fullName: 'Колледж', shortName: 'Колледж', today: day('2026-10-12') });
  const [vera, oleg, consents] = await inCollege(db, college, async (tx) => {
    const given = givenIn(tx);
    const mentor = await given.student({ last: 'Верина', born: '2006-01-01' });
    const mentee = await given.student({ last: 'Олегов', born: '2006-01-01' });
    await given.mentor(mentor);
    await given.mentee(mentee);
    return [mentor, mentee, [await given.consent(mentor), await given.consent(mentee)]] as const;
  });
  const pairsSeen: number[] = [];
  const consequence = {
    describe: async () => [],
    apply: async ({ db: tx }: Ctx, personId: string) => {
      const pairs = await tx.selectFrom('pairs').select('id').where('mentee_id', '=', personId).execute();
      pairsSeen.push(pairs.length);
    },
  };

  let withdrawal: Promise<unknown> = Promise.resolve();
  await inCollege(db, college, async (confirming) => {
    await confirming
      .insertInto('pairs')
      .values({
        mentor_id: vera,
        mentee_id: oleg,
        form: 'student-student',
        from_day: day('2026-10-15'),
        till_day: day('2027-06-30'),
        seat: 1,
        mentor_capacity: 1,
        mentor_consent_id: consents[0],
        mentee_consent_id: consents[1],
      })
      .execute();
    withdrawal = inCollege(db, college, (tx) =>
      withdrawConsent(curator(tx, college), { personId: oleg, purpose: 'processing', reason: '' }, [consequence]),
    );
    await waiting();
    expect(pairsSeen).toEqual([]);
  });
  await withdrawal;

  expect(pairsSeen).toEqual([1]);
});

/** Until another session waits for a lock: only then the two have really met. */
const waiting = async (): Promise<void> => {
  const met = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await met.execute(db)).rows.length === 0) await new Promise((again) => setTimeout(again, 10));
};
