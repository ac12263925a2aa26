import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import { paperStories } from '../../../test/paper-story.ts';
import type { Actor } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import { installNorms } from '../college/rows.ts';
import { endPairsOf } from './end-pair.ts';
import { formPair, type PairInput } from './form-pair.ts';
import { publishPairs } from './publish-pairs.ts';

const papers = paperStories();

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

/** Opens when the first of two has done its work and has not committed yet. */
const gate = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
};

/** One request of one curator: a transaction of its own, held open for a moment after its work. */
const request = <T>(name: string, work: (ctx: Ctx) => Promise<T>, linger = 0, worked = () => {}): Promise<T> =>
  inCollege(house.db, house.college, async (db) => {
    const answer = await work({ db, actor: curator(name), today: day('2026-10-12') });
    worked();
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

const papersOf = async () => {
  const curatorId = await house.inside(async (db, given) => {
    await installNorms(db);
    const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
    await db.updateTable('colleges').set({ director_id: director }).execute();
    return given.teacher({ last: 'Иванова' });
  });
  const frame = { from: day('2026-10-15'), till: day('2027-06-30'), plansBy: day('2026-11-30'), curatorId };
  const publish = (name: string, pairs: readonly PairInput[], linger = 0, worked = () => {}) =>
    request(
      name,
      (ctx) => publishPairs({ ...ctx, store: papers.store, baseUrl: '' }, { ...frame, psychologistId: null, pairs }),
      linger,
      worked,
    );
  return { publish };
};

const standing = (mentorId: string) =>
  house.inside(async (db) => ({
    pairs: await db
      .selectFrom('pairs')
      .select(['mentee_id', 'order_id', 'end_reason'])
      .where('mentor_id', '=', mentorId)
      .execute(),
    papers: await db.selectFrom('documents').select('kind').where('kind', 'in', ['pairs-order', 'minutes']).execute(),
  }));

test('two curators publish the same pairs at once: one publication, one told, no paper twice', async () => {
  const { mentorId, mentees } = await people(2, 2);
  const { publish } = await papersOf();
  const before = (await standing(mentorId)).papers.length;
  const pairs = mentees.map((menteeId) => pair(mentorId, menteeId));

  const answers = await Promise.all([publish('Первая', pairs, 50), publish('Вторая', pairs, 50)]);

  const kinds = answers.map((answer) => (answer.ok ? answer.value.kind : answer.reason)).sort();
  expect(kinds).toEqual(['hindered', 'published']);
  const after = await standing(mentorId);
  expect(after.pairs).toHaveLength(2);
  expect(after.pairs.every(({ order_id }) => order_id !== null)).toBe(true);
  expect(after.papers.length - before).toBe(2);
});

test('two publications want a mentor’s last place: the second has none of its other pairs either', async () => {
  const { mentorId, mentees } = await people(2, 1);
  const free = await people(1, 1);
  const [first = '', second = ''] = mentees;
  const { publish } = await papersOf();
  const other = pair(free.mentorId, free.mentees[0] ?? '');
  const one = gate();

  const answers = await Promise.all([
    publish('Первая', [pair(mentorId, first)], 80, one.open),
    one.passed.then(() => publish('Вторая', [other, pair(mentorId, second)])),
  ]);

  expect(answers[0]).toMatchObject({ ok: true, value: { kind: 'published' } });
  expect(answers[1]).toMatchObject({
    ok: true,
    value: { kind: 'hindered', hindrances: [{ mentorId, menteeId: second, reason: 'no-free-place' }] },
  });
  expect((await standing(free.mentorId)).pairs).toEqual([]);
});

test('a consent withdrawn before the publication comes to it stops the whole; one withdrawn after it ends the pair', async () => {
  const { mentorId, mentees } = await people(2, 2);
  const [first = '', second = ''] = mentees;
  const { publish } = await papersOf();
  const withdraw = (personId: string, linger: number, worked = () => {}) =>
    request(
      'Отзыв',
      async (ctx) => {
        await ctx.db
          .updateTable('consents')
          .set({ withdrawn_on: day('2026-10-12') })
          .where('person_id', '=', personId)
          .where('purpose', '=', 'processing')
          .execute();
        await endPairsOf(ctx, personId, day('2026-10-12'), 'Отозвано согласие');
      },
      linger,
      worked,
    );
  const [withdrawn, formed] = [gate(), gate()];

  const [, stopped] = await Promise.all([
    withdraw(second, 100, withdrawn.open),
    withdrawn.passed.then(() =>
      publish(
        'Первая',
        mentees.map((id) => pair(mentorId, id)),
      ),
    ),
  ]);
  expect(stopped).toMatchObject({ ok: true, value: { kind: 'hindered', hindrances: [{ menteeId: second }] } });
  expect((await standing(mentorId)).pairs).toEqual([]);

  const [published] = await Promise.all([
    publish('Вторая', [pair(mentorId, first)], 100, formed.open),
    formed.passed.then(() => withdraw(first, 0)),
  ]);
  expect(published).toMatchObject({ ok: true, value: { kind: 'published' } });
  expect((await standing(mentorId)).pairs).toMatchObject([{ mentee_id: first, end_reason: 'Отозвано согласие' }]);
});
