import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import { type MessengerStandIn, openMessengerStandIn } from '../../../test/messenger-stand-in.ts';
import { type Day, day } from '../../kernel/day.ts';
import { holdToday } from '../../platform/clock.ts';
import type { Letter, Posting } from '../../platform/mail.ts';
import { openVk } from '../../platform/messengers.ts';
import { localFiles } from '../../platform/storage.ts';
import { runDaily } from '../../platform/tasks.ts';
import { remindersOf } from '../meetings/jobs.ts';
import { putLetterWish } from '../meetings/letter-rows.ts';
import { digestOf } from './jobs.ts';

let house: TestHouse;
let vk: MessengerStandIn;
let people = { pairId: '', mentorId: '', menteeId: '', curatorId: '' };
const letters: Letter[] = [];
let answer: Posting = 'sent';

const curator = 'vera@college.example';
const mentor = 'max@college.example';
const mentee = 'polina@college.example';

beforeAll(async () => {
  house = await openHouse();
  vk = await openMessengerStandIn();
  people = await house.inside(async (db, given) => {
    const mentorId = await given.student({ last: 'Зорин', first: 'Максим' });
    const menteeId = await given.student({ last: 'Ашихмина', first: 'Полина' });
    const curatorId = await given.teacher({ last: 'Кузнецова', first: 'Вера' });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    for (const [id, email] of [
      [mentorId, mentor],
      [menteeId, mentee],
      [curatorId, curator],
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
    return { pairId: id, mentorId, menteeId, curatorId };
  });
  await house.signIn('curator', { personId: people.curatorId });
});
afterAll(async () => {
  await vk.close();
  await house.close();
});

beforeEach(async () => {
  answer = 'sent';
  await house.inside(async (db) => {
    for (const table of ['digest_letters', 'meeting_letters', 'daily_runs', 'reminder_wishes', 'meetings'] as const)
      await db.deleteFrom(table).execute();
  });
});

const plan = (on: Day) =>
  house.inside((db) =>
    db
      .insertInto('meetings')
      .values({
        ...{ pair_id: people.pairId, kind: 'working', state: 'planned', day: on, starts: '14:40' },
        ...{ place: 'ауд. 305', door_key: 'key' },
      })
      .execute(),
  );

/** The hourly call of a day, as the house wires it; answers who was written to by mail. */
const strike = async (iso: string, utc = '09:00', digest = true) => {
  letters.length = 0;
  holdToday(day(iso));
  const doors = {
    baseUrl: 'http://nastavnik.test',
    send: async (letter: Letter): Promise<Posting> => {
      letters.push(letter);
      return answer;
    },
    messengers: [openVk({ token: 'the key of the test', url: vk.url })],
  };
  const workers = [...(digest ? [digestOf({ ...doors, sources: [] })] : []), remindersOf(doors)];
  await runDaily(house.db, localFiles('/nonexistent: no files'), workers, new Date(`${iso}T${utc}:00Z`));
  return letters.map(({ to }) => to).toSorted();
};

const monday = '2026-10-12';

test('on Monday everybody gets one letter with what waits, and no name stands in it', async () => {
  await plan(day('2026-10-14'));
  expect(await strike(monday)).toEqual([mentor, mentee, curator].toSorted());
  const to = (address: string) => letters.find((letter) => letter.to === address)?.text ?? '';
  expect(to(curator)).toContain('Нет согласованного плана: 1');
  expect(to(curator)).toContain('http://nastavnik.test/week');
  expect(to(mentor)).toMatch(/14\sоктября, 14:40, рабочая встреча/);
  for (const { subject, text } of letters)
    expect(subject + text).not.toMatch(/Зорин|Ашихмин|Кузнецов|Максим|Полин|Вера/);

  expect(await strike(monday, '10:00')).toEqual([]);
  expect(await strike('2026-10-13')).toEqual([]);
});

test('a server that slept on Monday sends on the first day it works, and on that day alone', async () => {
  await plan(day('2026-10-16'));
  expect(await strike('2026-10-14')).toContain(mentor);
  await house.inside((db) => db.deleteFrom('digest_letters').execute());
  expect((await strike('2026-10-14', '11:00')).length).toBe(3);
  await house.inside((db) => db.deleteFrom('digest_letters').execute());
  expect((await strike('2026-10-17')).length).toBe(0);
});

test('who has nothing waiting gets no letter', async () => {
  expect(await strike(monday)).toEqual([curator]);
});

test('whoever had the letter of the week is not reminded of a meeting, unless each was asked for', async () => {
  await plan(day('2026-10-15'));
  await house.inside((db) => putLetterWish(db, people.menteeId, 'each'));
  expect(await strike(monday)).toEqual([mentor, mentee, curator].toSorted());
  expect(await strike('2026-10-14')).toEqual([mentee]);
});

test('whoever had a reminder within seven days gets no letter of the week', async () => {
  await plan(day('2026-10-09'));
  expect(await strike('2026-10-08', '09:00', false)).toEqual([mentor, mentee].toSorted());
  await plan(day('2026-10-13'));
  expect(await strike(monday)).toEqual([curator]);
});

test('whoever wants no letters gets none, the curator too', async () => {
  await plan(day('2026-10-14'));
  for (const id of [people.curatorId, people.mentorId]) await house.inside((db) => putLetterWish(db, id, 'none'));
  expect(await strike(monday)).toEqual([mentee]);
});

test('when the post does not answer, the letter is tried again in an hour and on the next day; a letter that may have gone is not', async () => {
  await plan(day('2026-10-16'));
  answer = 'unreachable';
  expect((await strike(monday)).length).toBe(1);
  answer = 'uncertain';
  expect((await strike('2026-10-13')).length).toBe(3);
  answer = 'sent';
  expect(await strike('2026-10-13', '10:00')).toEqual([]);
});

test('two processes at once send each letter once', async () => {
  await plan(day('2026-10-14'));
  holdToday(day(monday));
  await Promise.all([strike(monday), strike(monday)]);
  const rows = await house.inside((db) => db.selectFrom('digest_letters').select('person_id').execute());
  expect(letters).toHaveLength(3);
  expect(rows).toHaveLength(3);
});

const linkVk = (personId: string) =>
  house.inside((db) =>
    db
      .insertInto('messenger_links')
      .values({
        ...{ person_id: personId, messenger: 'vk', address: '777', code_hash: '', asked_at: new Date() },
        proved_on: day('2026-10-01'),
      })
      .execute(),
  );

test('whoever linked VK gets the letter and the reminders there and not by mail; one shut there gets mail', async () => {
  await linkVk(people.mentorId);
  await house.inside((db) => putLetterWish(db, people.mentorId, 'each'));
  await plan(day('2026-10-13'));
  vk.answers({ status: 200, body: { response: 1 } });
  const before = vk.asked.length;
  expect(await strike(monday)).not.toContain(mentor);
  expect(vk.asked.slice(before).map(({ body }) => new URLSearchParams(body).get('user_id'))).toEqual(['777', '777']);

  await plan(day('2026-10-22'));
  vk.answers({ status: 200, body: { error: { error_code: 901 } } });
  expect(await strike('2026-10-21')).toContain(mentor);
});
