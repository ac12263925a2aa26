import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import type { Actor, CollegeScope } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import { holdToday } from '../../platform/clock.ts';
import { localFiles } from '../../platform/storage.ts';
import { runDaily } from '../../platform/tasks.ts';
import { openFlags } from './flag-rows.ts';
import { nightOf } from './jobs.ts';

let house: TestHouse;

const system = (college: CollegeScope): Actor => ({
  ...{ college, accountId: '00000000-0000-0000-0000-000000000000', personId: null, name: 'System' },
  ...{ roles: ['administrator'], groupIds: [] },
});

beforeAll(async () => {
  house = await openHouse();
  await house.anotherCollege();
});
afterAll(() => house.close());

const aPair = (last: string) =>
  house.inside(async (db, given) => {
    const mentorId = await given.student({ last });
    const menteeId = await given.student({ last: `${last}-Младшая` });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    await db
      .insertInto('pairs')
      .values({
        ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', seat: 1, mentor_capacity: 1 },
        ...{ from_day: day('2026-09-15'), till_day: day('2027-06-30') },
        mentor_consent_id: await given.consent(mentorId),
        mentee_consent_id: await given.consent(menteeId),
      })
      .execute();
  });

const strike = (iso: string, utc = '09:00') => {
  holdToday(day(iso));
  const store = localFiles('/nonexistent: this work needs no files');
  return runDaily(house.db, store, [nightOf(system)], new Date(`${iso}T${utc}:00Z`));
};

const flags = async () => (await house.inside((db) => openFlags(db))).length;

test('pairs are looked through once a day by the system itself, and again on the next day', async () => {
  await aPair('Белова');
  await strike('2026-11-10');
  expect(await flags()).toBe(1);

  await aPair('Ветрова');
  await strike('2026-11-10', '12:00');
  expect(await flags()).toBe(1);
  await strike('2026-11-11');
  expect(await flags()).toBe(2);
});

test('two processes whose hour strikes at once do the work of a day once, and a day that was slept through costs nothing', async () => {
  await aPair('Гусева');
  await Promise.all([strike('2026-11-16'), strike('2026-11-16')]);
  expect(await flags()).toBe(3);
  const runs = await house.inside((db) => db.selectFrom('daily_runs').select('day').orderBy('day').execute());
  expect(runs.map((run) => run.day)).toEqual(['2026-11-10', '2026-11-11', '2026-11-16']);
});

test('work that broke gives the day back', async () => {
  const broken = nightOf(() => {
    throw new Error('no actor');
  });
  holdToday(day('2026-11-17'));
  await runDaily(house.db, localFiles('/nonexistent: no files'), [broken], new Date('2026-11-17T09:00:00Z'));
  await aPair('Дымова');
  await strike('2026-11-17', '10:00');
  expect(await flags()).toBe(4);
});
