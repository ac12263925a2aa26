import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { installNorms } from '../college/rows.ts';
import { answerSoon, askAside } from './ask-aside.ts';
import { usualConditions } from './candidate.ts';
import { deskPairs } from './desk-rows.ts';
import { usualWeights } from './problem.ts';
import { propose } from './propose.ts';
import { proposalById } from './rows.ts';

let house: TestHouse;
let curator: Visitor;
let people: { mentorId: string; otherId: string; menteeId: string; curatorId: string };
let base: string;

beforeAll(async () => {
  house = await openHouse();
  curator = await house.signIn('curator');
  people = await house.inside(async (db, given) => {
    await installNorms(db);
    const born = '2006-01-01';
    const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
    await db.updateTable('colleges').set({ director_id: director }).execute();
    const person = (last: string) => given.student({ last, born });
    const [mentorId, otherId, menteeId] = [await person('Рублёв'), await person('Зорин'), await person('Агалаков')];
    for (const id of [mentorId, otherId]) await given.mentor(id);
    await given.mentee(menteeId);
    for (const id of [mentorId, otherId, menteeId]) await given.consent(id);
    return { mentorId, otherId, menteeId, curatorId: await given.teacher({ last: 'Иванова' }) };
  });
  const asked = { forms: 'student-student', mode: 'pairs', from: '26.10.2026', till: '30.06.2027' };
  base = (await curator.post('/matching', asked)).location ?? '';
});
afterAll(() => house.close());

const proposalId = () => base.split('/')[2] ?? '';
const standing = () => house.inside(async (db) => (await deskPairs(db, proposalId()))[0]);
const version = () => house.inside(async (db) => (await proposalById(db, proposalId()))?.version ?? 0);

test('a proposal is there at once, made on a thread of its own', async () => {
  expect(base).toMatch(/^\/matching\/[0-9a-f-]{36}$/);
  expect((await curator.get(base)).html).toContain('Лучше нельзя — доказано');
});

test('nothing ticked is said, and what was typed stays', async () => {
  const back = await curator.post('/matching', { mode: 'groups', from: '26.10.2026', till: '30.06.2027' });

  expect(back.status).toBe(422);
  expect(back.html).toContain('Отметьте хотя бы одну форму');
  expect(back.html).toMatch(/value="groups"[^>]*checked|checked[^>]*value="groups"/);
});

test('without scripts a mentee is picked up by a link and placed by a button that shows the change', async () => {
  const { menteeId, mentorId, otherId } = people;
  const now = await standing();
  const goal = now?.mentorId === mentorId ? otherId : mentorId;

  const picked = await curator.get(`${base}/desk?mentee=${menteeId}`);
  expect(picked.html).toContain('В руке: Агалаков Анна');
  expect(picked.html).toMatch(/Сюда: 0/);
  const stale = await curator.post(`${base}/desk/move`, { version: '77', menteeId, mentorId: goal });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain('изменил пары другой человек');

  const moved = await curator.post(`${base}/desk/move`, { version: String(await version()), menteeId, mentorId: goal });
  expect(moved.location).toBe(`${base}/desk#row-${menteeId}`);
  expect((await standing())?.mentorId).toBe(goal);
  await curator.post(`${base}/desk/undo?version=${await version()}`);
  expect((await standing())?.mentorId).toBe(now?.mentorId);
});

test('a move that the rules forbid says why', async () => {
  const { menteeId, mentorId, otherId } = people;
  const now = await standing();
  const goal = now?.mentorId === mentorId ? otherId : mentorId;
  await house.inside((db) =>
    db.updateTable('mentors').set({ left_on: null, forms: [] }).where('person_id', '=', goal).execute(),
  );
  const gone = await curator.post(`${base}/desk/move`, { version: String(await version()), menteeId, mentorId: goal });
  await house.inside((db) =>
    db
      .updateTable('mentors')
      .set({ forms: ['student-student'] })
      .where('person_id', '=', goal)
      .execute(),
  );

  expect(gone.status).toBe(422);
  expect(gone.html).toContain('больше нет среди тех, кого подбирают');
});

test('the personal link asks on a phone, tells nobody’s reason, and takes a yes; a false link is only a page', async () => {
  await curator.post(`${base}/asks`);
  const sheet = await curator.post(`${base}/asks/links`);
  const links = [...sheet.html.matchAll(/http:\/\/nastavnik\.test(\/pair\/[\w-]+)/g)].map(([, path = '']) => path);
  expect(new Set(links).size).toBe(2);

  const stranger = house.stranger();
  for (const path of new Set(links)) {
    const page = await stranger.get(path);
    expect(page.html).toContain('Согласны ли вы работать вместе?');
    const key = /name="key" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const side = /name="side" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    expect((await stranger.post(path, { key, side, answer: 'decline', reason: '' })).html).toContain(
      'почему вы не согласны',
    );
    const other = side === 'mentor' ? 'mentee' : 'mentor';
    expect((await stranger.post(path, { key, side: other, answer: 'agree', reason: '' })).status).toBe(422);
    expect((await stranger.post(path, { key, side, answer: 'agree', reason: '' })).location).toBe(path);
  }
  expect(await standing()).toMatchObject({ mentorSays: 'agree', menteeSays: 'agree' });
  expect((await stranger.get('/pair/nonsense')).html).toContain('Такой ссылки нет');
});

test('a mentee with an account finds the question and no page of the desk', async () => {
  const mentee = await house.signIn('mentee', { personId: people.menteeId });

  expect((await mentee.get('/my/pair-asks')).html).toContain('согласие есть');
  for (const path of ['', '/desk', '/asks', '/publish', '/compare'])
    expect((await mentee.get(`${base}${path}`)).status, path).toBe(403);
});

test('publication makes the pair, the minutes and the order; the second who presses is told', async () => {
  const frame = {
    version: String(await version()),
    plansBy: '30.11.2026',
    curatorId: people.curatorId,
    psychologistId: '',
  };

  const published = await curator.post(`${base}/publish`, frame);
  expect(published.location).toMatch(/^\/documents\//);
  const late = await curator.post(`${base}/publish`, frame);
  expect(late.status).toBe(422);
  expect(late.html).toContain('Публиковать пока нечего');

  const kinds = await house.inside((db) => db.selectFrom('documents').select('kind').orderBy('kind').execute());
  expect(kinds.map(({ kind }) => kind)).toEqual(['minutes', 'pairs-order']);
  expect(await standing()).toMatchObject({ decision: 'confirmed' });
});

test('the run is repeated on the page with the same pairs', async () => {
  const again = await curator.post(`${base}/reproduce`);

  expect(again.location).toBe(base);
  expect(decodeURIComponent(again.response.headers.get('set-cookie') ?? '')).toContain('Вышли те же пары: 1');
});

const question = {
  forms: ['student-student'],
  mode: 'pairs',
  conditions: usualConditions,
  weights: usualWeights,
  mentors: [],
  mentees: [],
  locked: [],
  vetoed: [],
} as const;

test('a thread answers what this thread would; whoever stops it is heard', async () => {
  expect(await askAside(question, async () => undefined)).toEqual(propose(question));
  expect(await answerSoon(question)).toEqual(propose(question));
});
