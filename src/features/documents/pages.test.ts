import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../test/house-under-test.ts';
import { pngBytes } from '../../../test/paper-story.ts';
import { bodyText, writeDocx } from '../../platform/docx/write-docx.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const order = {
  kind: 'roadmap-order',
  title: 'Об утверждении дорожной карты',
  number: '119-од',
  day: '01.09.2026',
  reviewBy: '',
};

const scan = (name = 'скан.png', bytes: Uint8Array = pngBytes) => new File([new Uint8Array(bytes)], name);

/** An order in force, for orders that withdraw it. Answers its address. */
const registered = async (number: string): Promise<string> => {
  const answer = await anna.post('/documents/register', { ...order, number });
  return answer.location ?? '';
};

/** The draft of an order that withdraws another; its address and version. */
const drafted = async (number: string): Promise<string> => {
  const answer = await anna.post(`${await registered(number)}/cancel`);
  return answer.location ?? '';
};

test('the empty register says what to do next', async () => {
  const page = await anna.get('/documents');

  expect(page.status).toBe(200);
  expect(textOf(page.html)).toContain('Документов пока нет');
  expect(page.html).toContain('href="/documents/register"');
});

test('a paper is registered with its scan, listed, found by number, and its scan is given back', async () => {
  const form = await anna.get('/documents/register?kind=regulation');
  expect(form.html).toMatch(/<option value="regulation" selected/);

  const answer = await anna.post('/documents/register', { ...order, scan: scan() });
  expect(answer.status).toBe(303);
  const page = await anna.get(answer.location ?? '');

  expect(textOf(page.html)).toContain('Об утверждении дорожной карты');
  const file = await anna.get(`${answer.location}/scan`);
  expect(file.response.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await file.response.arrayBuffer())).toEqual(pngBytes);
  expect(textOf((await anna.get('/documents?q=119')).html)).toContain('№ 119-од от 01.09.2026');
  expect(textOf((await anna.get('/documents?q=777')).html)).toContain('Таких документов нет');
  expect(textOf((await anna.get('/documents?kind=minutes')).html)).toContain('Таких документов нет');
});

