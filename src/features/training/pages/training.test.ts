import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { approved } from '../../../../test/questionnaire-story.ts';
import { day } from '../../../kernel/day.ts';
import { installNorms } from '../../college/rows.ts';
import { versionsOf } from '../../questionnaires/rows.ts';

let house: TestHouse;
let vera: Visitor;
let programme: string;
let session: string;
let anna: { id: string; visitor: Visitor };

const mentor = async (last: string) => {
  const id = await house.inside(async (_, given) => {
    const person = await given.student({ last, first: 'Яна', patronymic: 'Олеговна' });
    await given.mentor(person);
    return person;
  });
  return { id, visitor: await house.signIn('mentor', { personId: id }) };
};
const linkIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? 'nothing found';

beforeAll(async () => {
  house = await openHouse();
  vera = await house.signIn('curator');
  await house.inside((db) => installNorms(db));
  anna = await mentor('Аннина');
});
afterAll(() => house.close());

test('a programme is written, approved by an act and filled with people', async () => {
  expect((await vera.get('/training')).html).toContain('Программы обучения ещё нет');
  const made = await vera.post('/training/programmes/new', { title: 'Школа наставника', leastShare: '50' });
  programme = made.location ?? '';
  expect((await vera.post(`${programme}/modules`, { title: 'Общение', hours: 'много' })).status).toBe(422);
  await vera.post(`${programme}/modules`, { title: 'Общение', hours: '2' });
  const empty = await vera.post(`${programme}/approve`, { number: '', day: '12.10.2026', version: '1' });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('Впишите номер приказа');
  await vera.post(`${programme}/approve`, { number: '7', day: '12.10.2026', version: '1' });

  const enrol = await vera.get(`${programme}/enrol`);
  expect(enrol.html).toMatch(new RegExp(`value="${anna.id}"[^>]*checked`));
  await vera.post(`${programme}/enrol`, { ids: [anna.id] });
  expect((await vera.get(programme)).html).toContain('0 из 2');
});

test('a session is planned with everything typed kept when it cannot be', async () => {
  const form = { hours: '2', day: '12.10.2026', starts: '14.00', ends: '15:30', topic: 'Первая встреча', place: '214' };
  const alone = await vera.post(`${programme}/sessions`, form);
  expect(alone.status).toBe(422);
  expect(alone.html).toContain('value="Первая встреча"');
  const done = await vera.post(`${programme}/sessions`, { ...form, trainer: 'Лобанова И. П.' });
  expect(done.location).toBe(programme);
  session = linkIn((await vera.get(programme)).html, /href="(\/training\/sessions\/[^"]+)"/);
});

test('a mentor opens the code of the wall on a phone, presses once and is there', async () => {
  const sheet = await vera.get(`${session}/qr`);
  expect(sheet.html).toContain('<svg class="qr"');
  const door = await house.inside((db) =>
    db.selectFrom('training_sessions').select('door_code').executeTakeFirstOrThrow(),
  );
  const here = `${session}/here/${door.door_code}`;

  expect((await anna.visitor.get(here)).html).toContain('Я на занятии');
  expect((await anna.visitor.get(`${session}/here/guess`)).html).toContain('Код не подходит');
  expect((await house.stranger().get(here)).location).toMatch(/^\/sign-in/);
  expect((await anna.visitor.post(here)).html).toContain('Вы отмечены');
  expect((await anna.visitor.get(`${session}/qr`)).status).toBe(403);
  expect((await vera.get(session)).html).toContain('отмечен по QR-коду');
  const unknown = await vera.post(`${session}/code`, { code: '12' });
  expect(unknown.html).toContain('В коде шесть цифр');
});

