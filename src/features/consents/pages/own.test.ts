import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { day } from '../../../kernel/day.ts';
import { installConsentTexts } from '../install-texts.ts';

let house: TestHouse;
let vera: Visitor;
beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside((db) => installConsentTexts(db, day('2026-08-01')));
});
afterAll(() => house.close());

test('a student gets a code, signs the own consent, sees it in force and withdraws it; the act waits for the curator', async () => {
  const anna = await house.inside((_, given) => given.student({ last: 'Аннина', born: '2006-01-01' }));
  const mentee = await house.signIn('mentee', { personId: anna });
  const settings = {
    address: '',
    requisites: '',
    pages: 'https://college.example/heroes',
    recipient: '',
    version: '0',
  };
  expect((await vera.post('/consents/settings', { ...settings, electronic: 'yes' })).status).toBe(303);
  expect((await vera.post('/consents/settings', { ...settings, electronic: 'yes' })).status).toBe(422);

  const issued = await vera.post(`/consents/people/${anna}/signing`, { agreedOn: '12.10.2026' });
  const [, code = ''] = /Код подписи: (\d{4} \d{4})/.exec(issued.html) ?? [];
  expect((await vera.get(`/consents/people/${anna}/signing`)).html).not.toContain(code);

  const place = `/my/consents/${anna}/publication`;
  const words = await mentee.get(`${place}/sign`);
  expect(words.html).toContain('https://college.example/heroes');
  const silent = await mentee.post(`${place}/sign`, { code });
  expect([silent.status, silent.html.includes('молчание — не согласие')]).toEqual([422, true]);
  const wrong = await mentee.post(`${place}/sign`, { code: '00000000', categories: ['name'] });
  expect([wrong.status, wrong.html.includes('Код не подошёл')]).toEqual([422, true]);
  expect((await mentee.post(`${place}/sign`, { code, categories: ['name', 'group'] })).status).toBe(303);
  const card = await vera.get(`/consents/people/${anna}`);
  expect(card.html).toContain('фамилия и имя');
  expect(card.html).toContain('подписано кодом');

  expect((await mentee.get(`${place}/withdraw`)).html).toContain('Отозвать согласие?');
  expect((await mentee.post(`${place}/withdraw`, { reason: '' })).location).toBe('/my/consents');
  expect((await mentee.get('/my/consents')).html).toContain('отозвано');
  const waiting = await vera.get('/consents/retention');
  expect(waiting.html).toContain(`/consents/people/${anna}/publication/act`);
  await vera.post(`/consents/people/${anna}/publication/act`);
  const [, act = ''] =
    /href="(\/consents\/acts\/[\w-]+\/paper)"/.exec((await vera.get('/consents/retention')).html) ?? [];
  expect((await vera.get(act)).response.headers.get('content-type')).toContain('wordprocessingml');
});

test('a student sees no consents of another, and an account without a card is told so', async () => {
  const [anna, boris] = await house.inside(async (_, given) => [
    await given.student({ last: 'Аннина' }),
    await given.student({ last: 'Борисов' }),
  ]);
  const mentee = await house.signIn('mentee', { personId: anna ?? '' });

  expect((await mentee.get(`/my/consents/${boris}/processing/withdraw`)).status).toBe(403);
  expect((await mentee.post(`/my/consents/${boris}/processing/withdraw`, { reason: '' })).status).toBe(403);
  expect((await vera.get('/my/consents')).html).toContain('не связана с карточкой');
});

test('who turns eighteen soon, or whose term ends, stands in the list of renewals', async () => {
  await house.inside(async (db, given) => {
    const soonAdult = await given.student({ last: 'Совершеннолетова', born: '2008-11-20' });
    const ending = await given.student({ last: 'Окончаева', born: '2000-01-01' });
    const calm = await given.student({ last: 'Спокойнова', born: '2000-01-01' });
    await given.consent(soonAdult);
    await given.consent(ending, '2026-01-01', '2026-11-01');
    await given.consent(calm);
    await db
      .updateTable('consents')
      .set({ signed_by: 'both', representative_name: 'Мама' })
      .where('person_id', '=', soonAdult)
      .execute();
  });

  const { html } = await vera.get('/consents/renewal');
  expect(html).toContain('до 20.11.2026');
  expect(html).toContain('01.11.2026');
  expect(html).not.toContain('Спокойнова');
});
