import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { feeling } from '../../../../test/questionnaire-story.ts';
import { day } from '../../../kernel/day.ts';
import { installNorms } from '../../college/rows.ts';
import { insertOrganisations } from '../../people/organisation-rows.ts';
import { approveQuestionnaire } from '../../questionnaires/approve-questionnaire.ts';
import { addQuestionnaire } from '../../questionnaires/save-questionnaire.ts';

let house: TestHouse;
let vera: Visitor;
let anna: string;
let teacher: string;
let lead: Visitor;
let interview: string;

beforeAll(async () => {
  house = await openHouse();
  await house.inside((db) => installNorms(db));
  [anna, teacher] = await house.inside(async (db, given) => {
    const person = await given.student({ last: 'Аннина' });
    await given.mentor(person);
    await db.updateTable('mentors').set({ status: 'candidate' }).where('person_id', '=', person).execute();
    return [person, await given.teacher({ last: 'Окунева' })];
  });
  vera = await house.signIn('curator', {
    personId: await house.inside((_, given) => given.teacher({ last: 'Ложкина' })),
  });
  lead = await house.signIn('class-teacher', { personId: teacher });
});
afterAll(() => house.close());

test('the first lists are offered once, and every candidate stands in the pipeline with a count', async () => {
  expect((await vera.get('/selection')).html).toContain('Взять готовый список');
  await vera.post('/selection/rules/start');

  const page = await vera.get('/selection?step=new');
  expect(page.html).toContain('Аннина');
  expect(page.html).not.toContain('Взять готовый список');
  expect((await vera.get('/selection?step=approved')).html).toContain('Никого не нашлось');
  expect((await lead.get('/selection')).status).toBe(403);
});

test('a score that cannot be comes back with what was typed', async () => {
  const score = { score: '45', most: '40', answeredOn: '05.10.2026', paper: 'папка 4', version: '0' };
  const wrong = await vera.post(`/selection/${anna}/score`, score);
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Баллов больше, чем можно набрать');
  expect(wrong.html).toContain('value="папка 4"');

  expect((await vera.post(`/selection/${anna}/score`, { ...score, score: '35' })).location).toBe(`/selection/${anna}`);
  expect((await vera.get('/selection')).html).toContain('35 из 40');
});

test('time is opened, the candidate invited, and the one who leads marks on the own form only', async () => {
  const slots = { day: '12.10.2026', times: '14.00, 14:30', place: 'кабинет 214', interviewerIds: [teacher] };
  expect((await vera.post('/selection/interviews', { ...slots, times: 'днём' })).html).toContain('Время пишется так');
  await vera.post('/selection/interviews', slots);
  const list = await vera.get('/selection/interviews');
  interview = /href="(\/selection\/interviews\/[0-9a-f-]+)"/.exec(list.html)?.[1] ?? '';
  await vera.post(`${interview}/invite`, { personId: anna, version: '1' });

  expect((await lead.get('/selection/interviews')).html).toContain('Аннина');
  const form = await lead.get(interview);
  expect(form.html).toContain('Оценки: Окунева');
  const names = [...form.html.matchAll(/name="(mark-[^"]+)"/g)].map(([, name = '']) => name);
  const marks = Object.fromEntries(names.map((name) => [name, '4']));
  expect((await lead.post(`${interview}/marks`, { interviewerId: teacher, ...marks })).status).toBe(303);
  const stranger = await house.signIn('class-teacher');
  expect((await stranger.get(interview)).status).toBe(403);

  const bare = await lead.post(`${interview}/outcome`, { outcome: 'reject', summary: '', version: '2' });
  expect(bare.html).toContain('рабочая группа спросит');
  await lead.post(`${interview}/outcome`, { outcome: 'recommend', summary: '', version: '2' });
  expect((await vera.get(interview)).html).toContain('4 из 5');
});

