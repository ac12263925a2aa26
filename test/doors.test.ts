import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from './house-under-test.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a file of fifty megabytes is refused in words, and nothing is kept', async () => {
  const vera = await house.signIn('curator');
  const huge = new File([new Uint8Array(50 * 1024 * 1024)], 'контингент.xlsx');

  const page = await vera.post('/people/import', { file: huge, kind: 'student' });

  expect(page.status).toBe(413);
  expect(page.html).toContain('до 25 МБ');
  expect(await house.inside((db) => db.selectFrom('imports').selectAll().execute())).toEqual([]);
});

test('a form that another site sends is refused, and says which setting helps behind a proxy', async () => {
  const vera = await house.signIn('curator');

  const page = await vera.post('/accounts/new', { name: 'Хитров Пётр' }, { origin: 'https://evil.example' });

  expect(page.status).toBe(403);
  expect(page.html).toContain('BASE_URL');
});

test('pages allow scripts, styles and forms of this house only, and are kept by nobody', async () => {
  const vera = await house.signIn('curator');

  const { response } = await vera.get('/people');

  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('a page holds no inline style and no inline script', async () => {
  const vera = await house.signIn(['curator', 'administrator']);

  for (const path of [
    '/',
    '/people',
    '/mentees',
    '/mentors',
    '/matching',
    '/pairs',
    '/documents',
    '/roadmap',
    '/accounts',
    '/journal',
    '/start',
  ]) {
    const { html } = await vera.get(path);
    expect([path, / style="/.test(html), /<script(?![^>]*src=)/.test(html), / on\w+="/.test(html)]).toEqual([
      path,
      false,
      false,
      false,
    ]);
  }
});

test('an address that does not exist, or is no address at all, is answered in words', async () => {
  const vera = await house.signIn('curator');

  for (const path of ['/nowhere', '/people/not-a-uuid', '/people/00000000-0000-4000-8000-00000000dead']) {
    const page = await vera.get(path);
    expect(page.status).toBe(404);
    expect(page.html).toContain('Такой страницы нет');
  }
});

test('a page goes packed to whoever takes it so, and is the same page', async () => {
  const vera = await house.signIn('curator');

  const { response } = await vera.get('/people', { 'accept-encoding': 'gzip, deflate, br' });

  expect(response.headers.get('content-encoding')).toBe('gzip');
  const packed = Buffer.from(await response.arrayBuffer());
  const { html } = await vera.get('/people');
  expect(gunzipSync(packed).toString()).toBe(html);
  expect(packed.length).toBeLessThan(Buffer.byteLength(html) / 2);
});
