import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const rowId = (number: string) =>
  house.inside(async (db) => {
    const row = await db
      .selectFrom('roadmap_rows')
      .select('id')
      .where('kind', '=', 'activity')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    return row.id;
  });

test('an empty year offers the template; one press later its rows are there', async () => {
  const before = await anna.get('/roadmap');
  expect(before.html).toContain('Взять типовую карту');
  expect(before.html).toContain('/roadmap/import?year=2026');

  const taken = await anna.post('/roadmap/template', { year: '2026' });

  expect(taken.location).toBe('/roadmap?year=2026');
  const page = await anna.get('/roadmap');
  expect(page.html).toContain('Составить банк экспертов');
  expect(page.html).toContain('Все строки');
});

test('filters live in the address', async () => {
  const overdue = await anna.get('/roadmap?year=2026&state=overdue');

  expect(overdue.html).toContain('Привести в порядок положение о наставничестве');
  expect(overdue.html).not.toContain('Измерить результаты');
});

test('a row opened says what is missing and leads to where it is made', async () => {
  const page = await anna.get(`/roadmap/rows/${await rowId('1.4')}?state=overdue`);

  expect(page.html).toContain('Приказ об утверждении дорожной карты подписан');
  expect(page.html).toContain('href="/documents/register?kind=roadmap-order"');
  expect(page.html).toContain(`/roadmap?year=2026&amp;state=overdue#row-`);
});

test('a reader without the right sees no link to a closed door and no form', async () => {
  const editor = await house.signIn('editor');

  const page = await editor.get(`/roadmap/rows/${await rowId('1.4')}`);

  expect(page.html).toContain('Приказ об утверждении дорожной карты подписан');
  expect(page.html.includes('/documents/register')).toBe(false);
  expect(page.html).not.toContain('Приложить подтверждение');
  const own = await editor.get(`/roadmap/rows/${await rowId('1.8')}`);
  expect(own.html).toContain('Приложить подтверждение');
});

test('evidence by hand closes a row, keeps its file, and is marked', async () => {
  const id = await rowId('1.9');
  const file = new File([new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n')], 'банк.pdf');
  const wrong = await anna.post(`/roadmap/rows/${id}/evidence`, { note: '', day: '31.02.2026' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Такого дня нет');

  await anna.post(`/roadmap/rows/${id}/evidence`, { note: 'Банк есть', day: '10.10.2026', closes: 'yes', file });

  const page = await anna.get(`/roadmap/rows/${id}`);
  expect(page.html).toContain('закрыто вручную');
  expect(page.html).toContain('банк.pdf');
  const link = /\/roadmap\/evidence\/[0-9a-f-]+\/file/.exec(page.html)?.[0] ?? '';
  expect((await anna.get(link)).response.headers.get('content-disposition')).toContain('attachment');
});

test('of two people who edit a row, the second sees what the first made of it and keeps own words', async () => {
  const id = await rowId('1.3');
  const form = { number: '1.3', title: 'Первое название', termText: 'октябрь', version: '1' };
  expect((await anna.post(`/roadmap/rows/${id}/edit`, form)).status).toBe(303);

  const second = await anna.post(`/roadmap/rows/${id}/edit`, { ...form, title: 'Второе название' });

  expect(second.status).toBe(422);
  expect(second.html).toContain('Первое название');
  expect(second.html).toContain('Второе название');
});

const pasted = [
  ['№', 'Мероприятие', 'Содержание', 'Срок', 'Ответственные', 'Документ'],
  ['1.1', 'Совещание', 'Рассказ', 'До 15.09.2023', 'Директор', 'Протокол'],
  ['1.2', 'Собрание групп', 'Опрос', 'когда получится', 'Кураторы', 'Анкеты'],
  ['1.3', 'Страница', 'Новости', 'октябрь', 'Методист', 'Публикации'],
]
  .map((row) => row.join('\t'))
  .join('\n');

test('garbage is refused in words, with what was seen, and the text stays', async () => {
  const refused = await anna.post('/roadmap/import', { year: '2027', text: 'Список покупок: молоко, хлеб, сыр' });

  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Это не дорожная карта');
  expect(refused.html).toContain('молоко, хлеб, сыр');
});

test('a pasted roadmap is reviewed, mended in place and written', async () => {
  const read = await anna.post('/roadmap/import', { year: '2027', text: pasted });
  const review = await anna.get(read.location ?? '');
  expect(review.html).toContain('Записать 3');
  expect(review.html).toContain('когда получится');
  expect(review.html).toContain('Срок не понят');
  expect(review.html).toContain('Перенести даты на 2027/28');

  const fields = { 'number-1': '1.2', 'title-1': 'Собрание групп', 'term-1': 'ноябрь', 'responsible-1': 'Кураторы' };
  const written = await anna.post(read.location ?? '', { version: '1', do: 'confirm', shift: 'yes', ...fields });

  expect(written.location).toBe('/roadmap?year=2027');
  const page = await anna.get('/roadmap?year=2027');
  expect(page.html).toContain('Собрание групп');
});

test('what was mended stays in the fields when the year is taken, and is written with the consent to replace', async () => {
  const read = await anna.post('/roadmap/import', { year: '2027', text: pasted });
  const fields = { 'number-1': '1.2', 'title-1': 'Сбор групп', 'term-1': 'декабрь', 'responsible-1': 'Кураторы' };
  const form = { version: '1', do: 'confirm', ...fields };

  const refused = await anna.post(read.location ?? '', form);

  expect(refused.status).toBe(422);
  expect(refused.html).toContain('карта уже есть');
  expect(refused.html).toContain('name="term-1"');
  expect(refused.html).toContain('value="декабрь"');
  await anna.post(read.location ?? '', { ...form, replace: 'yes' });
  expect((await anna.get('/roadmap?year=2027')).html).toContain('Сбор групп');
});

test('a number typed twice is pointed at in its field', async () => {
  const read = await anna.post('/roadmap/import', { year: '2028', text: pasted });
  const fields = { 'number-1': '1.3', 'title-1': 'Сбор групп', 'term-1': 'декабрь', 'responsible-1': 'Кураторы' };

  const refused = await anna.post(read.location ?? '', { version: '1', do: 'confirm', ...fields });

  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Один номер стоит у двух строк');
  expect(refused.html).toContain('name="number-2"');
});