test('a test is named, opened and answered on the phone; the page counts who passed, and the trainer goes into the bank', async () => {
  expect((await vera.get(programme)).html).toContain('Утверждённых анкет со шкалой нет');
  const versionId = await house.inside(async (db) => {
    const roles = ['curator'] as const;
    const actor = { college: house.college, accountId: vera.accountId, personId: null, name: 'Л', roles, groupIds: [] };
    const [version] = await versionsOf(db, await approved({ db, today: day('2026-10-12'), actor }));
    return version?.id ?? '';
  });
  const form = { test: `${versionId}:k1`, passMark: '70', required: 'on' };
  const high = await vera.post(`${programme}/tests`, form);
  expect(high.status).toBe(422);
  expect(high.html).toContain('Проходной балл больше, чем можно набрать');
  expect(high.html).toContain('value="70"');
  await vera.post(`${programme}/tests`, { ...form, passMark: '7' });
  const open = linkIn((await vera.get(programme)).html, /action="(\/training\/tests\/[^"]+\/open)"/);
  expect((await vera.post(open, { closesOn: '32.10.2026' })).html).toContain('Такого дня нет');
  await vera.post(open, { closesOn: '30.10.2026' });

  const own = linkIn((await anna.visitor.get('/my-training')).html, /href="(\/my-questionnaires\/[^"]+)"/);
  const sheet = await anna.visitor.get(own);
  const version = linkIn(sheet.html, /name="version" value="([^"]+)"/);
  await anna.visitor.post(own, { version, step: '0', go: 'next', 'q-q1': '8' });
  await anna.visitor.post(own, { version, step: '1', go: 'finish', 'q-q3': 'yes' });
  expect((await anna.visitor.get('/my-training')).html).toContain('8 из 10, сдан');
  expect((await vera.get(programme)).html).toContain('8 из 10, сдан');

  expect((await vera.get(session)).html).toContain('Ведущего нет в банке экспертов');
  const banked = await vera.post(`${session}/to-bank`);
  expect(banked.location).toMatch(/^\/experts\//);
  expect((await vera.get(session)).html).toContain('Договора с ведущим на этот день нет');
});

test('a certificate is issued, downloaded by its owner, checked by anybody with the paper, and says no name', async () => {
  await vera.post(`${programme}/issue`, { ids: [anna.id] });
  const mine = await anna.visitor.get('/my-training');
  expect(mine.html).toContain('В этом году обучение пройдено');
  const pdf = linkIn(mine.html, /href="(\/training\/certificates\/[^"]+\/pdf)"/);
  const file = await anna.visitor.get(pdf);
  expect(file.response.headers.get('content-type')).toBe('application/pdf');
  expect((await (await mentor('Борисов')).visitor.get(pdf)).status).toBe(403);

  const { check_code: code } = await house.inside((db) =>
    db.selectFrom('training_certificates').select('check_code').executeTakeFirstOrThrow(),
  );
  const check = await house.stranger().get(`/check/${code}`);
  expect(check.status).toBe(200);
  expect(check.html).toContain('А. Я. О.');
  expect(check.html).toContain('12.10.2026');
  expect(check.html).toContain('Школа наставника');
  for (const secret of ['Аннина', 'Яна', 'Олеговна', 'ЭМ-21', 'Верхнереченский'])
    expect(check.html).not.toContain(secret);
  expect((await house.stranger().get('/check/nonsense')).html).toContain('Такого удостоверения нет');

  await vera.post(pdf.replace('/pdf', '/revoke'), { reason: 'ошибка в списке' });
  expect((await house.stranger().get(`/check/${code}`)).html).toContain('Удостоверение аннулировано');
  expect((await vera.get('/training/people?state=waiting')).html).toContain('Аннина');
});

test('an exemption needs its reason; a course elsewhere goes to the register of courses', async () => {
  expect((await vera.post(`/training/people/${anna.id}/exempt`, { reason: '' })).status).toBe(422);
  await vera.post(`/training/people/${anna.id}/exempt`, { reason: 'сама ведёт занятия' });
  expect((await vera.get('/training/people?state=exempt')).html).toContain('сама ведёт занятия');

  const course = { title: 'Тьютор', organisation: 'ИРО', hours: '36', from: '01.09.2026', till: '10.10.2026' };
  const nobody = await vera.post('/training/courses', course);
  expect(nobody.html).toContain('Выберите наставника');
  await vera.post('/training/courses', { ...course, personId: anna.id });
  const finish = linkIn((await vera.get('/training/courses')).html, /href="(\/training\/courses\/[0-9a-f-]+)"/);
  await vera.post(finish, { certificate: 'У-17', day: '10.10.2026', version: '1' });
  expect((await vera.get('/training/courses')).html).toContain('У-17 от 10.10.2026');
});

test('the calendar holds the own sessions, and the certificates’ register is for its readers', async () => {
  const calendar = await anna.visitor.get('/training/calendar');
  expect(calendar.html).toContain('SUMMARY:Первая встреча');
  expect((await (await mentor('Гусева')).visitor.get('/training/calendar')).html).not.toContain('BEGIN:VEVENT');
  expect((await anna.visitor.get('/training/certificates')).status).toBe(403);
});
