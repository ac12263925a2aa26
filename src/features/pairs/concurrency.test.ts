import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import type { Actor } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import { formPair, type PairInput } from './form-pair.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const curator = (name: string): Actor => ({
  college: house.college,
  accountId: '00000000-0000-4000-8000-000000000001',
  personId: null,
  name,
  roles: ['curator'],
  groupIds: [],
});

/** One request of one curator: a transaction of its own, held open for a moment after its work. */
const request = <T>(name: string, work: (ctx: Ctx) => Promise<T>, linger = 0): Promise<T> =>
  inCollege(house.db, house.college, async (db) => {
    const answer = await work({ db, actor: curator(name), today: day('2026-10-12') });
    await new Promise((settle) => setTimeout(settle, linger));
    return answer;
  });

const people = (count: number, capacity: number) =>
  house.inside(async (_, given) => {
    const born = '2005-01-01';
    const mentorId = await given.student({ last: 'Наставникова', born });
    await given.mentor(mentorId, capacity);
    await given.consent(mentorId);
    const mentees: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const id = await given.student({ last: `Ученикова${'абвгд'[n]}`, born });
      await given.mentee(id);
      await given.consent(id);
      mentees.push(id);
    }
    return { mentorId, mentees };
  });

const pair = (mentorId: string, menteeId: string): PairInput => ({
  mentorId,
  menteeId,
  form: 'student-student',
  variant: '',
  from: day('2026-10-15'),
  till: day('2027-06-30'),
});

test('a mentor’s last place wanted by five curators at once goes to one; the others are told, nothing is half-done', async () => {
  const { mentorId, mentees } = await people(5, 1);

  const answers = await Promise.all(
    mentees.map((menteeId, n) => request(`Куратор ${n}`, (ctx) => formPair(ctx, pair(mentorId, menteeId)), 50)),
  );

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array(4).fill({ ok: false, reason: 'no-free-place' }));
  const journal = await house.inside((db) =>
    db.selectFrom('journal').select('action').where('action', '=', 'pair.formed').execute(),
  );
  expect(journal).toHaveLength(1);
});

test('five curators fill a mentor of three places exactly', async () => {
  const { mentorId, mentees } = await people(5, 3);

  const answers = await Promise.all(
    mentees.map((menteeId, n) => request(`Куратор ${n}`, (ctx) => formPair(ctx, pair(mentorId, menteeId)), 20)),
  );

  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
});

test('a mentee whom two curators give to two mentors at once gets one of them', async () => {
  const [first, second] = [await people(1, 1), await people(0, 1)];
  const [menteeId = ''] = first.mentees;

  const answers = await Promise.all([
    request('Первая', (ctx) => formPair(ctx, pair(first.mentorId, menteeId)), 50),
    request('Вторая', (ctx) => formPair(ctx, pair(second.mentorId, menteeId)), 50),
  ]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, reason: 'has-mentor' });
});
