import { expect, given, seen, test, when } from './app.ts';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a mentor comes in by the code on paper and sees the own pair', async ({ as, browser, demo }) => {
    let code = '';

    await given('a sheet that the administrator printed', async () => {
      const page = await as('administrator');
      await page.goto(`${demo.url}/accounts`);
      await page
        .locator('tbody tr', { has: page.getByText('mentor', { exact: true }) })
        .locator('a')
        .first()
        .click();
      await page
        .getByRole('button', { name: /листок|ссылк/i })
        .first()
        .click();
      code = (await page.locator('.link-sheet .code').textContent()) ?? '';
      expect(code).toMatch(/^\w{4}-\w{4}$/);
    });

    const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await when('the mentor types it with a small mistake of case', async () => {
      await phone.goto(`${demo.url}/enter`);
      await phone.getByLabel('Личный код').fill(code.toLowerCase());
      await phone.getByRole('button', { name: 'Войти' }).click();
    });
    await seen('a greeting and the mentees', async () => {
      await expect(phone.getByRole('heading', { level: 1 })).toContainText('Здравствуйте');
      await expect(phone.locator('a[href^="/pairs/"]').first()).toBeVisible();
      expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
    await phone.close();
  });
});

test.describe('without scripts and without a mouse', () => {
  test.use({ javaScriptEnabled: false });

  test('sign-in, the register, a new person and a need are reached by the keyboard alone', async ({ page, demo }) => {
    const tabTo = async (selector: string) => {
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press('Tab');
        if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      }
      throw new Error(`the keyboard never reached ${selector}`);
    };

    await when('login and password are typed', async () => {
      await page.goto(`${demo.url}/sign-in`);
      await tabTo('#f-login');
      await page.keyboard.type('deputy');
      await tabTo('#f-password');
      await page.keyboard.type('vyatka-2026');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${demo.url}/`);
    });
    await when('a person is entered', async () => {
      await tabTo('nav a[href="/people"]');
      await page.keyboard.press('Enter');
      await tabTo('a[href^="/people/new"]');
      await page.keyboard.press('Enter');
      await tabTo('#f-lastName');
      await page.keyboard.type('Клавиатурова');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Вера');
      await page.keyboard.press('Enter');
    });
    await seen('the card of the new person', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Клавиатурова Вера');
    });
    await when('a need of hers is written', async () => {
      const id = page.url().split('/').pop()?.split('?')[0] ?? '';
      await page.goto(`${demo.url}/mentees/add?q=Клавиатурова`);
      await tabTo('main input[type=checkbox]');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/mentees(\?|$)/);
      await page.goto(`${demo.url}/mentees/${id}`);
      await tabTo('#f-topic');
      await page.locator('#f-topic').selectOption('study');
      await tabTo('form[action$="/needs"] button');
      await page.keyboard.press('Enter');
    });
    await seen('the need among what is known of her', async () => {
      await expect(page.locator('main').getByText('Подтянуть учёбу').first()).toBeVisible();
    });
  });
});

test('the version for low vision and the dark theme are chosen by links and are kept', async ({ as, demo }) => {
  const page = await as('curator');

  await when('the low-vision version is switched on', async () => {
    await page
      .getByRole('link', { name: /слабовидящих/ })
      .first()
      .click();
  });
  await seen('large letters here and on the next page, with the bar of settings', async () => {
    await expect(page.locator('html')).toHaveAttribute('data-lv', /.*/);
    await page.goto(`${demo.url}/people`);
    await expect(page.locator('html')).toHaveAttribute('data-lv', /.*/);
    const size = await page.locator('main').evaluate((main) => Number.parseFloat(getComputedStyle(main).fontSize));
    expect(size).toBeGreaterThanOrEqual(18);
  });
  await when('it is switched off and the dark theme is chosen', async () => {
    await page.goto(`${demo.url}/mode?lv=off&theme=dark&back=/people`);
  });
  await seen('light letters on a dark ground', async () => {
    const [ground, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const light = (text: string) =>
        (text.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      return [light(backgroundColor), light(color)];
    });
    expect(ground ?? 0).toBeLessThan(ink ?? 0);
  });
});