test('the group’s decision says who waits and why; then it stands, and the minutes are drafted from it', async () => {
  const choice = { ids: [anna], decision: 'approved', reason: '', exception: '' };
  const group = await house.signIn('working-group');
  const held = await group.post('/selection/decision', choice);
  expect(held.status).toBe(200);
  expect(held.html).toContain('Остальные ждут');
  expect(held.html).toContain('Нет академических задолженностей');
  const unsaid = await group.post('/selection/decision', { ...choice, decision: 'refused' });
  expect(unsaid.html).toContain('Напишите причину отказа');

  const exception = 'пересдача назначена на 20 октября';
  expect((await group.post('/selection/decision', { ...choice, exception })).location).toBe('/selection/decision');
  expect((await group.get('/selection/decision')).html).not.toContain('Составить протокол');
  const card = await vera.get(`/selection/${anna}`);
  expect(card.html).toContain('пересдача назначена');
  const made = await vera.post('/selection/minutes', { chairId: teacher, secretaryId: teacher, memberIds: [] });
  expect(made.location).toMatch(/^\/documents\//);
  expect((await vera.get(made.location ?? '')).html).toContain('о составе наставников');
});

test('a clearance is kept with its term; the scan is for keepers', async () => {
  const clearance = { kind: 'medical', number: '12', issuedOn: '01.09.2026', validTill: '01.10.2026' };
  const turned = await vera.post(`/selection/${anna}/clearances`, { ...clearance, validTill: '01.08.2026' });
  expect(turned.html).toContain('Срок кончается раньше');
  const scan = new File([new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF'))], 'справка.pdf', { type: 'application/pdf' });
  await vera.post(`/selection/${anna}/clearances`, { ...clearance, scan });

  const card = await vera.get(`/selection/${anna}`);
  expect(card.html).toContain('срок вышел 01.10.2026');
  const link = /href="(\/selection\/clearances\/[^"]+\/scan)"/.exec(card.html)?.[1] ?? '';
  expect((await vera.get(link)).status).toBe(200);
  const psychologist = await house.signIn('psychologist');
  expect((await psychologist.get(link)).status).toBe(403);
  expect((await psychologist.get(`/selection/${anna}`)).html).not.toContain('/scan');
});

test('a candidate is asked from the card, answers, and the card shows score and band; the answers only to who may read them', async () => {
  const ivan = await house.inside(async (db, given) => {
    const person = await given.student({ last: 'Ивашов' });
    await given.mentor(person);
    await db.updateTable('mentors').set({ status: 'candidate' }).where('person_id', '=', person).execute();
    return person;
  });
  expect((await vera.post(`/selection/${ivan}/ask`)).location).toBe(`/selection/${ivan}`);
  expect((await vera.get(`/selection/${ivan}`)).html).toContain('Попросить заполнить анкету');

  await house.inside(async (db) => {
    const roles = ['curator'] as const;
    const actor = {
      college: house.college,
      accountId: vera.accountId,
      personId: null,
      name: 'Ложкина',
      roles,
      groupIds: [],
    };
    const ctx = { db, today: day('2026-10-12'), actor };
    const purpose = { title: 'Анкета отбора', form: null, role: 'mentor', moment: 'selection' } as const;
    const made = await addQuestionnaire(ctx, purpose, feeling);
    const act = { label: 'Приказ № 1', day: day('2026-09-20'), documentId: null };
    if (made.ok) await approveQuestionnaire(ctx, made.value, { act, version: 1 });
  });
  const sheet = await vera.post(`/selection/${ivan}/questionnaire-link`);
  const [, token = ''] = /\/q\/([\w-]+)/.exec(sheet.html) ?? [];
  expect((await vera.get(`/selection/${ivan}`)).html).toContain('Кандидата попросили ответить до 02.11.2026');
  const stranger = house.stranger();
  const form = await stranger.get(`/q/${token}`);
  const [, version = ''] = /name="version" value="([^"]+)"/.exec(form.html) ?? [];
  await stranger.post(`/q/${token}`, { version, step: '0', go: 'next', 'q-q1': '8' });
  await stranger.post(`/q/${token}`, { version, step: '1', go: 'finish', 'q-q3': 'yes' });

  const card = (await vera.get(`/selection/${ivan}`)).html;
  expect(card).toContain('8 из 10 — высокая');
  expect(card).toContain('Насколько ясен план?');
  const social = await house.signIn('social-teacher');
  const seen = (await social.get(`/selection/${ivan}`)).html;
  expect(seen).toContain('8 из 10 — высокая');
  expect(seen).not.toContain('Насколько ясен план?');
});

test('a basis refers to the employer’s agreement among partners, and its scan is downloaded by keepers only', async () => {
  const specialist = await house.inside(async (db, given) => {
    const [organisationId = ''] = await insertOrganisations(db, [{ name: 'АО «Завод»', inn: null, contacts: '' }]);
    const id = await given.teacher({ last: 'Сомов' });
    await given.mentor(id);
    const card = { kind: 'specialist' as const, organisation_id: organisationId };
    await db.updateTable('persons').set(card).where('id', '=', id).execute();
    await db
      .updateTable('mentors')
      .set({ forms: ['employer-student'] })
      .where('person_id', '=', id)
      .execute();
    return id;
  });
  const basis = { agreementNumber: '30/26', agreementOn: '', from: '', till: '30.06.2027', version: '0' };
  const half = await vera.post(`/selection/${specialist}/basis/organisation`, basis);
  expect(half.status).toBe(422);
  expect(half.html).toContain('Впишите и номер, и дату соглашения');
  expect(half.html).toContain('value="30/26"');
  const scan = new File([new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF'))], 'договор.pdf', { type: 'application/pdf' });
  await vera.post(`/selection/${specialist}/basis/organisation`, { ...basis, agreementOn: '16.09.2026', scan });

  const card = (await vera.get(`/selection/${specialist}`)).html;
  const link = `/selection/${specialist}/basis/organisation/scan`;
  expect(card).toContain(link);
  expect((await vera.get(link)).status).toBe(200);
  const partner = /href="(\/partners\/[^"]+)"/.exec(card)?.[1] ?? '';
  expect((await vera.get(partner)).html).toContain('№\u00a030/26');
  expect((await vera.get(`${partner}/scan`)).status).toBe(200);
  const psychologist = await house.signIn('psychologist');
  expect((await psychologist.get(link)).status).toBe(403);
  expect((await psychologist.get(`/selection/${specialist}`)).html).not.toContain(link);
  expect((await vera.get(`/selection/${specialist}/basis/assignment/scan`)).status).toBe(404);
});
