import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type TestHouse, type Visitor } from '../../../../test/house-under-test.ts';
import { csv, twoStudents } from '../../../../test/people-import.ts';
import { writeSpreadsheet } from '../../../platform/files/write-spreadsheet.ts';

let house: TestHouse;
let anna: Visitor;

beforeAll(async () => {
  house = await openHouse();
  anna = await house.signIn('curator');
});
afterAll(() => house.close());

const fileOf = (bytes: Uint8Array, name = 'контингент.csv'): File => new File([new Uint8Array(bytes)], name);

const send = (bytes: Uint8Array, name?: string) =>
  anna.post('/people/import', { kind: 'student', file: fileOf(bytes, name) });

/** Waits as the page does: until the task leads on. */
const finished = async (task: string | null): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const { status, location, html } = await anna.get(task ?? '');
    if (status === 303) return location ?? '';
    if (html.includes('Вернуться')) throw new Error('the task did not end well');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the task does not end');
};

const read = async (bytes: Uint8Array, name?: string): Promise<string> => finished((await send(bytes, name)).location);

const plainText = (html: string): string => html.replaceAll('\u00A0', ' ').replaceAll('&nbsp;', ' ');

describe('a file of people', () => {
  test('goes from the upload to the register, and back out of it', async () => {
    const path = await read(csv([...twoStudents, ['Бабинцев', 'ЭМ-11', '31.02.2009', '']]));
    const review = await anna.get(path);
    expect(plainText(review.html)).toContain('Записать 2 человека');
    expect(plainText(review.html)).toContain('в феврале 28 дней');
    expect(review.html).toContain('исправьте');

    await anna.post(`${path}/rows/4`, {
      act: 'save',
      'fix-fullName': 'Бабинцев Артём Ильич',
      'fix-birthDay': '27.02.2009',
    });
    expect(plainText((await anna.get(path)).html)).toContain('Записать 3 человека');
    const confirmed = await anna.post(`${path}/confirm`, { groups: 'ЭМ-11', wanted: 'ЭМ-11' });
    const done = await anna.get(await finished(confirmed.location));
    expect(plainText(done.html)).toContain('Записано: 3 человека');
    expect((await anna.get('/people')).html).toContain('Бабинцев Артём Ильич');
    expect((await anna.get('/groups')).html).toContain('ЭМ-11');

    const undo = await anna.post(`${path}/undo`);
    expect(plainText((await anna.get(await finished(undo.location))).html)).toContain('Убрано: 3 человека');
    expect((await anna.get('/people')).html).not.toContain('Бабинцев');
  });

  test('a row that is still wrong keeps what was typed, and other rows are not touched', async () => {
    const path = await read(
      csv([
        ['Бабинцев Артём Ильич', 'ЭМ-11', '31.02.2009', ''],
        ['Верина', 'ЭМ-11', '', ''],
      ]),
    );

    const saved = await anna.post(`${path}/rows/2`, { act: 'save', 'fix-birthDay': '30.02.2009', page: '1' });

    expect(saved.location).toBe(`${path}?page=1#row-2`);
    const { html } = await anna.get(path);
    expect(html).toContain('value="30.02.2009"');
    expect(html).toContain('value="Верина"');
  });

  test('twins are asked about, updates are shown, errors go out as a workbook', async () => {
    const twice = ['Попова Анна Сергеевна', 'ТМ-21', '14.05.2008', ''];
    const path = await read(csv([twice, twice, ['Верина', 'ТМ-21', '', '']]));
    expect((await anna.get(path)).html).toContain('один человек');

    await anna.post(`${path}/twins/3`, { answer: 'different' });

    expect((await anna.get(path)).html).toContain('разные люди');
    expect((await anna.get(`${path}/updates`)).html).toContain('Обновлять некого');
    expect((await anna.get(`${path}/errors`)).response.headers.get('content-type')).toContain('spreadsheetml');
    expect((await anna.post(`${path}/cancel`)).location).toBe('/people/import');
    expect((await anna.get(path)).html).toContain('Ничего не записано, прочитанное удалено');
  });

  test('columns can be told by hand', async () => {
    const path = await read(csv([['Агалаков Данил Романович', 'токарь']], ['ФИО', 'Ремесло']));
    expect((await anna.get(`${path}/columns`)).html).toContain('Ремесло');

    const mapped = await anna.post(`${path}/columns`, { 'column-1': 'post' });

    expect((await anna.get(await finished(mapped.location))).html).toContain('Должность');
  });
});

/** A stored or deflated zip of one entry, with nothing else in it. */
const zip = (name: string, content: Uint8Array): Uint8Array => {
  const body = deflateRawSync(content);
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + body.length, 16);
  return Buffer.concat([local, title, body, central, title, end]);
};

describe('a bad file is refused in words, and nothing is kept of it', () => {
  const text = (words: string) => new TextEncoder().encode(words);

  test.each([
    ['an empty one', new Uint8Array(), 'list.xlsx', 'Файл пустой'],
    ['a text of spaces', text('  \n \n'), 'list.csv', 'Файл пустой'],
    ['a PDF', text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), 'list.xlsx', 'Это PDF'],
    ['a photograph', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]), 'list.xlsx', 'фотография'],
    ['a workbook with macros', zip('xl/vbaProject.bin', text('x')), 'list.xlsm', 'макросы'],
    ['a zip bomb', zip('xl/workbook.xml', new Uint8Array(60_000_000)), 'list.xlsx', 'сжат'],
  ])('%s', async (_, bytes, name, words) => {
    const visit = await send(bytes, name);

    expect(visit.status).toBe(422);
    expect(visit.html).toContain(words);
  });

  test('none at all', async () => {
    const visit = await anna.post('/people/import', { kind: 'staff' });

    expect(visit.status).toBe(422);
    expect(visit.html).toContain('Выберите файл');
    expect(visit.html).toMatch(/value="staff"[^>]*checked/);
  });

  test('a thousand and one columns', async () => {
    const wide = csv(
      [Array.from({ length: 1001 }, (_, index) => `x${index}`)],
      Array.from({ length: 1001 }, (_, i) => `c${i}`),
    );

    const { html } = await anna.get(await read(wide));

    expect(html).toContain('Файл не принят');
    expect(plainText(html)).toContain('1 000 столбцов');
  });
});

describe('a workbook', () => {
  test('of what other programs take for formulas is only text', async () => {
    const bytes = await writeSpreadsheet([
      {
        name: 'Люди',
        columns: ['ФИО', 'Группа', 'Примечание'].map((header) => ({ header, kind: 'text' })),
        rows: [
          ['Агалаков Данил Романович', 'ЭМ-11', '=HYPERLINK("http://x")'],
          ['Бабинцев Артём Ильич', '=1+1', ''],
        ],
      },
    ]);

    const { status, html } = await anna.get(await read(bytes, 'люди.xlsx'));

    expect(status).toBe(200);
    expect(html).not.toContain('HYPERLINK("http');
  });
});

test('whoever only reads people sees no import, and a class teacher is not led to one', async () => {
  const methodist = await house.signIn('methodist');
  const path = await read(csv(twoStudents));

  expect((await methodist.get('/people')).html).not.toContain('/people/import');
  expect((await methodist.get('/people/import')).status).toBe(403);
  expect((await methodist.get(path)).status).toBe(403);
  expect((await methodist.post(`${path}/confirm`)).status).toBe(403);
});
