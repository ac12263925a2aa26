import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../test/house-under-test.ts';
import { openVk } from '../../../platform/messengers.ts';
import { letterWishOf } from '../../meetings/letter-rows.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse({ messengers: [openVk({ token: 'the key of the test', url: 'http://127.0.0.1:9' })] });
});
afterAll(() => house.close());

test('an empty week says what will stand here; a waiting question stands in it and leads to its page', async () => {
  const vera = await house.signIn('curator');
  expect((await vera.get('/week')).html).toContain('На этой неделе никто не ждёт');

  const egor = await house.inside((_, given) => given.student({ last: 'Шишкин', first: 'Егор' }));
  const mentee = await house.signIn('mentee', { personId: egor });
  const asked = await mentee.post('/questions/new', { title: 'Где взять форму?', words: 'Не нашёл, где взять форму' });
  expect(asked.status).toBe(303);

  const { html } = await vera.get('/week');
  expect(html).toContain('Ждут ответа');
  expect(html).toMatch(/<a href="\/questions\/[0-9a-f-]{36}">Где взять форму\?<\/a>/);
  expect((await vera.get('/week?kind=plan')).html).toContain('таких нет');
  expect((await vera.get('/')).html).toContain('href="/week"');
});

test('who may not answer questions does not find them; mentors do not enter at all', async () => {
  const teacher = await house.signIn('class-teacher');
  expect((await teacher.get('/week')).html).not.toContain('Где взять форму');
  const mentor = await house.signIn('mentor');
  expect((await mentor.get('/week')).status).toBe(403);
});

test('a curator does without the letter of the week, and takes it again', async () => {
  const personId = await house.inside((_, given) => given.teacher({ last: 'Кузнецова' }));
  const vera = await house.signIn(['curator', 'methodist'], { personId });
  const wish = () => house.inside((db) => letterWishOf(db, personId));
  expect((await vera.get('/week')).html).toContain('Не присылать неделю письмом');
  await vera.post('/week/letter', { letters: 'none' });
  expect(await wish()).toBe('none');
  expect((await vera.get('/week')).html).toContain('Присылать эту неделю письмом');
  await vera.post('/week/letter', { letters: 'week' });
  expect(await wish()).toBe('week');
});
