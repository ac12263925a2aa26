import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { type MessengerStandIn, openMessengerStandIn } from '../../../../test/messenger-stand-in.ts';
import { openMax, openVk } from '../../../platform/messengers.ts';

let house: TestHouse;
let service: MessengerStandIn;
let ids: string[] = [];

beforeAll(async () => {
  service = await openMessengerStandIn();
  const settings = { token: 'the key of the test', url: service.url };
  house = await openHouse({ messengers: [openMax(settings), openVk(settings)] });
  ids = await house.inside(async (_, given) => [
    await given.student({ last: 'Зорин' }),
    await given.student({ last: 'Ким' }),
    await given.student({ last: 'Лунин' }),
  ]);
});
afterAll(async () => {
  await house.close();
  await service.close();
});

const visitorOf = (index: number) => house.signIn('mentor', { personId: ids[index] ?? '' });
const ask = (visitor: Visitor, messenger: string, address: string) =>
  visitor.post('/my-account/messengers', { messenger, address });
const prove = (visitor: Visitor, messenger: string, code: string) =>
  visitor.post('/my-account/messengers/prove', { messenger, code });

/** What came to the person last: the address, the code. */
const lastMessage = () => {
  const { path = '', body = '' } = service.asked.at(-1) ?? {};
  const form = new URLSearchParams(body);
  const text = path.startsWith('/method') ? (form.get('message') ?? '') : (JSON.parse(body) as { text: string }).text;
  const to = form.get('user_id') ?? new URL(path, service.url).searchParams.get('user_id');
  return { to, code: /\d{6}/.exec(text)?.[0] ?? '' };
};

const proved = (index: number) =>
  house.inside((db) =>
    db
      .selectFrom('messenger_links')
      .select(['messenger', 'address'])
      .where('person_id', '=', ids[index] ?? '')
      .where('proved_on', 'is not', null)
      .execute(),
  );

test('a number is linked by the code that came there, in whatever way the number was written; later it is unlinked', async () => {
  const visitor = await visitorOf(0);
  expect((await visitor.get('/my-account')).html).toContain('/my-account/messengers');
  expect((await ask(visitor, 'vk', 'https://vk.com/id4521')).status).toBe(303);
  const { to, code } = lastMessage();
  expect(to).toBe('4521');
  expect(await proved(0)).toEqual([]);
  expect((await prove(visitor, 'vk', `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(303);
  expect(await proved(0)).toEqual([{ messenger: 'vk', address: '4521' }]);
  expect((await ask(visitor, 'vk', '99')).html).toContain('уже подключён');

  await visitor.post('/my-account/messengers/unlink', { messenger: 'vk' });
  expect(await proved(0)).toEqual([]);
});

test('another messenger, once proved, takes the place of the first', async () => {
  const visitor = await visitorOf(1);
  for (const messenger of ['vk', 'max']) {
    await ask(visitor, messenger, '777');
    await prove(visitor, messenger, lastMessage().code);
  }
  expect(await proved(1)).toEqual([{ messenger: 'max', address: '777' }]);
});

test('codes are not guessed: five tries, ten minutes, one code a minute, and the right one is over too', async () => {
  const visitor = await visitorOf(2);
  expect((await ask(visitor, 'vk', 'durov')).status).toBe(422);
  await ask(visitor, 'vk', '55');
  const { code } = lastMessage();
  const wrong = code === '000000' ? '000001' : '000000';
  const tries = await Promise.all([1, 2, 3, 4, 5].map(() => prove(visitor, 'vk', wrong)));
  expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
  expect((await prove(visitor, 'vk', code)).html).toContain('больше не действует');

  expect((await ask(visitor, 'vk', '55')).html).toContain('через минуту');
  const asked = (minutes: number) =>
    house.inside((db) =>
      db
        .updateTable('messenger_links')
        .set({ asked_at: new Date(Date.now() - minutes * 60_000) })
        .where('person_id', '=', ids[2] ?? '')
        .execute(),
    );
  await asked(2);
  await ask(visitor, 'vk', '55');
  const second = lastMessage().code;
  await asked(11);
  expect((await prove(visitor, 'vk', second)).html).toContain('больше не действует');
  expect(await proved(2)).toEqual([]);
});

test('where the settings hold no key, nothing is offered and nothing is taken', async () => {
  const plain = await openHouse();
  const visitor = await plain.signIn('mentor');
  expect((await visitor.get('/my-account')).html).not.toContain('/my-account/messengers');
  expect((await visitor.get('/my-account/messengers')).html).toContain('не подключены');
  expect((await ask(visitor, 'vk', '55')).status).toBe(404);
  await plain.close();
});
