import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

test('the difference is shown before it is written; afterwards the page leads to the new roadmap', async () => {
  expect((await anna.get('/roadmap/next-year')).html).toContain('переносить нечего');
  await anna.post('/roadmap/template', { year: '2026' });
  const page = (await anna.get('/roadmap/next-year')).html;
  expect(page).toContain('01.09.2027');
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';

  expect((await anna.post('/roadmap/next-year', { seen: 'old' })).status).toBe(422);
  expect((await anna.post('/roadmap/next-year', { seen })).location).toBe('/roadmap?year=2027');
  expect((await anna.get('/roadmap/next-year')).html).toContain('дорожная карта уже есть');
});

test('the order that approves the roadmap is drafted once: the button gives way to the paper', async () => {
  expect((await anna.get('/roadmap')).html).toContain('Приказ об утверждении');
  const order = await anna.post('/roadmap/order', { year: '2026' });
  expect((await anna.get(order.location ?? '')).html).toContain('Об утверждении дорожной карты');

  expect((await anna.get('/roadmap')).html).not.toContain('action="/roadmap/order"');
});
