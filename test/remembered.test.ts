import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from './house-under-test.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const total = (html: string): string | undefined =>
  />(\d+)<\/(?:a|span)>\s*<span class="stat-label">всего/.exec(html)?.[1];

test('remembered figures are those of now: after every change, whoever made it', async () => {
  const vera = await house.signIn('curator');
  const add = (last: string) =>
    house.inside(async (_, given) => {
      await given.mentee(await given.student({ last }));
    });

  await add('Олегова');
  expect(total((await vera.get('/mentees')).html)).toBe('1');
  expect(total((await vera.get('/mentees')).html)).toBe('1');
  await add('Петрова');
  expect(total((await vera.get('/mentees')).html)).toBe('2');
});

test('another college’s figures are its own', async () => {
  const there = await house.anotherCollege();
  const stranger = await house.signIn('curator', { college: there });

  expect((await stranger.get('/mentees')).html).toContain('База наставляемых пока пуста');
});

test('a figure whose computing broke is computed again', async () => {
  const { recall } = await import('../src/platform/remembered.ts');
  let times = 0;
  const compute = async (): Promise<number> => {
    times += 1;
    if (times === 1) throw new Error('broken');
    return 7;
  };

  await expect(recall(house.college, 'seven', compute)).rejects.toThrow('broken');
  expect(await recall(house.college, 'seven', compute)).toBe(7);
});
