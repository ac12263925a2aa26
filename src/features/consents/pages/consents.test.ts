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

const pdf = new File(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'], 'скан.pdf');
const paper = {
  signedBy: 'self',
  representativeName: '',
  representativeDocument: '',
  signedOn: '01.09.2026',
  validTill: '31.08.2027',
  textVersion: '1',
};

/** The lead class teacher's account: groups come from the person whom a group names. */
const classTeacherOf = async (group: string): Promise<Visitor> => {
  const personId = await house.inside(async (db, given) => {
    const teacher = await given.teacher({ last: 'Кузнецова' });
    await db.updateTable('study_groups').set({ class_teacher_id: teacher }).where('code', '=', group).execute();
    return teacher;
  });
  return house.signIn('class-teacher', { personId });
};

test('the register shows who stands how, and its numbers lead to the people behind them', async () => {
  const anna = await house.inside((_, given) => given.student({ last: 'Аннина', group: 'ТМ-31', born: '2006-01-01' }));
  await house.inside(async (_, given) => {
    await given.mentee(anna);
  });

  const page = await vera.get('/consents');

  expect(page.status).toBe(200);
  expect(page.html).toContain('Аннина');
  expect(page.html).toContain('href="/consents?state=absent"');
  const lacking = await vera.get('/consents?state=absent');
  expect(lacking.html).toContain('Аннина');
  const valid = await vera.get('/consents?state=valid');
  expect(valid.html).not.toContain('Аннина');
});

test('a paper with its scan is recorded, opened again, and withdrawn after the page said what is lost', async () => {
  const boris = await house.inside((_, given) => given.student({ last: 'Борисов', born: '2006-01-01' }));
  const place = `/consents/people/${boris}/processing`;
  expect((await vera.get(`${place}/new`)).html).toContain('Подписывает сам человек');

  const recorded = await vera.post(`${place}/new`, { ...paper, scan: pdf });
  expect(recorded.location).toBe(`/consents/people/${boris}`);
  const card = await vera.get(`/consents/people/${boris}`);
  expect(card.html).toContain('до 31.08.2027');
  const [, scan = ''] = /href="(\/consents\/[\w-]+\/scan)"/.exec(card.html) ?? [];
  const file = await vera.get(scan);
  expect(file.response.headers.get('content-type')).toBe('application/pdf');

  expect((await vera.get(`${place}/withdraw`)).html).toContain('Новую пару с этим человеком закрепить будет нельзя');
  await vera.post(`${place}/withdraw`, { reason: '' });
  expect((await vera.get(`/consents/people/${boris}`)).html).toContain('отозвано 12.10.2026');
  const again = await vera.post(`${place}/withdraw`, { reason: '' });
  expect([again.status, again.html.includes('Отзывать нечего')]).toEqual([422, true]);
});

test('what was typed is kept when a date or a scan cannot be taken', async () => {
  const vlas = await house.inside((_, given) => given.student({ last: 'Власов', born: '2010-05-05' }));
  const place = `/consents/people/${vlas}/processing/new`;
  const wrong = new File(['PK not a scan, plain words'], 'скан.pdf');

  const page = await vera.post(place, {
    ...paper,
    signedBy: 'both',
    representativeName: 'Власова Ирина Олеговна',
    signedOn: '31.02.2026',
    scan: wrong,
  });

  expect(page.status).toBe(422);
  expect(page.html).toContain('Укажите день подписи');
  expect(page.html).toContain('простой текст');
  expect(page.html).toContain('value="Власова Ирина Олеговна"');
  expect(page.html).toContain('value="31.02.2026"');
});

test('a class teacher records a pile for the own group, and sees nobody of another', async () => {
  const own = await house.inside(async (_, given) => {
    await given.student({ last: 'Гусев', group: 'ЭМ-11', born: '2010-05-05' });
    await given.student({ last: 'Дымова', group: 'ЭМ-11', born: '2006-01-01' });
    return given.group('ЭМ-11');
  });
  const stranger = await house.inside((_, given) => given.student({ last: 'Чужаков', group: 'ПК-12' }));
  const teacher = await classTeacherOf('ЭМ-11');

  const list = await teacher.get('/consents?who=all');
  expect(list.html).toContain('Гусев');
  expect(list.html).not.toContain('Чужаков');
  expect((await teacher.get(`/consents/people/${stranger}`)).status).toBe(403);
  expect((await teacher.get(`/consents/bulk?purpose=processing&ids=${stranger}`)).status).toBe(403);

  const sheet = await teacher.get(`/consents/bulk?purpose=processing&group=${own}`);
  const ids = [...sheet.html.matchAll(/name="ids" value="([\w-]+)"/g)].map(([, id = '']) => id);
  expect(ids.length).toBe(2);
  const [gusev = ''] = ids;
  const pile = {
    purpose: 'processing',
    sheet: ids.join(','),
    ids,
    textVersion: '1',
    signedOn: '01.10.2026',
    validTill: '31.08.2027',
  };
  const refused = await teacher.post('/consents/bulk', pile);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Впишите фамилию, имя и отчество представителя');
  const taken = await teacher.post('/consents/bulk', { ...pile, [`representative-${gusev}`]: 'Гусева Анна Ивановна' });
  expect(taken.location).toBe('/consents?purpose=processing');
  expect((await teacher.get('/consents?who=all&state=valid')).html).toContain('Гусев');
});

test('ticked people are carried to the sheet of recording', async () => {
  const id = await house.inside((_, given) => given.student({ last: 'Ежова', born: '2006-01-01' }));
  const chosen = await vera.post('/consents/choose', { purpose: 'photo', ids: [id] });

  expect(chosen.location).toBe(`/consents/bulk?purpose=photo&ids=${id}`);
  expect((await vera.get(chosen.location ?? '')).html).toContain('Ежова');
  expect((await vera.post('/consents/choose', { purpose: 'photo' })).location).toBe('/consents?purpose=photo');
});

test('a new text is published by a curator and only read by a director; who comes second keeps the words', async () => {
  const director = await house.signIn('director');
  expect((await director.get('/consents/texts/photo')).html).not.toContain('Новая редакция');
  expect((await director.post('/consents/texts/photo', {})).status).toBe(403);
  const body = 'Новые слова о снимках. '.repeat(20);

  const published = await vera.post('/consents/texts/photo', { body, validFrom: '12.10.2026', seenVersion: '1' });
  expect(published.status).toBe(303);
  const mine = `${body} И ещё одно условие.`;
  const late = await vera.post('/consents/texts/photo', { body: mine, validFrom: '13.10.2026', seenVersion: '1' });

  expect(late.status).toBe(422);
  expect(late.html).toContain('вышла новая редакция');
  expect(late.html).toContain('И ещё одно условие.');
  expect(late.html).toContain('name="seenVersion" value="2"');
  expect((await vera.get('/consents/texts')).html).toContain('редакция 2');
});

test('an address that names no purpose or no person is no page', async () => {
  const id = await house.inside((_, given) => given.student({ last: 'Жуков' }));
  expect((await vera.get(`/consents/people/${id}/flying/new`)).status).toBe(404);
  expect((await vera.get('/consents/people/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});

test('who turns 18 stands in the list with a term until the own paper is recorded; on «Сегодня» of the class teacher too', async () => {
  const dina = await house.inside(async (db, given) => {
    const id = await given.student({ last: 'Динина', group: 'ТМ-32', born: '2008-10-10' });
    await given.consent(id, '2026-09-01');
    await db
      .updateTable('consents')
      .set({ signed_by: 'both', representative_name: 'Динина О. П.' })
      .where('person_id', '=', id)
      .execute();
    return id;
  });
  const lead = await classTeacherOf('ТМ-32');
  const stranger = await classTeacherOf('ТМ-33');
  const list = (await vera.get('/consents/renewal')).html;
  expect(list).toContain('Исполняется 18: подписать заново');
  expect(list).toContain('прошло 2\u00a0дня');
  expect((await lead.get('/')).html).toContain('Динина Анна');
  expect((await stranger.get('/')).html).not.toContain('Динина');

  await lead.post(`/consents/people/${dina}/processing/new`, { ...paper, signedOn: '12.10.2026' });
  expect((await vera.get('/consents/renewal')).html).not.toContain('Динина');
  expect((await lead.get('/')).html).not.toContain('Динина');
});

test('a paper of somebody who has left is not recorded; what was typed stays and the page says what to do', async () => {
  const gleb = await house.inside(async (db, given) => {
    const id = await given.student({ last: 'Глебов', born: '2006-01-01' });
    await db
      .updateTable('persons')
      .set({ left_on: day('2026-10-01') })
      .where('id', '=', id)
      .execute();
    return id;
  });

  const page = await vera.post(`/consents/people/${gleb}/processing/new`, paper);

  expect(page.status).toBe(422);
  expect(page.html).toContain('Человек выбыл');
  expect(page.html).toContain('value="01.09.2026"');
});
