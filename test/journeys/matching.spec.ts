import type { Page } from '@playwright/test';
import { expect, given, seen, test, when } from './app.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/;

const proposal = (page: Page): string => /\/matching\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

test('from a proposal of several forms by keyboard and phone to an order, and a mentor replaced afterwards', async ({
  as,
  demo,
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await as('curator');
  let base = '';

  await given('a proposal over two forms at once', async () => {
    await page.goto(`${demo.url}/matching`);
    await page.getByLabel('работодатель — студент').check();
    await page.getByLabel('есть общее свободное время').uncheck();
    await page.getByRole('button', { name: 'Подобрать пары' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Предложение №', { timeout: 20_000 });
    base = `${demo.url}${proposal(page)}`;
  });

  await when('a card is taken by the space bar and given to another mentor by Enter', async () => {
    await page.goto(`${base}/desk`);
    const card = page.locator('[data-mentor] [data-mentee] a').first();
    await card.focus();
    await page.keyboard.press('Space');
    await expect(page.locator('[data-mentor].open').first()).toBeVisible({ timeout: 15_000 });
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Поставлено: .* к сумме баллов/)).toBeVisible({ timeout: 15_000 });
  });
  await seen('the move with its change of the whole, and it is taken back', async () => {
    await expect(page.getByText(/Последний ход: .* к сумме/)).toBeVisible();
    await page.getByRole('button', { name: 'Отменить ход' }).click();
    await expect(page.getByText(/Ход отменён/)).toBeVisible({ timeout: 15_000 });
  });

  await when('a card is dragged to another mentor', async () => {
    const card = page.locator('[data-mentor] [data-mentee]').first();
    const menteeId = await card.getAttribute('data-mentee');
    await page.goto(`${base}/desk?mentee=${menteeId}`);
    const goal = await page.locator('[data-mentor].open').first().getAttribute('data-mentor');
    // Both ends of the way on the screen, as for a hand.
    await page.setViewportSize({ width: 1440, height: 2000 });
    await page.goto(`${base}/desk`);
    const from = page.locator(`[data-mentee="${menteeId}"]`);
    const to = page.locator(`[data-mentor="${goal}"]`);
    await from.dragTo(to, { steps: 20 });
    await expect(page.locator(`[data-mentor="${goal}"] [data-mentee="${menteeId}"]`)).toBeVisible({ timeout: 15_000 });
  });

  await when('the variant is compared with an earlier one', async () => {
    await page.goto(base);
    await page.getByRole('link', { name: /Сравнить с №/ }).click();
    await expect(page.getByRole('table', { name: 'Итоги двух предложений' })).toBeVisible();
  });

  await when('both sides are asked, and one answers on a phone by a personal link', async () => {
    await page.goto(`${base}/asks`);
    await page.getByRole('button', { name: /Спросить обе стороны/ }).click();
    await page.getByRole('button', { name: /Личные ссылки молчащим/ }).click();
    const link = (await page.locator('.qr-card .break').first().textContent()) ?? '';
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const small = await phone.newPage();
    await small.goto(demo.url + new URL(link).pathname);
    await small.getByLabel('Согласен работать вместе').first().check();
    await small.getByRole('button', { name: 'Ответить' }).first().click();
    await expect(small.getByRole('button', { name: 'Изменить ответ' }).first()).toBeVisible();
    await phone.close();
  });
  await seen('the answer at the desk; the others told the curator', async () => {
    await page.goto(`${base}/asks`);
    await expect(page.getByText('согласие есть').first()).toBeVisible();
    await page.goto(base);
    for (const at of [0, 1]) await page.locator('tbody input[type=checkbox]').nth(at).check();
    await page.getByRole('button', { name: 'Оба согласны' }).first().click();
    await expect(page.locator('tbody').getByText('оба согласны', { exact: true }).first()).toBeVisible();
  });

  let orderUrl = '';
  await when('the agreed pairs are published and the order is signed', async () => {
    await page.getByRole('link', { name: /Опубликовать: \d/ }).click();
    await page.getByLabel('Куратор пар и групп').selectOption({ index: 1 });
    await page.getByRole('button', { name: /Опубликовать/ }).click();
    await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}/, { timeout: 20_000 });
    orderUrl = page.url();
    await page.getByRole('button', { name: 'Отправить на подпись' }).click();
    await expect(page.getByRole('button', { name: 'Отметить подписанным' })).toBeVisible();
    await page.getByLabel('Номер', { exact: true }).fill('171-од');
    await page.getByLabel('Дата', { exact: true }).fill('08.02.2027');
    await page.getByRole('button', { name: 'Отметить подписанным' }).click();
    await expect(page.getByText('№ 171-од').first()).toBeVisible({ timeout: 20_000 });
  });

  await when('a mentor of the order is replaced', async () => {
    await page.goto(`${base}/desk`);
    const free = page.locator('[data-mentor]').filter({ has: page.locator('.desk-free:not(.hint)') });
    const name = (await free.last().locator('a').first().textContent()) ?? '';
    await page.goto(`${base}?show=all`);
    await page.getByRole('link', { name: 'пара составлена' }).first().click();
    await expect(page).toHaveURL(new RegExp(`/pairs/${uuid.source}`));
    await page.getByRole('link', { name: 'Заменить наставника' }).click();
    await page.getByRole('combobox', { name: 'Новый наставник' }).fill(name);
    await page.getByRole('option').first().click();
    await page.getByLabel('Почему').fill('Перешёл на другую работу');
    await page.getByRole('button', { name: 'Заменить наставника' }).click();
    await expect(page.getByRole('heading', { name: 'Как менялись наставники' })).toBeVisible({ timeout: 15_000 });
  });
  await seen('the amending order that names the new mentor instead of the old one', async () => {
    await page.goto(`${demo.url}/pairs/order?ended=1`);
    await page.getByRole('button', { name: 'Проект приказа об изменении' }).last().click();
    await expect(page.getByText(/вместо/).first()).toBeVisible({ timeout: 20_000 });
    expect(orderUrl).not.toBe(page.url());
  });
});