test('a refused registration keeps what was typed and says what is wrong at the field', async () => {
  const answer = await anna.post('/documents/register', { ...order, title: 'Моё название', day: '31.02.2026' });

  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Моё название');
  expect(answer.html).toContain('Такого дня нет');
  const twice = await anna.post('/documents/register', { ...order, title: 'Второй с тем же номером' });
  expect(twice.status).toBe(422);
  expect(twice.html).toContain('уже есть в реестре');
  const wrong = await anna.post('/documents/register', {
    ...order,
    number: '9',
    scan: scan('скан.pdf', new Uint8Array([1, 2])),
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('PDF, JPEG или PNG');
});

test('a draft shows its paper, its blanks and its offer of a number; it is sent, numbered, signed and frozen', async () => {
  const address = await drafted('200-од');
  const draft = await anna.get(address);
  expect(textOf(draft.html)).toContain('Признать утратившим силу приказ от 1 сентября 2026 г. № 200-од');
  expect(draft.html).toContain('<mark class="paper-blank">номер документа</mark>');
  expect(textOf(draft.html)).toContain('Следующий свободный номер — 201-од.');
  expect(textOf(draft.html)).toContain('Чего не хватает');

  expect((await anna.post(`${address}/send`, { version: '1' })).status).toBe(303);
  const stale = await anna.post(`${address}/number`, { version: '1', number: '201-од', day: '12.10.2026' });
  expect(stale.status).toBe(422);
  expect(stale.html).toContain('изменил другой человек');
  expect(stale.html).toContain('201-од');
  const taken = await anna.post(`${address}/sign`, { version: '2', number: '200-ОД', day: '12.10.2026' });
  expect(taken.status).toBe(422);
  expect(taken.html).toContain('уже занят');

  const director = await house.signIn('director');
  const signed = await director.post(`${address}/sign`, {
    version: '2',
    number: '201-од',
    day: '12.10.2026',
    scan: scan(),
  });
  expect(signed.location).toBe(address);
  const after = await anna.get(address);
  expect(textOf(after.html)).toContain('№ 201-од от 12.10.2026');
  expect(after.html).not.toContain(`${address}/number`);
  expect(after.html).not.toContain('paper-name');
  expect(after.html).not.toContain('Пропуск в тексте');
  expect(textOf((await anna.get('/documents?status=cancelled')).html)).toContain('№ 200-од');
});

test('the paper is downloaded as DOCX and as PDF under a name that says what it is', async () => {
  const address = await drafted('300-од');

  const docx = await anna.get(`${address}/docx`);
  const pdf = await anna.get(`${address}/pdf`);

  expect(decodeURIComponent(docx.response.headers.get('content-disposition') ?? '')).toContain(
    'О признании утратившим силу приказа.docx',
  );
  const head = async (visit: typeof docx) =>
    Buffer.from(await visit.response.arrayBuffer())
      .subarray(0, 4)
      .toString();
  expect(await head(docx)).toMatch(/^PK/);
  expect(await head(pdf)).toBe('%PDF');
});

test('what the system could not know is written in by hand', async () => {
  const address = await drafted('400-од');
  const form = await anna.get(`${address}/fill`);
  expect(form.html).toContain('name="основание"');

  await anna.post(`${address}/fill`, { version: '1', основание: 'решения педагогического совета <№ 2>' });

  expect((await anna.get(address)).html).toContain('На основании решения педагогического совета &lt;№ 2&gt;');
});

test('a draft is deleted after a question; a scan does not belong to it yet', async () => {
  const address = await drafted('500-од');
  expect((await anna.post(`${address}/scan`, { scan: scan() })).html).toContain('Сначала отметьте подпись');

  expect((await anna.get(`${address}/remove`)).html).toContain('Удалить проект?');
  expect((await anna.post(`${address}/remove`)).location).toBe('/documents');
  expect((await anna.get(address)).status).toBe(404);
});

test('an own template is looked through: unknown fields are named, macros refused, versions kept, the starter comes back', async () => {
  const address = '/documents/templates/working-group-order';
  const file = (text: string) => scan('свой.docx', writeDocx('Свой', [{ blocks: [bodyText(text)] }]));

  const unknown = await anna.post(address, { template: file('Приказ {печать}') });
  expect(unknown.status).toBe(422);
  expect(textOf(unknown.html)).toContain('Поля «{печать}» нет');
  expect(unknown.html).toContain('name="withBlanks"');
  expect((await anna.post(address, { template: scan('a.docx') })).html).toContain('не документ Word');
  expect((await anna.post(address)).html).toContain('Выберите файл шаблона');

  await anna.post(address, { template: file('Приказ {колледж}') });
  const page = await anna.get(address);
  expect(textOf(page.html)).toContain('колледжа, редакция 1');
  const version = /\/documents\/templates\/versions\/[0-9a-f-]+/.exec(page.html)?.[0] ?? '';
  expect((await anna.get(version)).status).toBe(200);
  expect((await anna.get(`${address}/example`)).status).toBe(200);
  expect((await anna.get(`${address}/starter`)).status).toBe(200);
  await anna.post(`${address}/starter`);
  expect(textOf((await anna.get('/documents/templates')).html)).not.toContain('редакция 1');
  expect((await anna.get('/documents/templates/nonsense')).status).toBe(404);
});

test('a methodist registers materials only, a class teacher reads without buttons, a mentor stays outside', async () => {
  const methodist = await house.signIn('methodist');
  const form = await methodist.get('/documents/register');
  expect(form.html).toContain('value="training-programme"');
  expect(form.html).not.toContain('value="regulation"');
  expect((await methodist.post('/documents/register', order)).status).toBe(422);

  const address = await drafted('600-од');
  const teacher = await house.signIn('class-teacher');
  const page = await teacher.get(address);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain(`${address}/send`);
  expect((await teacher.post(`${address}/send`, { version: '1' })).status).toBe(403);
  expect((await (await house.signIn('mentor')).get('/documents')).status).toBe(403);
});

test('of two people who sign two papers with one number at the same moment, one gets it and the other is told', async () => {
  const [one, two] = [await drafted('700-од'), await drafted('800-од')];
  const [first, second] = [await house.signIn('deputy'), await house.signIn('director')];
  const requisites = { version: '1', number: '900-од', day: '12.10.2026' };

  const answers = await Promise.all([first.post(`${one}/sign`, requisites), second.post(`${two}/sign`, requisites)]);

  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  expect(answers.find(({ status }) => status === 422)?.html).toContain('уже занят другим документом');
});
