import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { givenPair } from '../../../../test/plan-story.ts';
import { roles } from '../../../kernel/actor.ts';
import { type Day, day } from '../../../kernel/day.ts';

let house: TestHouse;
let anna: Visitor;
let olya: Visitor;
let pair: { id: string; mentorId: string; menteeId: string };

const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? 'no version';

beforeAll(async () => {
  house = await openHouse();
  pair = await house.inside(async (db, given) => {
    const made = await givenPair(db, given);
    await db.updateTable('persons').set({ phone: '+79120001122' }).where('id', '=', made.menteeId).execute();
    return made;
  });
  anna = await house.signIn('mentor', { personId: pair.mentorId });
  olya = await house.signIn('mentee', { personId: pair.menteeId });
});
afterAll(() => house.close());

test('the first page says with whom, how to reach them, and the one thing to do next', async () => {
  const page = await anna.get('/');
  expect(page.html).toContain('Здравствуйте, Анна');
  expect(page.html).toContain('Олина Ольга');
  expect(page.html).toContain('tel:+79120001122');
  expect(page.html).toContain('Составить план');
  expect(page.html).toContain(`href="/pairs/${pair.id}/plan"`);
  expect(page.html.match(/button primary/g)).toHaveLength(1);
});

test('contacts go with the consent that showed them', async () => {
  const withdraw = (on: Day | null) =>
    house.inside((db) =>
      db.updateTable('consents').set({ withdrawn_on: on }).where('person_id', '=', pair.menteeId).execute(),
    );
  await withdraw(day('2026-10-01'));
  expect((await anna.get('/')).html).not.toContain('tel:+79120001122');
  await withdraw(null);
  expect((await anna.get('/')).html).toContain('tel:+79120001122');
});

test('what waits for the mentee is the mentee’s next step', async () => {
  expect((await olya.get('/')).html).not.toContain('согласовать план');
  const plan = (await anna.post(`/pairs/${pair.id}/plan`, { templateId: '' })).location ?? '';
  const words = { goals: 'Сдать сессию', strengths: '', weaknesses: '', otherFormat: '' };
  await anna.post(`${plan}/words`, { ...words, version: versionIn((await anna.get(`${plan}/words`)).html) });
  await anna.post(`${plan}/tasks/new`, { title: 'Сдать долг', expected: '', due: '01.12.2026', version: '0' });
  expect((await anna.get('/')).html).toContain('Дописать план');
  await anna.post(`${plan}/propose`, { version: versionIn((await anna.get(plan)).html) });

  const page = await olya.get('/');
  expect(page.html).toContain('Прочитать и согласовать план');
  expect(page.html).toContain(`href="${plan}"`);
});

test('about me: what is kept, who sees it, and an archive; nobody else’s', async () => {
  const page = await olya.get('/about-me');
  for (const words of ['Карточка и контакты', 'Кто видит', 'Основание', 'Сколько хранится', 'Индивидуальные планы'])
    expect(page.html).toContain(words);
  const records = await olya.get(`/about-me/${pair.menteeId}/records?kind=plans`);
  expect(records.html).toContain('Сдать сессию');
  const archive = await olya.post(`/about-me/${pair.menteeId}/export`);
  expect(archive.response.headers.get('content-type')).toBe('application/zip');

  const others: Visitor[] = [];
  for (const role of roles) others.push(await house.signIn(role));
  for (const visitor of [anna, ...others]) {
    expect((await visitor.get('/about-me')).status).toBe(200);
    expect((await visitor.get(`/about-me/${pair.menteeId}/records`)).status).toBe(403);
    expect((await visitor.post(`/about-me/${pair.menteeId}/export`)).status).toBe(403);
  }
});
