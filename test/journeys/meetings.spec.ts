import type { Page } from '@playwright/test';
import { expect, given, seen, test, when } from './app.ts';
import { isWell } from './troubles.ts';

/** A phone of a mentor. */
const phone = { width: 390, height: 844 };

/** The pages that the phone has kept for a time without a network. */
const keptPages = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open('nastavnik-phone')).keys()).map(({ url }) => new URL(url).pathname),
  );

test('a meeting is logged without a network, the phone is restarted, and it is stored once', async ({
  browser,
  demo,
  signedIn,
}) => {
  const context = await browser.newContext({ viewport: phone, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  await context.addCookies(await signedIn('mentor'));
  const page = await context.newPage();
  let scripts = 0;
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts += (await response.body().catch(() => Buffer.alloc(0))).length;
  });

  await given('a mentor has opened the own meetings once with the network', async () => {
    await page.goto(`${demo.url}/my-meetings`);
    await expect(page.getByRole('heading', { name: 'Мои встречи' })).toBeVisible();
    await expect.poll(() => keptPages(page)).toContain('/my-meetings/log');
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated');
    await isWell(page);
    expect(scripts).toBeLessThan(30_000);
  });

  await when('the network is gone, the page opens all the same, and a meeting is written down', async () => {
    await page.reload();
    await context.setOffline(true);
    await page.goto(`${demo.url}/my-meetings/log`);
    await expect(page.getByText('по памяти телефона')).toBeVisible();
    await page.getByRole('radio', { name: '30 мин', exact: true }).check();
    await page.getByRole('radio', { name: 'Вчера', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Разговор', exact: true }).check();
    await page.getByRole('radio', { name: 'хорошо', exact: true }).check();
    await page.getByRole('textbox', { name: /Пара слов/ }).fill('Записано без связи');
    await expect(page.getByText('Черновик сохранён')).toBeVisible();
    await page.getByRole('button', { name: 'Сохранить встречу' }).click();
    await expect(page.getByText('Запись лежит в телефоне')).toBeVisible();
    await isWell(page);
  });

  await when('the phone is restarted without the network', async () => {
    await page.close();
    const again = await context.newPage();
    await again.goto(`${demo.url}/my-meetings`);
    await expect(again.getByText('Записи, которые ждут отправки')).toBeVisible();
    await again.close();
  });

  await seen('with the network it goes by itself, and stands in the list once', async () => {
    await context.setOffline(false);
    const back = await context.newPage();
    const line = back
      .getByRole('list', { name: 'Прошедшие встречи' })
      .getByRole('listitem')
      .filter({ hasText: '07.02.2027' });
    // The page sends it, or the phone has done so already without a page.
    await expect(async () => {
      await back.goto(`${demo.url}/my-meetings`);
      await expect(line).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await expect(back.getByText('Записи, которые ждут отправки')).toBeHidden();
    await line.getByRole('link').click();
    await expect(back.getByText('Записано без связи')).toBeVisible();
    await isWell(back);
    await back.goto(`${demo.url}/my-meetings`);
    await back.close();
  });
  await context.close();
});

test('the mentee writes the same day without a network, sees both versions, and adds the own words', async ({
  browser,
  demo,
  signedIn,
}) => {
  const context = await browser.newContext({ viewport: phone, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  await context.addCookies(await signedIn('mentee'));
  const page = await context.newPage();
  await page.goto(`${demo.url}/my-meetings`);
  await expect.poll(() => keptPages(page)).toContain('/my-meetings/log');
  await page.reload();

  await when('the day that the mentor has logged already is written down offline', async () => {
    await context.setOffline(true);
    await page.goto(`${demo.url}/my-meetings/log`);
    await page.getByRole('radio', { name: 'Дата', exact: true }).check();
    await page.getByLabel('Дата встречи').fill('02.02.2027');
    await page.getByRole('textbox', { name: /Пара слов/ }).fill('А мне запомнилось другое');
    await page.getByRole('button', { name: 'Сохранить встречу' }).click();
    await expect(page.getByText('Запись лежит в телефоне')).toBeVisible();
  });

  await seen('both versions are there to choose from, and nothing is lost', async () => {
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Решить, что с ней делать' }).click();
    await expect(page.getByRole('heading', { name: 'Две записи об одной встрече' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Запись наставника' })).toBeVisible();
    await expect(page.getByText('А мне запомнилось другое')).toBeVisible();
    await isWell(page);
    await page.getByRole('button', { name: 'Та же встреча: добавить мои слова' }).click();
    await expect(page.getByText('Слова добавлены к записи')).toBeVisible();
    await expect(page.getByText('Записи, которые ждут отправки')).toBeHidden();
  });
  await context.close();
});

test('whoever signs out leaves nothing on the phone', async ({ browser, demo }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(`${demo.url}/sign-in`);
  await page.getByLabel('Логин').fill('mentor');
  await page.getByLabel('Пароль', { exact: true }).fill('vyatka-2026');
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${demo.url}/my-meetings`);
  await expect.poll(() => keptPages(page)).toContain('/my-meetings/log');
  await page.goto(`${demo.url}/my-account`);
  await page.locator('.user-chip').click();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await expect(page).toHaveURL(/sign-in/);

  expect(await page.evaluate(() => caches.has('nastavnik-phone'))).toBe(false);
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).not.toContain('nastavnik-phone');
  await context.close();
});

test('without scripts the form of a meeting works, and the code of the day is shown and opened', async ({
  browser,
  demo,
  signedIn,
}) => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false, locale: 'ru-RU' });
  await context.addCookies(await signedIn('mentor'));
  const page = await context.newPage();
  await page.goto(`${demo.url}/my-meetings`);
  await page
    .getByRole('link', { name: /^Назначить/ })
    .first()
    .click();
  await page.getByLabel('День').fill('08.02.2027');
  await page.getByLabel('Начало').fill('17:10');
  await page.getByRole('button', { name: 'Назначить' }).click();
  await page.getByRole('link', { name: 'Показать код' }).click();
  await expect(page.getByRole('img', { name: 'Код встречи' })).toBeVisible();
  await page.goto(`${demo.url}/my-meetings`);
  await page.getByRole('link', { name: 'Записать встречу' }).click();
  await page.getByRole('button', { name: 'Сохранить встречу' }).click();
  await expect(page).toHaveURL(/my-meetings$/);
  await context.close();
});
