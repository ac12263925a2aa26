import { writeSpreadsheet } from '../../src/platform/files/write-spreadsheet.ts';
import { expect, given, seen, test, when } from './app.ts';

/** As a college keeps it: a title over the table, names in one cell, groups and dates written anyhow. */
const messyList = () =>
  writeSpreadsheet([
    {
      name: 'Контингент',
      columns: [
        { header: 'Контингент обучающихся на 01.09.2026', kind: 'text' },
        { header: '', kind: 'text' },
        { header: '', kind: 'text' },
        { header: '', kind: 'text' },
      ],
      rows: [
        ['№ п/п', 'Ф.И.О. обучающегося', 'Группа', 'Дата рожд.'],
        ['1', 'рублёв илья  константинович', 'ЭМ11', '14.03.2010'],
        ['2', 'Кощеева Дарья Олеговна', 'ЭМ-11', '2 мая 2010'],
        ['3', 'Зорин Матвей', 'эм-11', '31.02.2010'],
        ['4', 'Ашихмина Полина Сергеевна', 'ЭМ-11', '07/11/2009'],
      ],
    },
  ]);

test('a newcomer comes from the one-time link to a college with a roadmap and people', async ({ page, empty }) => {
  test.setTimeout(90_000);

  await given('the one-time address of the first start', async () => {
    await page.goto(empty.firstSignIn ?? '');
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.waitForURL(/\/$/);
  });

  await when('the details of the college are filled in', async () => {
    await page.goto(`${empty.url}/start`);
    await page.getByLabel('Полное название').fill('ГПОАУ «Нижнереченский колледж»');
    await page.getByLabel('Короткое название').fill('Нижнереченский колледж');
    await page.getByLabel('Город', { exact: true }).fill('г. Нижнереченск');
    await page.getByLabel('Руководитель', { exact: true }).fill('Коротаева Анна Викторовна');
    await page.getByLabel('Должность руководителя').fill('директор');
    await page.getByRole('button', { name: /Сохранить|Записать/ }).click();
  });
  await seen('the guide goes on to the roadmap', async () => {
    await expect(page.getByRole('link', { name: 'Взять типовую' })).toBeVisible();
  });

  await when('the built-in roadmap is taken', async () => {
    await page.getByRole('link', { name: 'Взять типовую' }).click();
    await page.getByRole('button', { name: /типов/i }).click();
  });
  await seen('all its rows stand on the timeline', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /Дорожная карта/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Рассказать коллективу о программе' })).toBeVisible();
  });

  await when('the college’s own messy list of students is uploaded', async () => {
    await page.goto(`${empty.url}/people/import`);
    const file = { name: 'Список.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await messyList()) };
    await page.getByLabel('Файл', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: /Загрузить|Прочитать|Отправить|Проверить/ }).click();
  });
  await seen('what is understood and what is doubtful, before anything is saved', async () => {
    await expect(page.getByText('31.02.2010').first()).toBeVisible({ timeout: 20_000 });
  });

  await when('the list is confirmed', async () => {
    await page.getByRole('button', { name: /^Записать \d/ }).click();
    await expect(page.getByText('Что дальше')).toBeVisible({ timeout: 20_000 });
  });
  await seen('the people in the register, and two steps of the guide done', async () => {
    await page.goto(`${empty.url}/people?q=рублев`);
    await expect(page.getByRole('link', { name: 'Рублёв Илья Константинович' })).toBeVisible();
    await page.goto(`${empty.url}/start`);
    await expect(page.getByText('готово')).toHaveCount(3);
  });
});
