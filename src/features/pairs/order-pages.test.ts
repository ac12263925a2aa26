import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { systemActor } from '../../app/first-sign-in.ts';
import { day } from '../../kernel/day.ts';
import { formPair } from './form-pair.ts';

let house: TestHouse;
let anna: Visitor;
let curatorId = '';

beforeAll(async () => {
  house = await openHouse();
  curatorId = await house.inside(async (db, given) => {
    const director = await given.teacher({ last: 'Корнилова', post: 'Директор' });
    await db.updateTable('colleges').set({ director_id: director }).execute();
    return given.teacher({ last: 'Иванова', first: 'Мария', post: 'педагог-организатор' });
  });
  anna = await house.signIn('curator', { personId: curatorId });
});
afterAll(() => house.close());

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');

const pair = (mentor: string, mentee: string): Promise<string> =>
  house.inside(async (db, given) => {
    const mentorId = await given.student({ last: mentor, group: 'ЭМ-41', born: '2005-01-01' });
    const menteeId = await given.student({ last: mentee, group: 'ЭМ-11', born: '2006-01-01' });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    await given.consent(mentorId);
    await given.consent(menteeId);
    const ctx = { db, actor: systemActor(house.college), today: day('2026-10-12') };
    const period = { form: 'student-student', variant: '', from: day('2026-10-26'), till: day('2027-06-30') };
    const formed = await formPair(ctx, { mentorId, menteeId, ...period });
    if (!formed.ok) throw new Error(formed.reason);
    return formed.value;
  });

const sent = (pairIds: readonly string[]) => ({
  pairIds,
  from: '26.10.2026',
  till: '30.06.2027',
  plansBy: '30.11.2026',
  curatorId,
  psychologistId: '',
});

test('without pairs there is nothing to order, and the page says so', async () => {
  expect(textOf((await anna.get('/pairs/order')).html)).toContain('Приказ не нужен');
});

test('the order is made on the page, shown as on paper, and frees its pairs when it is deleted', async () => {
  const one = await pair('Рублёва', 'Агалакова');
  const page = await anna.get('/pairs/order');
  expect(textOf(page.html)).toContain('Без приказа: 1 пара.');
  expect(textOf(page.html)).toContain('Согласия: 2 из 2');
  expect(textOf(page.html)).toContain('Внести протокол');
  expect(page.html).toContain('value="26.10.2026"');

  const made = await anna.post('/pairs/order', sent([one]));
  expect(made.location).toMatch(/^\/documents\//);
  const document = await anna.get(made.location ?? '');
  expect(document.html).toContain('<mark class="paper-name">Иванову Марию Петровну</mark>');
  expect(textOf(document.html)).toContain('Рублёва Анна Сергеевна, гр. ЭМ-41');
  expect(document.html).toContain(`/people/${curatorId}/declension`);
  expect(textOf((await anna.get('/pairs')).html)).toContain('проект приказа');
  expect(
    (await anna.post(made.location?.replace('/documents/', '/pairs/order/').concat('/refresh') ?? '')).location,
  ).toBe(made.location);

  await anna.post(`${made.location}/remove`);
  expect(textOf((await anna.get('/pairs/order')).html)).toContain('Без приказа: 1 пара.');
});

test('nothing ticked, no curator, a wrong day: the page comes back with what was typed', async () => {
  const nothing = await anna.post('/pairs/order', sent([]));
  expect(nothing.status).toBe(422);
  expect(textOf(nothing.html)).toContain('Отметьте хотя бы одну пару');

  const wrong = await anna.post('/pairs/order', { ...sent([]), curatorId: '', till: '31.02.2027' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="31.02.2027"');
  expect(textOf(wrong.html)).toContain('Выберите куратора');
});

test('minutes come out of the same form; pairs that ended early get their amending order', async () => {
  const two = await pair('Созонтова', 'Загайнова');
  const minutes = await anna.post('/pairs/order', { ...sent([two]), paper: 'minutes' });
  expect(textOf((await anna.get(minutes.location ?? '')).html)).toContain('ПОСТАНОВИЛИ:');

  const made = await anna.post('/pairs/order', sent([two]));
  await anna.post(`${made.location}/sign`, { version: '1', number: '138-од', day: '12.10.2026' });
  await anna.post(`/pairs/${two}/end`, { version: '1', till: '26.10.2026', reason: 'Переезд' });

  const ended = await anna.get('/pairs/order?ended=1');
  expect(textOf(ended.html)).toContain('приказом № 138-од от 12.10.2026');
  const id = made.location?.replace('/documents/', '') ?? '';
  const amending = await anna.post(`/pairs/order/${id}/end`);
  expect(textOf((await anna.get(amending.location ?? '')).html)).toContain('Причина: переезд.');
  expect((await anna.post(`/pairs/order/${id}/end`)).status).toBe(422);
});
