import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { givenPair } from '../../../../test/plan-story.ts';

let house: TestHouse;
let vera: Visitor;
let anna: Visitor;
let olya: Visitor;
let pair: { id: string; mentorId: string; menteeId: string };
let plan: string;

const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? 'no version';
const linkIn = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? 'nothing found';

beforeAll(async () => {
  house = await openHouse();
  pair = await house.inside((db, given) => givenPair(db, given));
  vera = await house.signIn('curator');
  anna = await house.signIn('mentor', { personId: pair.mentorId });
  olya = await house.signIn('mentee', { personId: pair.menteeId });
});
afterAll(() => house.close());

test('a mentor comes from an empty plan to one from a template', async () => {
  expect((await vera.get('/plans/templates')).html).toContain('Шаблонов ещё нет');
  await vera.post('/plans/templates/install');
  expect((await anna.get('/my-plans')).location).toBe(`/pairs/${pair.id}/plan`);
  const start = await anna.get(`/pairs/${pair.id}/plan`);
  expect(start.html).toContain('Подтянуть учёбу');
  expect((await olya.get(`/pairs/${pair.id}/plan`)).html).toContain('План составит наставник');
  const templateId = linkIn(start.html, /name="templateId"[^>]*value="([0-9a-f-]{36})"/);

  const made = await anna.post(`/pairs/${pair.id}/plan`, { templateId });

  plan = made.location ?? '';
  const page = await anna.get(plan);
  expect(page.html).toContain('Закрыть долги');
  expect(page.html).toContain('IV квартал 2026');
  expect((await olya.get(plan)).html).toContain('План составляют');
  expect((await olya.get(plan)).html).not.toContain('Закрыть долги');
});

test('a form that is wrong says where, and keeps what was typed; a stale one shows what differs', async () => {
  const wrong = await anna.post(`${plan}/tasks/new`, { title: 'Моя задача', due: '31.02.2027', version: '0' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Такого дня нет');
  expect(wrong.html).toContain('value="Моя задача"');

  const form = { goals: 'Цель куратора', strengths: '', weaknesses: '', otherFormat: '' };
  const version = versionIn((await anna.get(`${plan}/words`)).html);
  await vera.post(`${plan}/words`, { ...form, version });
  const stale = await anna.post(`${plan}/words`, { ...form, goals: 'Цель наставника', version });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain('<del>Цель куратора</del>');
  expect(stale.html).toContain('<ins>Цель наставника</ins>');
  expect(stale.html).toContain('>Цель наставника</textarea>');
  const saved = await anna.post(`${plan}/words`, { ...form, goals: 'Общая цель', version: versionIn(stale.html) });
  expect(saved.location).toBe(plan);
});

test('mentor sends, mentee returns with words, mentor sends again, mentee agrees', async () => {
  const send = async () => anna.post(`${plan}/propose`, { version: versionIn((await anna.get(plan)).html) });
  await send();
  const read = await olya.get(plan);
  expect(read.html).toContain('Общая цель');
  expect((await olya.post(`${plan}/return`, { remark: '', version: versionIn(read.html) })).status).toBe(422);
  await olya.post(`${plan}/return`, { remark: 'Слишком рано', version: versionIn(read.html) });
  expect((await anna.get(plan)).html).toContain('Слишком рано');
  await send();
  const again = await olya.get(plan);
  await olya.post(`${plan}/agree`, { version: versionIn(again.html) });

  expect((await olya.get(plan)).html).toContain('Согласован 12.10.2026');
  expect((await vera.get('/plans?state=agreed')).html).toContain('Олина');
  expect((await vera.get(`/pairs/${pair.id}`)).html).toContain('Общая цель');
});

test('the plan is downloaded as PDF and as Word by both sides', async () => {
  const pdf = await olya.get(`${plan}/file?as=pdf`);
  expect(pdf.response.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await pdf.response.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const word = await anna.get(`${plan}/file?as=docx`);
  expect(
    Buffer.from(await word.response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a task is marked by its mentor; the mentee may not', async () => {
  const mark = linkIn((await anna.get(plan)).html, /href="(\/plans\/[^"]+\/marks\/[^"]+)"/);
  expect((await olya.get(mark)).status).toBe(403);
  const noDay = await anna.post(mark, { mark: 'moved', result: 'Болела', movedTo: '', version: '0' });
  expect(noDay.status).toBe(422);
  expect(noDay.html).toContain('Впишите день');
  await anna.post(mark, { mark: 'done', result: 'Расписание есть', movedTo: '', version: '0' });
  expect((await olya.get(plan)).html).toContain('Расписание есть');
});

test('a correction asked for by the mentee is written, compared and signed on paper', async () => {
  await olya.post(`${plan}/correct`, { reason: 'Не понимаю задачу' });
  const draft = await anna.get(plan);
  expect(draft.html).toContain('Отличий нет');
  const task = linkIn(draft.html, /href="(\/plans\/[^"]+\/tasks\/[0-9a-f-]{36})"/);
  const form = { title: 'Понятная задача', expected: 'зачёт', due: '01.12.2026' };
  await anna.post(task, { ...form, version: versionIn((await anna.get(task)).html) });
  await vera.post(`${plan}/propose`, { version: versionIn((await vera.get(plan)).html) });
  expect((await olya.get(plan)).html).toContain('Понятная задача');

  const paper = await vera.get(`${plan}/paper`);
  const nobody = await vera.post(`${plan}/paper`, { on: '12.10.2026', version: versionIn(paper.html) });
  expect(nobody.html).toContain('Отметьте, кто подписал план');
  const scan = new File([Buffer.from('%PDF-1.7\n%%EOF')], 'план.pdf');
  const signed = { sides: ['mentor', 'mentee'], on: '11.10.2026', version: versionIn(paper.html), scan };
  expect((await vera.post(`${plan}/paper`, signed)).location).toBe(plan);

  const now = await olya.get(plan);
  expect(now.html).toContain('версия 2: действует');
  const scanHref = linkIn(now.html, /href="(\/plans\/[^"]+\/scans\/[^"]+)"/);
  expect((await olya.get(scanHref)).status).toBe(200);
  const compared = await olya.get(`${plan}/compare?from=1&to=2`);
  expect(compared.html).toContain('<ins>Понятная задача</ins>');
  expect(compared.html).toContain('почему правили: Не понимаю задачу');
});

test('a stranger of another pair, and a class teacher of another group, are not let in', async () => {
  const other = await house.inside(async (_, given) => given.student({ last: 'Гусев' }));
  expect((await (await house.signIn('mentor', { personId: other })).get(plan)).status).toBe(403);
  const teacher = await house.signIn('class-teacher');
  expect((await teacher.get(plan)).status).toBe(403);
  expect((await teacher.get('/plans')).html).not.toContain('Олина');
  expect((await olya.get('/plans')).status).toBe(403);
  expect((await olya.post(`${plan}/propose`, { version: '1' })).status).toBe(403);
});
