import { expect, given, seen, test, when } from './app.ts';
import { isWell } from './troubles.ts';

const phone = { width: 390, height: 844 };

test('a hall meets: a code without an account, an account, a phone that loses its network, and every vote counts once', async ({
  as,
  browser,
  demo,
  signedIn,
}) => {
  test.setTimeout(150_000);
  const curator = await as('curator');
  let [desk, code] = ['', ''];

  await given('a curator makes the meeting and prints the slips', async () => {
    await curator.goto(`${demo.url}/general-meetings/new`);
    await curator.locator('#f-title').fill('Встреча путешествия');
    await curator.getByRole('button', { name: 'Завести встречу' }).click();
    await expect(curator.getByRole('heading', { name: 'Встреча путешествия' })).toBeVisible();
    desk = curator.url();
    await isWell(curator);
    await curator.goto(`${desk}/slips`);
    await curator.getByRole('button', { name: 'Показать листки для печати' }).click();
    await expect(curator.getByText('Листков:')).toBeVisible();
    await curator.waitForLoadState();
    const slip = curator.locator('.qr-card').last();
    code = (/Код: ([\d ]+)/.exec((await slip.textContent()) ?? '')?.[1] ?? '').replace(/\D/g, '');
    expect(code).toHaveLength(8);
  });

  const hall = await curator.context().newPage();
  const script: number[] = [];
  const one = await browser.newContext({ viewport: phone, locale: 'ru-RU' });
  const two = await browser.newContext({ viewport: phone, locale: 'ru-RU' });
  let first = await one.newPage();
  const second = await two.newPage();
  first.on('response', async (response) => {
    if (response.url().endsWith('.js')) script.push((await response.body().catch(() => Buffer.alloc(0))).length);
  });

  await when('one comes in by the code of a slip, another by an account', async () => {
    await hall.goto(`${desk}/screen`);
    await expect(hall.getByRole('heading', { name: 'Собираемся' })).toBeVisible();
    await isWell(hall);
    await first.goto(`${demo.url}/meet/${desk.split('/').at(-1)}`);
    await isWell(first);
    await first.locator('#f-code').fill('11112222');
    await first.getByRole('button', { name: 'Войти на встречу' }).click();
    await expect(first.getByText('Такого кода на этой встрече нет').first()).toBeVisible();
    await first.locator('#f-code').fill(code);
    await first.getByRole('button', { name: 'Войти на встречу' }).click();
    await expect(first.getByRole('heading', { name: 'Вы отмечены' })).toBeVisible();
    await two.addCookies(await signedIn('mentor'));
    await second.goto(`${desk}/here`);
    await second.getByRole('button', { name: 'Я на встрече' }).click();
    await expect(second.getByRole('heading', { name: 'Вы отмечены' })).toBeVisible();
    await expect(hall.locator('[data-count="came"]')).toHaveText('2');
  });

  await when('the projector goes through the cards and a round of talks to the vote', async () => {
    await hall.getByRole('button', { name: 'Показать карточки' }).click();
    await expect(hall.getByRole('heading', { name: 'Наши наставники' })).toBeVisible();
    await hall.getByRole('button', { name: 'Рассадить и начать разговоры' }).click();
    await expect(hall.getByText(/^Стол/).first()).toBeVisible();
    await isWell(hall);
    await expect(first.getByRole('heading', { name: /^Стол/ })).toBeVisible({ timeout: 20_000 });
    await expect(second.getByRole('heading', { name: /^Стол/ })).toBeVisible({ timeout: 20_000 });
    await hall.getByRole('button', { name: 'Открыть выбор' }).click();
    await expect(hall.getByText('меньше 5')).toBeVisible();
    await isWell(hall);
  });

  const address = first.url();
  await when('both choose; the network of one is cut, and its page is closed before it comes back', async () => {
    const question = { name: 'С кем вы хотели бы работать?' };
    await expect(first.getByRole('heading', question)).toBeVisible({ timeout: 20_000 });
    await expect(second.getByRole('heading', question)).toBeVisible({ timeout: 20_000 });
    await isWell(first);
    await second.locator('button[data-pick]:visible').first().click();
    await second.getByRole('button', { name: 'Отправить выбор' }).click();
    await expect(second.getByRole('status')).toContainText('Выбор принят');

    await one.setOffline(true);
    await first.locator('button[data-pick]:visible').nth(0).click();
    await first.locator('button[data-pick]:visible').nth(1).click();
    await first.getByRole('button', { name: 'Сменить порядок' }).click();
    await first.getByRole('button', { name: 'Отправить выбор' }).click();
    await expect(first.getByRole('status')).toContainText('Нет связи');
    await first.close();
    await one.setOffline(false);
    first = await one.newPage();
    await first.goto(address);
    await expect(first.getByRole('status')).toContainText('Выбор принят');
    await expect(first.locator('.vote-card.chosen')).toHaveCount(2);
  });

  await seen('the meeting closes into preferences, each guest once, and the phones hear of it', async () => {
    await curator.goto(desk);
    await curator.getByRole('link', { name: 'Закончить встречу' }).click();
    await expect(curator.getByText('Выбрали 2 из 2')).toBeVisible();
    await curator.getByRole('button', { name: 'Закончить и записать выбор' }).click();
    await expect(curator.getByText(/выбрали 2/)).toBeVisible();
    await isWell(curator);
    await expect(first.getByRole('heading', { name: 'Спасибо!' })).toBeVisible({ timeout: 20_000 });
    await expect(first.getByText('Ваш выбор учтён')).toBeVisible();
    await curator.getByRole('link', { name: 'Кто с кем хочет' }).click();
    await expect(curator.getByRole('heading', { name: 'Кто с кем хочет' })).toBeVisible();
    await isWell(curator);
    expect(Math.max(0, ...script)).toBeLessThan(30_000);
  });
  await one.close();
  await two.close();
});

test('the vote works in a browser without scripts', async ({ as, browser, demo }) => {
  const curator = await as('curator');
  await curator.goto(`${demo.url}/general-meetings/new`);
  await curator.locator('#f-title').fill('Встреча без скриптов');
  await curator.getByRole('button', { name: 'Завести встречу' }).click();
  await expect(curator.getByRole('heading', { name: 'Встреча без скриптов' })).toBeVisible();
  const desk = curator.url();
  await curator.getByText('Перейти иначе').click();
  await curator.getByRole('button', { name: 'Открыть выбор' }).click();
  await expect(curator.getByRole('link', { name: 'Закончить встречу' })).toBeVisible();
  await curator.goto(`${desk}/slips`);
  await curator.getByRole('button', { name: 'Показать листки для печати' }).click();
  await expect(curator.getByText('Листков:')).toBeVisible();
  await curator.waitForLoadState();
  const words = (await curator.locator('.qr-card').last().textContent()) ?? '';
  const link = /http\S+\/m\/[\w-]{24}/.exec(words)?.[0] ?? '';

  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Я здесь' }).click();
  await page.getByRole('button', { name: 'Отправить выбор' }).click();
  await expect(page.getByText('Выберите хотя бы одного человека').first()).toBeVisible();
  await page.locator('.vote-card select').nth(1).selectOption('1');
  await page.locator('.vote-card input[name="helps"]').first().check();
  await page.getByRole('button', { name: 'Отправить выбор' }).click();
  await expect(page.getByRole('status')).toContainText('Выбор принят');
  await expect(page.locator('.vote-card select').nth(1)).toHaveValue('1');
  await context.close();
});
