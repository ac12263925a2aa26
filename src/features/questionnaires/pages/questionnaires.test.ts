import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { approved, feeling, sentOut } from '../../../../test/questionnaire-story.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { day } from '../../../kernel/day.ts';
import type { Ctx } from '../../../platform/context.ts';
import { readWorkbook } from '../../../platform/files/spreadsheet.ts';
import { writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';
import { issueCommonLink, issuePersonalLinks } from '../issue-links.ts';
import { changeRound } from '../open-round.ts';
import { fileOf } from '../read-file.ts';

let house: TestHouse;
let anna: Visitor;
let group = '';
let person = '';

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
  await house.inside(async (_, given) => {
    group = await given.group('ЭМ-21');
    person = await given.student({ last: 'Верина', group: 'ЭМ-21' });
  });
});
afterAll(() => house.close());

const inside = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  house.inside((db) => {
    const actor: Actor = {
      college: house.college,
      accountId: anna.accountId,
      personId: null,
      name: 'Ложкина Е. С.',
      roles: ['curator'],
      groupIds: [],
    };
    return work({ db, actor, today: day('2026-10-12') });
  });

const round = (options: Parameters<typeof sentOut>[1] = {}): Promise<string> => inside((ctx) => sentOut(ctx, options));
const commonToken = (roundId: string): Promise<string> =>
  inside(async (ctx) => {
    const link = await issueCommonLink(ctx, roundId, null);
    return link.ok ? link.value : '';
  });
const versionIn = (html: string): string => /name="version" value="([^"]+)"/.exec(html)?.[1] ?? '';
const keyIn = (html: string): string => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
const answer = (html: string, question: string, more: Record<string, string>, id = crypto.randomUUID()) => ({
  version: versionIn(html),
  key: keyIn(html),
  question,
  id,
  at: String(Date.now()),
  ...more,
});

test('a curator takes the ready sets, opens one, changes a question and approves it', async () => {
  expect((await anna.post('/questionnaires/built-in')).location).toBe('/questionnaires');
  const list = await anna.get('/questionnaires?moment=before');
  expect(list.html).toContain('Наставляемый до начала: студент — студент');
  const id = /href="\/questionnaires\/([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
  const page = await anna.get(`/questionnaires/${id}/questions/benefit`);
  expect(page.html).toContain('Длина шкалы');

  const asked = {
    kind: 'scale',
    text: 'Будет ли польза?',
    section: 's2',
    to: '5',
    low: 'нет',
    high: 'да',
    version: '1',
  };
  expect((await anna.post(`/questionnaires/${id}/questions/benefit`, asked)).status).toBe(303);
  const stale = await anna.post(`/questionnaires/${id}/questions/benefit`, { ...asked, text: 'Иначе?' });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain('Иначе?');

  const act = { label: 'Приказ № 118', day: '01.10.2026', version: '2' };
  expect((await anna.post(`/questionnaires/${id}/approve`, { ...act, label: '' })).html).toContain(
    'Напишите вид и номер',
  );
  expect((await anna.post(`/questionnaires/${id}/approve`, act)).status).toBe(303);
  expect((await anna.get(`/questionnaires/${id}`)).html).toContain('Утверждена: редакция 1');
  expect((await anna.get(`/questionnaires/${id}/preview?step=2`)).html).toContain('Это просмотр');
  expect((await anna.get(`/questionnaires/${id}/print`)).html).toContain('Будет ли польза?');
});

test('a file comes in as JSON and as a table, and a bad one is told by its places', async () => {
  const file = fileOf({ title: 'Из файла', form: null, role: null, moment: 'other' }, feeling);
  const good = await anna.post('/questionnaires/import', { file: new File([file], 'анкета.json') });
  expect(good.status).toBe(303);
  const exported = await (await anna.get(`${good.location}/export.json`)).response.json();
  expect(exported).toEqual(JSON.parse(file));

  const bad = await anna.post('/questionnaires/import', {
    file: new File([file.replace('"yes-no"', '"guess"')], 'анкета.json'),
  });
  expect(bad.status).toBe(422);
  expect(bad.html).toContain('Раздел 1, вопрос 3, вид (kind)');

  const text = (header: string) => ({ header, kind: 'text' as const });
  const columns = [text('Вопрос'), text('Вид')];
  const bytes = await writeSpreadsheet([{ name: 'Анкета', columns, rows: [['Доволен?', 'да/нет']] }]);
  const table = await anna.post('/questionnaires/import', { file: new File([new Uint8Array(bytes)], 'Опрос.xlsx') });
  expect((await anna.get(table.location ?? '')).html).toContain('Доволен?');
});

