import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { day } from '../../../kernel/day.ts';
import { installNorms } from '../../college/rows.ts';
import { meetingsOf } from '../rows.ts';

let house: TestHouse;
let pairId = '';
let mentor: Visitor;
let mentee: Visitor;
let curator: Visitor;

beforeAll(async () => {
  house = await openHouse();
  const people = await house.inside(async (db, given) => {
    await installNorms(db);
    const mentorId = await given.student({ last: 'Зорин', first: 'Максим', group: 'ТМ-41' });
    const menteeId = await given.student({ last: 'Ашихмина', first: 'Полина', group: 'ТМ-21' });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    const { id } = await db
      .insertInto('pairs')
      .values({
        ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', seat: 1, mentor_capacity: 1 },
        ...{ from_day: day('2026-09-15'), till_day: day('2027-06-30') },
        mentor_consent_id: await given.consent(mentorId),
        mentee_consent_id: await given.consent(menteeId),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, mentorId, menteeId };
  });
  pairId = people.id;
  mentor = await house.signIn('mentor', { personId: people.mentorId });
  mentee = await house.signIn('mentee', { personId: people.menteeId });
  curator = await house.signIn('curator');
});
afterAll(() => house.close());

const entry = (more: Readonly<Record<string, string>> = {}) => ({
  ...{ key: randomUUID(), pair: pairId, outcome: 'held', when: 'today', kind: 'acquaintance', length: '60' },
  note: 'Договорились о пятницах',
  ...more,
});

const meetings = () => house.inside((db) => meetingsOf(db, [pairId]));

test('before typing the form says who will read each field; a mentee has none for the curator', async () => {
  const own = await mentor.get('/my-meetings/log');
  const other = await mentee.get('/my-meetings/log');

  expect(own.html).toContain('Видят вы, Полина\u00a0А. и куратор');
  expect(own.html).toContain('Видите только вы и куратор');
  expect(other.html).not.toContain('name="curatorNote"');
});

test('a form without an answer keeps what was typed and says what is missing', async () => {
  const page = await mentor.post('/my-meetings/log', entry({ when: 'date', date: '31.02.2026', note: 'Мои слова' }));

  expect(page.status).toBe(422);
  expect(page.html).toContain('Такого дня нет');
  expect(page.html).toContain('Мои слова');
});

test('a meeting is logged; the other side reads the words, and the one for the curator is only hers', async () => {
  const sent = await mentor.post('/my-meetings/log', entry({ curatorNote: 'Стесняется группы' }));
  expect(sent.location).toBe('/my-meetings');
  const [meeting] = await meetings();
  const path = `/meetings/${meeting?.id}`;

  const pages = { mentor: await mentor.get(path), mentee: await mentee.get(path), curator: await curator.get(path) };
  expect(pages.mentee.html).toContain('Договорились о пятницах');
  expect(pages.mentee.html).not.toContain('Стесняется группы');
  expect(pages.mentor.html).toContain('Стесняется группы');
  expect(pages.curator.html).toContain('Стесняется группы');
  const psychologist = await house.signIn('psychologist');
  const seen = await psychologist.get(path);
  expect(seen.status).toBe(200);
  expect(seen.html).not.toContain('Договорились о пятницах');
});

test('the second side sees both versions, and after the choice its words stand beside', async () => {
  const mine = entry({ note: 'Было интересно', length: '30' });
  const page = await mentee.post('/my-meetings/log', mine);
  expect(page.status).toBe(422);
  expect(page.html).toContain('Договорились о пятницах');
  expect(page.html).toContain('Было интересно');
  const seen = new RegExp(`name="seen-${pairId}" value="([^"]+)"`).exec(page.html)?.[1] ?? '';

  const json = { accept: 'application/json' };
  const tried = await mentee.post('/my-meetings/log', mine, json);
  expect(tried.status).toBe(409);
  const joined = await mentee.post('/my-meetings/log', { ...mine, choice: 'join', [`seen-${pairId}`]: seen });

  expect(joined.location).toBe('/my-meetings');
  expect(await meetings()).toMatchObject([{ note: 'Договорились о пятницах', menteeNote: 'Было интересно' }]);
  const repeated = await mentee.post('/my-meetings/log', mine, json);
  expect(repeated.status).toBe(200);
});

test('a phone forgets what the server has taken', async () => {
  const one = entry({ when: 'yesterday', kind: 'trial' });
  await mentor.post('/my-meetings/log', one, { accept: 'application/json' });

  expect((await mentor.get('/my-meetings')).html).toContain(one.key);
});

test('a planned meeting is in the calendar of the link until the link is closed', async () => {
  const plan = { kind: 'planning', day: '16.10.2026', starts: '14:40', minutes: '60', place: 'ауд. 305', link: '' };
  const planned = await mentee.post(`/pairs/${pairId}/meetings/new`, plan);
  expect(planned.location).toMatch(/^\/meetings\//);
  const link = await mentor.post('/my-meetings/calendar');
  const path = /\/calendar\/[\w-]+/.exec(link.html)?.[0] ?? '';

  const file = await house.stranger().get(path);
  expect(file.html).toContain('DTSTART:20261016T114000Z');
  expect(file.html).not.toContain('Договорились');
  await mentor.post('/my-meetings/calendar/close');
  expect((await house.stranger().get(path)).status).toBe(404);
});

test('the list is filtered, its export opens as a table, and a class teacher sees own groups only', async () => {
  const all = await curator.get('/meetings');
  expect(all.html).toContain('Ашихмина');
  expect((await curator.get('/meetings?state=missed')).html).toContain('Таких встреч нет');
  expect((await curator.get('/meetings?month=2026-10&q=зорин')).html).toContain('Ашихмина');
  const teacher = await house.signIn('class-teacher');
  expect((await teacher.get('/meetings')).html).not.toContain('Ашихмина');
  const file = await curator.get('/meetings/export?month=2026-10');
  expect(file.response.headers.get('content-type')).toContain('spreadsheetml');
});

test('the diary is made as Word and PDF for the mentor, and is not the mentee’s to make', async () => {
  const word = await mentor.get(`/pairs/${pairId}/diary?as=docx`);
  const pdf = await curator.get(`/pairs/${pairId}/diary?as=pdf`);

  expect(
    Buffer.from(await word.response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect(
    Buffer.from(await pdf.response.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF');
  expect((await mentee.get(`/pairs/${pairId}/diary`)).status).toBe(403);
});

test('the pair’s page shows the line of meetings; terms of meetings are changed by the curator', async () => {
  expect((await curator.get(`/pairs/${pairId}`)).html).toContain('meeting-line');
  const norms = { acquaintanceDays: '5', trialDays: '10', planningDays: '20', workingEvery: '10', finalDays: '7' };
  const wrong = await curator.post('/meetings/norms', { ...norms, trialDays: '2', silenceDays: '21', version: '0' });
  expect(wrong.html).toContain('Знакомство идёт раньше');
  const saved = await curator.post('/meetings/norms', { ...norms, silenceDays: '21', version: '0' });
  expect(saved.location).toBe('/meetings');
  const stale = await curator.post('/meetings/norms', { ...norms, silenceDays: '30', version: '0' });
  expect(stale.status).toBe(422);
});

test('files of a meeting are for the two and the curator', async () => {
  const [meeting] = await meetings();
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const path = `/meetings/${meeting?.id}`;
  const file = new File([new Uint8Array(pixel)], 'схема.png', { type: 'image/png' });
  expect((await mentor.post(`${path}/files`, { file })).location).toBe(`${path}#files`);
  const link = /\/meetings\/[\w-]+\/files\/[\w-]+(?=")/.exec((await mentee.get(path)).html)?.[0] ?? '';

  expect((await mentee.get(link)).status).toBe(200);
  expect((await (await house.signIn('psychologist')).get(link)).status).toBe(403);
});
