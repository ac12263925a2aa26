import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { day } from '../../kernel/day.ts';

let house: TestHouse;
let anna: Visitor;
let teacherId: string;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
  teacherId = await house.inside((_, given) => given.teacher({ last: 'Шабалина', first: 'Нина' }));
  await house.inside(async (db, given) => {
    for (const last of ['Адова', 'Белова', 'Валова']) {
      const id = await given.student({ last });
      await given.mentee(id);
      const need = { person_id: id, year: 2026, topic: 'study', note: '', stated_on: day('2026-09-10') };
      await db
        .insertInto('needs')
        .values({ ...need, source: 'self', confidential: last === 'Валова' })
        .execute();
    }
  });
});
afterAll(() => house.close());

test('the group and curators are named, and an order is drafted from them', async () => {
  expect((await anna.get('/preparation')).html).toContain('Рабочей группы ещё нет');
  expect((await anna.post('/preparation/members', { personId: '', part: 'chair' })).status).toBe(422);
  await anna.post('/preparation/members', { personId: teacherId, part: 'chair', duty: '' });
  expect((await anna.post('/preparation/order')).html).toContain('Кураторов пока нет');
  await anna.post('/preparation/curators', { form: 'student-student', curatorId: teacherId });

  const order = await anna.post('/preparation/order');
  expect(order.location).toMatch(/^\/documents\//);
  expect((await anna.get(order.location ?? '')).html).toContain('О рабочей группе и кураторах');
});

test('every number of the map leads to so many people; a confidential topic is not told to those who may not know it', async () => {
  const map = (await anna.get('/preparation/forms')).html;
  const link = /class="heat[^"]*" href="([^"]+)"[^>]*>(\d+)</.exec(map);
  expect(link?.[2]).toBe('3');
  const list = (await anna.get((link?.[1] ?? '').replaceAll('&amp;', '&'))).html;
  expect(list.match(/href="\/mentees\//g)).toHaveLength(3);

  const member = await house.signIn('working-group');
  expect((await anna.get('/preparation/forms?topic=study')).html).toContain('студент — студент: 3');
  expect((await member.get('/preparation/forms?topic=study')).html).toContain('студент — студент: 2');
  expect((await member.get('/preparation/forms?topic=secret')).html).toContain('студент — студент: 1');
});

test('the proposal becomes a decision and minutes; what is wrong comes back with what was typed', async () => {
  const decision = {
    'chosen-student-student': 'yes',
    'mentees-student-student': '3',
    'mentors-student-student': 'два',
    'expected-student-student': 'Сдать сессию',
    version: '0',
  };
  const wrong = await anna.post('/preparation/forms', decision);
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Впишите целое число');
  expect(wrong.html).toContain('value="Сдать сессию"');

  expect((await anna.post('/preparation/forms', { ...decision, 'mentors-student-student': '2' })).status).toBe(303);
  const stale = await anna.post('/preparation/forms', { ...decision, 'mentors-student-student': '1' });
  expect(stale.html).toContain('решение записал другой человек');
  const minutes = await anna.post('/preparation/forms/minutes');
  expect((await anna.get(minutes.location ?? '')).html).toContain('Применять форму');
});

test('audiences and resources are listed on their two sides', async () => {
  await anna.post('/preparation/means', { kind: 'audience', side: 'outer', name: 'Выпускники завода', note: '' });

  expect((await anna.get('/preparation/means')).html).toContain('Выпускники завода');
  expect((await anna.post('/preparation/means', { kind: 'room', side: 'inner', name: '' })).status).toBe(422);
});

test('a class teacher does not enter', async () => {
  expect((await (await house.signIn('class-teacher')).get('/preparation')).status).toBe(403);
});