test('without scripts a person goes step by step, is told what is missing, and hands the sheet in', async () => {
  const roundId = await round({ groupIds: [group] });
  const vera = await house.signIn('mentee', { personId: person });
  const path = `/my-questionnaires/${roundId}`;
  expect((await vera.get('/my-questionnaires')).html).toContain(path);

  const first = await vera.get(path);
  expect(first.html).toContain('1 из 2');
  expect(first.html).toContain('/assets/fill.js');
  expect(first.html).not.toContain('/assets/main.js');
  const version = versionIn(first.html);
  const empty = await vera.post(path, { version, step: '0', go: 'next' });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('Ответьте на этот вопрос');

  const next = await vera.post(path, { version, step: '0', go: 'next', 'q-q1': '7', 'q-q2': 'Сроков' });
  expect(next.location).toBe(`${path}?step=1`);
  const branch = await vera.post(path, { version, step: '1', go: 'next', 'q-q3': 'no' });
  expect(branch.location).toBe(`${path}?step=2`);
  expect((await vera.get(`${path}?step=2`)).html).toContain('3 из 3');
  const end = await vera.post(path, { version, step: '2', go: 'finish', 'q-q4': 'Некогда' });
  expect(end.location).toBe(path);
  expect((await vera.get(path)).html).toContain('Ответы приняты');

  const results = await anna.get(`/questionnaires/rounds/${roundId}/results`);
  expect(results.html).toContain('Верина Анна Сергеевна');
  expect((await anna.get(`/questionnaires/rounds/${roundId}/open/q2`)).html).toContain('Сроков');
  expect((await anna.get(`/questionnaires/rounds/${roundId}/persons/${person}`)).html).toContain('Некогда');
  const bytes = await (await anna.get(`/questionnaires/rounds/${roundId}/results.xlsx`)).response.bytes();
  const [sheet] = await readWorkbook(bytes, 'xlsx');
  expect(sheet?.rows[1]?.slice(0, 2)).toEqual(['Верина Анна Сергеевна', 'ЭМ-21']);
});

test('by a common link each browser has its own sheet, every answer stored once', async () => {
  const roundId = await round();
  const token = await commonToken(roundId);
  const stranger = house.stranger();
  const [one, other] = [await stranger.get(`/q/${token}`), await stranger.get(`/q/${token}`)];
  expect(one.response.headers.get('set-cookie')).toContain(`sheet-key=${keyIn(one.html)}`);
  expect(keyIn(one.html)).not.toBe(keyIn(other.html));

  const sent = answer(one.html, 'q1', { 'q-q1': '7' });
  for (const form of [sent, sent, answer(other.html, 'q1', { 'q-q1': '3' })])
    expect((await stranger.post(`/q/${token}/answer`, form)).status).toBe(204);
  const stored = await house.inside((db) =>
    db
      .selectFrom('questionnaire_answers as a')
      .innerJoin('questionnaire_sheets as s', 's.id', 'a.sheet_id')
      .select('a.value')
      .where('s.round_id', '=', roundId)
      .execute(),
  );
  expect(stored.map(({ value }) => value).toSorted()).toEqual([3, 7]);
  const wrong = await stranger.post(`/q/${token}/answer`, answer(one.html, 'q1', { 'q-q1': '70' }));
  expect([wrong.status, wrong.html]).toEqual([422, 'Число выходит за границы вопроса. Проверьте его']);
  expect((await stranger.post(`/q/${token}/answer`, { ...sent, id: 'x' })).status).toBe(400);
});

test('a link that was replaced, has expired, or was never given opens nothing', async () => {
  const roundId = await round();
  const [old, fresh] = [await commonToken(roundId), await commonToken(roundId)];
  const stranger = house.stranger();
  expect((await stranger.get(`/q/${old}`)).status).toBe(404);
  expect((await stranger.get(`/q/${fresh}`)).status).toBe(200);

  await inside((ctx) => changeRound(ctx, roundId, { closed: true }));
  const closed = await stranger.get(`/q/${fresh}`);
  expect([closed.status, closed.html.includes('Сбор ответов закончен')]).toEqual([410, true]);
  await house.inside((db) =>
    db
      .updateTable('questionnaire_links')
      .set({ expires_on: day('2026-10-11') })
      .where('round_id', '=', roundId)
      .execute(),
  );
  expect((await stranger.post(`/q/${fresh}`, { go: 'next' })).status).toBe(410);
  expect((await stranger.get('/q/nonsense')).html).toContain('Такой ссылки нет');
});

