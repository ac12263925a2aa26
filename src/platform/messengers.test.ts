import { expect, test } from 'vitest';
import { openMessengerStandIn } from '../../test/messenger-stand-in.ts';
import { openMax, openVk } from './messengers.ts';

const message = { to: '5041', text: 'У вас две встречи & одна анкета', key: 77 };

test('MAX is asked as its documentation says: the person in the address, the key in the header, the words in JSON', async () => {
  const max = await openMessengerStandIn();
  expect(await openMax({ token: 'secret', url: max.url }).send(message)).toBe('sent');
  expect(max.asked).toEqual([
    {
      method: 'POST',
      path: '/messages?user_id=5041',
      authorization: 'secret',
      body: JSON.stringify({ text: message.text }),
    },
  ]);
  await max.close();
});

test('VK is asked by a form in the body, with a number that tells a repeated message', async () => {
  const vk = await openMessengerStandIn();
  vk.answers({ status: 200, body: { response: 12 } });
  expect(await openVk({ token: 'secret', url: vk.url }).send(message)).toBe('sent');
  const [asked] = vk.asked;
  expect(asked).toMatchObject({ method: 'POST', path: '/method/messages.send' });
  expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
    access_token: 'secret',
    v: '5.199',
    user_id: '5041',
    random_id: '77',
    message: message.text,
  });
  await vk.close();
});

test.each([
  [403, 'refused'],
  [404, 'refused'],
  [401, 'unreachable'],
  [429, 'unreachable'],
  [503, 'unreachable'],
] as const)('MAX answering %i means: %s', async (status, posting) => {
  const max = await openMessengerStandIn();
  max.answers({ status });
  expect(await openMax({ token: 'secret', url: max.url }).send(message)).toBe(posting);
  await max.close();
});

test.each([
  [901, 'refused'],
  [5, 'unreachable'],
  [6, 'unreachable'],
] as const)('VK answering with its error %i means: %s', async (code, posting) => {
  const vk = await openMessengerStandIn();
  vk.answers({ status: 200, body: { error: { error_code: code, error_msg: 'no' } } });
  expect(await openVk({ token: 'secret', url: vk.url }).send(message)).toBe(posting);
  await vk.close();
});

test('a connection that breaks after the message was read leaves it uncertain; nobody there means that it has not gone', async () => {
  const service = await openMessengerStandIn();
  service.answers('hang up');
  const [max, vk] = [openMax({ token: 'secret', url: service.url }), openVk({ token: 'secret', url: service.url })];
  expect([await max.send(message), await vk.send(message)]).toEqual(['uncertain', 'uncertain']);
  await service.close();
  expect([await max.send(message), await vk.send(message)]).toEqual(['unreachable', 'unreachable']);
});

test('an answer that is not VK’s leaves the message uncertain', async () => {
  const vk = await openMessengerStandIn();
  vk.answers({ status: 200, body: { something: 'else' } });
  expect(await openVk({ token: 'secret', url: vk.url }).send(message)).toBe('uncertain');
  await vk.close();
});
