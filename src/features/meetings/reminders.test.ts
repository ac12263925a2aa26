import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import { day } from '../../kernel/day.ts';
import { holdToday } from '../../platform/clock.ts';
import type { Letter, Posting } from '../../platform/mail.ts';
import { localFiles } from '../../platform/storage.ts';
import { runDaily } from '../../platform/tasks.ts';
import { remindersOf } from './jobs.ts';
import { putLetterWish } from './letter-rows.ts';

let house: TestHouse;
let people = { pairId: '', mentorId: '', menteeId: '' };
const letters: Letter[] = [];
let answer: Posting = 'sent';

beforeAll(async () => {
  house = await openHouse();
  people = await house.inside(async (db, given) => {
    const mentorId = await given.student({ last: 'Зорин', first: 'Максим' });
    const menteeId = await given.student({ last: 'Ашихмина', first: 'Полина' });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    for (const [id, email] of [
      [mentorId, 'max@college.example'],
      [menteeId, 'polina@college.example'],
    ] as const)
      await db.updateTable('persons').set({ email }).where('id', '=', id).execute();
    const { id } = await db
      .insertInto('pairs')
      .values({
        ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', seat: 1, mentor_capacity: 1 },
        ...{ from_day: day('2026-09-15'), till_day: day('2027-06-30') },
        mentor_consent_id: await given.consent(mentorId),
        mentee_consent_id: await given.consent(menteeId),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { pairId: id, mentorId, menteeId };
  });
});
afterAll(() => house.close());

const plan = (iso: string) =>
  house.inside(async (db) => {
    await db
      .insertInto('meetings')
      .values({
        ...{ pair_id: people.pairId, kind: 'working', state: 'planned', day: day(iso), starts: '14:40' },
        ...{ place: 'ауд. 305', door_key: 'key' },
      })
      .execute();
  });

/** The hourly call on a day, at noon or at night. */
const hourOf = async (iso: string, utc = '09:00') => {
  letters.length = 0;
  holdToday(day(iso));
  const send = async (letter: Letter): Promise<Posting> => {
    letters.push(letter);
    return answer;
  };
  const workers = [remindersOf({ send, messengers: [], baseUrl: 'http://nastavnik.test' })];
  await runDaily(house.db, localFiles('/nonexistent: letters need no files'), workers, new Date(`${iso}T${utc}:00Z`));
  return letters.map(({ to }) => to).toSorted();
};

test('the day before both sides get one letter with what is tomorrow, however often the hour strikes; nobody at night', async () => {
  await plan('2026-10-13');
  expect(await hourOf('2026-10-12', '02:00')).toEqual([]);

  expect(await hourOf('2026-10-12')).toEqual(['max@college.example', 'polina@college.example']);
  expect(letters[0]?.text).toContain('14:40, рабочая встреча');
  expect(letters[0]?.text).toContain('ауд. 305');
  expect(await hourOf('2026-10-12', '10:00')).toEqual([]);
});

test('a second letter in the week goes only to those who asked for each, none to those who want none', async () => {
  await plan('2026-10-15');
  await house.inside((db) => putLetterWish(db, people.mentorId, 'each'));
  expect(await hourOf('2026-10-14')).toEqual(['max@college.example']);

  await plan('2026-10-27');
  await house.inside((db) => putLetterWish(db, people.menteeId, 'none'));
  expect(await hourOf('2026-10-26')).toEqual(['max@college.example']);
});

test('what the server did not take leaves the week free, and is not tried again for that meeting', async () => {
  await house.inside((db) => putLetterWish(db, people.mentorId, 'week'));
  await plan('2026-11-10');
  await plan('2026-11-12');
  answer = 'refused';
  expect(await hourOf('2026-11-09')).toHaveLength(1);
  answer = 'sent';
  expect(await hourOf('2026-11-09', '11:00')).toEqual([]);
  expect(await hourOf('2026-11-11')).toEqual(['max@college.example']);
});
