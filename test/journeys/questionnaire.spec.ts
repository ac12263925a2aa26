import { expect, given, seen, test, when } from './app.ts';

/** A phone of a student. */
const phone = { width: 390, height: 844 };

test('a student answers on a phone, the network goes away in the middle, and no answer is lost', async ({
  as,
  browser,
  demo,
}) => {
  const curator = await as('curator');
  let link = '';

  await given('a curator sends an approved questionnaire out once more and shows its code', async () => {
    await curator.goto(`${demo.url}/questionnaires?moment=selection`);
    await curator.getByRole('link', { name: 'Отбор наставников: анкета кандидата', exact: true }).click();
    await curator.getByRole('link', { name: 'Разослать' }).click();
    for (const box of await curator.getByRole('checkbox', { checked: true }).all()) await box.uncheck();
    await curator.getByRole('button', { name: 'Разослать анкету' }).click();
    await curator.getByRole('button', { name: 'Общий QR-код для всех' }).click();
    link = (await curator.getByText('/q/').first().textContent()) ?? '';
    expect(link).toContain('/q/');
  });

  const context = await browser.newContext({ viewport: phone, locale: 'ru-RU' });
  const page = await context.newPage();
  const size: number[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) size.push((await response.body()).length);
  });
  const note = page.getByRole('status');
  const next = () => page.getByRole('button', { name: 'Дальше' }).click();

  await when('the student begins with the network and loses it', async () => {
    await page.goto(link);
    await page.getByLabel('Почему вы хотите стать наставником?').fill('Хочу помогать первому курсу');
    await next();
    await expect(note).toHaveText('Ответы сохраняются сразу');
    await context.setOffline(true);
    await page.locator('[data-step]:not([hidden]) .option label').first().click();
    await next();
    await page.getByLabel(/Расскажите об этом коротко/).fill('Вёл кружок');
    await expect(note).toContainText('Нет связи');
    await next();
    await page.getByLabel('опытом проектов').check();
    await next();
    await page.getByLabel('Сколько часов в неделю вы готовы отдавать?').fill('3');
    await next();
  });

  await when('the page is closed without the network and opened with it again', async () => {
    await page.close();
    await context.setOffline(false);
  });

  const again = await context.newPage();
  await seen('what was answered goes to the server by itself', async () => {
    await again.goto(link);
    await expect(again.getByRole('status')).toHaveText('Ответы сохраняются сразу');
    await again.reload();
    await expect(again.getByText(/6 из \d+/).first()).toBeVisible();
  });

  await when('the rest is answered and handed in while the network blinks', async () => {
    // One answer is cut off on its way there, the next is stored while its confirmation is cut off on the way back.
    const cuts = ['there', 'back'];
    await again.route('**/answer', async (route) => {
      const cut = cuts.shift();
      if (cut === 'back') await route.fetch();
      await (cut ? route.abort('connectionreset') : route.continue());
    });
    for (let step = 0; step < 6; step += 1) {
      await again.locator('[data-step]:not([hidden]) .scale-numbers label').nth(6).click();
      await again.getByRole('button', { name: 'Дальше' }).click();
    }
    for (let step = 0; step < 4; step += 1) {
      await again.locator('[data-step]:not([hidden]) .option label').first().click();
      await again.getByRole('button', { name: 'Дальше' }).click();
    }
    await again.locator('[data-step]:not([hidden]) .option label').first().click();
    await again.getByRole('button', { name: 'Дальше' }).click();
    await expect.poll(() => cuts, { timeout: 15_000 }).toEqual([]);
    await context.setOffline(true);
    await again.locator('[data-step]:not([hidden]) .option label').first().click();
    await again.getByRole('button', { name: 'Отправить' }).click();
    await expect(again.getByRole('status')).toContainText('Анкета отправится сама');
    await context.setOffline(false);
  });

  await seen('it is handed in, and the curator reads every answer', async () => {
    await expect(again.getByRole('heading', { name: 'Спасибо!' })).toBeVisible();
    await curator.goto(`${demo.url}/questionnaires`);
    await curator.getByRole('link', { name: 'Отбор наставников: анкета кандидата' }).first().click();
    await curator.getByRole('link', { name: 'Результаты' }).click();
    await expect(curator.getByText('Отправлено анкет: 1')).toBeVisible();
    await curator
      .getByRole('link', { name: /Прочитать/ })
      .first()
      .click();
    await expect(curator.getByText('Хочу помогать первому курсу')).toBeVisible();
    expect(size.reduce((sum, one) => sum + one, 0)).toBeLessThan(20_000);
  });
  await context.close();
});

test('the same questionnaire is answered by a browser without scripts', async ({ as, browser, demo }) => {
  const curator = await as('psychologist');
  await curator.goto(`${demo.url}/questionnaires`);
  await curator.getByRole('link', { name: 'Новая анкета' }).click();
  await curator.locator('#f-title').fill('Без скриптов');
  await curator.getByRole('button', { name: 'Завести анкету' }).click();
  await curator.getByRole('link', { name: 'Добавить раздел' }).click();
  await curator.getByRole('button', { name: 'Сохранить' }).click();
  await curator.getByRole('link', { name: 'Добавить вопрос' }).first().click();
  await curator.locator('#f-kind').selectOption('short');
  await curator.locator('#f-text').fill('Как дела?');
  await curator.getByRole('button', { name: 'Сохранить вопрос' }).click();
  await curator.getByRole('link', { name: 'Утвердить' }).click();
  await curator.locator('#f-label').fill('Протокол № 3');
  await curator.locator('#f-day').fill('02.10.2026');
  await curator.getByRole('button', { name: 'Утвердить анкету' }).click();
  await curator.getByRole('link', { name: 'Разослать' }).click();
  await curator.getByRole('button', { name: 'Разослать анкету' }).click();
  await curator.getByRole('button', { name: 'Общий QR-код для всех' }).click();
  const link = (await curator.getByText('/q/').first().textContent()) ?? '';

  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false, locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByText('Ответьте на этот вопрос')).toBeVisible();
  await page.getByLabel('Как дела?').fill('Хорошо');
  await page.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByRole('heading', { name: 'Спасибо!' })).toBeVisible();
  await context.close();
});