test('a personal link is its person’s own: it goes on where the account stopped', async () => {
  const roundId = await round({ groupIds: [group] });
  const links = await inside((ctx) => issuePersonalLinks(ctx, roundId, group));
  const token = links.ok ? (links.value[0]?.token ?? '') : '';
  const stranger = house.stranger();
  const page = await stranger.get(`/q/${token}`);
  expect((await stranger.post(`/q/${token}/answer`, answer(page.html, 'q1', { 'q-q1': '4' }))).status).toBe(204);

  const vera = await house.signIn('mentee', { personId: person });
  const own = await vera.get(`/my-questionnaires/${roundId}?step=0`);
  expect(own.html).toMatch(/value="4"[^>]*checked/);
});

test('a link of another college stores its answers there and nowhere else', async () => {
  const roundId = await round();
  const token = await commonToken(roundId);
  const there = await house.anotherCollege();
  const foreign = await house.signIn('curator', { college: there });

  expect((await foreign.get(`/questionnaires/rounds/${roundId}`)).status).toBe(404);
  expect((await foreign.get(`/questionnaires/rounds/${roundId}/results`)).status).toBe(404);
  const page = await foreign.get(`/q/${token}`);
  expect((await foreign.post(`/q/${token}/answer`, answer(page.html, 'q1', { 'q-q1': '4' }))).status).toBe(204);
  const sheets = await house.inside((db) =>
    db.selectFrom('questionnaire_sheets').select('way').where('round_id', '=', roundId).execute(),
  );
  expect(sheets).toEqual([{ way: 'common' }]);
});

test('a class teacher enters papers of the own group one after another', async () => {
  await house.inside((_, given) => given.student({ last: 'Ясная', group: 'ЭМ-21' }));
  const teacherId = await house.inside((_, given) => given.teacher({ last: 'Классная' }));
  await house.inside((db) =>
    db.updateTable('study_groups').set({ class_teacher_id: teacherId }).where('id', '=', group).execute(),
  );
  const teacher = await house.signIn('class-teacher', { personId: teacherId });
  const roundId = await round({ groupIds: [group] });
  const base = `/questionnaires/rounds/${roundId}`;
  expect((await teacher.get('/questionnaires')).html).toContain('0 из 2');
  expect((await teacher.get(`${base}/paper`)).html).toContain('Насколько ясен план?');

  const page = await teacher.get(`${base}/entry/${person}`);
  const bad = await teacher.post(`${base}/entry/${person}`, {
    version: versionIn(page.html),
    'q-q1': '99',
    'q-q2': 'Сроков',
  });
  expect([bad.status, bad.html.includes('Сроков')]).toEqual([422, true]);
  const good = await teacher.post(`${base}/entry/${person}`, { version: versionIn(page.html), 'q-q1': '6' });
  expect(good.location).toMatch(/\/entry\/[0-9a-f-]{36}$/);
  expect(good.location).not.toContain(person);
  expect((await teacher.post(`${base}/common-link/${group}`)).html).toContain('/q/');
  expect((await teacher.post(`${base}/common-link`)).status).toBe(403);
});

test('a round is made on its page, and its sheet of codes holds a link for each person', async () => {
  const id = await inside((ctx) => approved(ctx));
  const form = { title: 'Осень', opensOn: '01.10.2026', closesOn: '31.10.2026', groups: [group] };
  expect((await anna.post(`/questionnaires/${id}/rounds/new`, { ...form, closesOn: 'завтра' })).status).toBe(422);
  const made = await anna.post(`/questionnaires/${id}/rounds/new`, form);
  const sheet = await anna.post(`${made.location}/personal-links/${group}`);

  expect((await anna.get(made.location ?? '')).html).toContain('Ответили 0 из');
  expect(sheet.html.match(/class="qr"/g)?.length).toBeGreaterThanOrEqual(1);
  expect(sheet.html).toContain('Верина Анна');
});
