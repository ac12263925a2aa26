import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { pngBytes } from '../../../test/paper-story.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
  await house.inside((_, given) => given.student({ last: 'Адова' }));
});
afterAll(() => house.close());

const form = {
  ...{ kind: 'meeting', title: 'Встреча первого курса', aim: 'mentees', audiences: ['students'], place: 'зал' },
  ...{ day: '12.10.2026', starts: '15.00', ends: '16:30', note: '' },
};

const made = async (change: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await anna.post('/events/new', { ...form, ...change })).location ?? '';

test('an event is entered; what is wrong comes back with what was typed', async () => {
  const wrong = await anna.post('/events/new', { ...form, starts: 'три часа' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Время пишется так: 14:30');
  expect(wrong.html).toContain('Встреча первого курса');

  const address = await made();
  expect((await anna.get(address)).html).toContain('15:00–16:30');
  expect((await anna.get('/events?aim=mentees')).html).toContain(address);
  expect((await anna.get('/events?aim=mentors')).html).not.toContain(address);
});

test('a stranger comes by the code on the screen, and stands in the list', async () => {
  const address = await made();
  const screen = (await anna.get(`${address}/screen`)).html;
  const code = /<strong>(\d{6})<\/strong>/.exec(screen)?.[1] ?? '';
  const door = address.replace('/events/', '/come/');
  const stranger = house.stranger();
  expect((await stranger.get(door)).html).toContain('Код с экрана');

  const guest = { name: 'Юдина Вера Павловна', audience: 'parents' };
  const wrong = await stranger.post(door, { ...guest, code: '000 000' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Код не подходит');
  expect(wrong.html).toContain('Юдина Вера Павловна');
  expect((await stranger.post(door, { ...guest, code })).html).toContain('Вы отмечены');
  expect((await anna.get(address)).html).toContain('Юдина Вера Павловна');
});

test('a door that does not exist tells nothing', async () => {
  expect((await house.stranger().get('/come/00000000-0000-4000-8000-000000000009')).status).toBe(404);
});

test('a signed-in person is marked by one press', async () => {
  const personId = await house.inside((_, given) => given.student({ last: 'Белова' }));
  const mentee = await house.signIn('mentee', { personId });
  const address = await made();

  expect((await mentee.get(address)).status).toBe(403);
  expect((await mentee.get(`${address}/here`)).html).toContain('Я здесь');
  const answer = await mentee.post(`${address}/here`);
  expect((await mentee.get(answer.location ?? '')).html).toContain('Вы отмечены');
  expect((await anna.get(address)).html).toContain('по QR-коду');
});

test('groups are invited, attendance is written, papers are drafted, photos kept, the calendar taken', async () => {
  const address = await made();
  const groupId = /name="groupIds"[^>]*value="([\w-]{36})"/.exec((await anna.get(address)).html)?.[1] ?? '';
  expect((await anna.post(`${address}/invite`, { groupIds: groupId })).status).toBe(303);
  const guestId = /name="guestIds"[^>]*value="([\w-]{36})"/.exec((await anna.get(address)).html)?.[1] ?? '';
  await anna.post(`${address}/guests`, { guestIds: guestId, others: '3' });
  expect((await anna.get('/events')).html).toMatch(/4 из \d/);

  const press = await anna.post(`${address}/papers`, { part: 'press' });
  expect((await anna.get(press.location ?? '')).html).toContain('ПРЕСС-РЕЛИЗ');
  expect((await anna.post(`${address}/photos`, { photo: new File(['текст'], 'a.png') })).status).toBe(422);
  await anna.post(`${address}/photos`, { photo: new File([new Uint8Array(pngBytes)], 'зал.png') });
  const photo = /href="(\/events\/[\w-]+\/photos\/[\w-]+)"/.exec((await anna.get(address)).html)?.[1] ?? '';
  expect((await anna.get(photo)).response.headers.get('content-type')).toBe('image/png');
  const calendar = await (await anna.get(`${address}/calendar`)).response.text();
  expect(calendar).toContain('DTSTART:20261012T120000Z');
});

test('the register of publications watches the months', async () => {
  expect((await anna.get('/publications')).html).toContain('сентябрь, октябрь');
  const publication = { day: '05.10.2026', title: 'Начали год', channel: 'vk', link: 'vk.ru', eventId: '' };
  expect((await anna.post('/publications', publication)).html).toContain('Адрес начинается с');
  await anna.post('/publications', { ...publication, link: 'https://vk.ru/college' });

  const page = (await anna.get('/publications')).html;
  expect(page).toContain('Начали год');
  expect(page).toContain('в 1 из 2');
});
