import { expect, given, seen, test, when } from './app.ts';

test.describe('row 1.5, on a phone', () => {
  test('a student and a parent answer by codes on paper, and the curator sees who has and reminds the rest', async ({
    as,
    browser,
    demo,
  }) => {
    const curator = await as('curator');
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const page = await phone.newPage();
    const links: string[] = [];
    const fits = async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    await given('cards of a group that the curator prints', async () => {
      await curator.goto(`${demo.url}/campaigns`);
      await curator.getByRole('link', { name: 'Кому нужен наставник' }).click();
      await curator.getByRole('link', { name: 'ИС-11', exact: true }).click();
      await curator
        .locator('#student')
        .getByRole('button', { name: /Личные карточки/ })
        .click();
      await expect(curator.locator('.qr-card').first()).toBeVisible();
      const texts = await curator.locator('.qr-card .break').allTextContents();
      expect(texts.length).toBeGreaterThan(10);
      links.push(texts[0] ?? '');
    });
    await when('a student opens the card, forgets the topic, then answers', async () => {
      await page.goto(links[0] ?? '');
      await expect(page.getByText('Это не согласие')).toBeVisible();
      await fits();
      await page.getByText('Да, нужна помощь').tap();
      await page.getByLabel('Своими словами').fill('Боюсь экзамена по физике');
      await page.getByRole('button', { name: 'Отправить ответ' }).tap();
      await expect(page.locator('.error-summary')).toContainText('Отметьте, с чем помочь');
      await expect(page.getByLabel('Своими словами')).toHaveValue('Боюсь экзамена по физике');
      await page.getByLabel('Подтянуть учёбу').check();
      await page.getByRole('button', { name: 'Отправить ответ' }).tap();
    });
    await seen('thanks, and by the same link that an answer is there', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Спасибо');
      await fits();
      await page.goto(links[0] ?? '');
      await expect(page.getByText(/Ответ записан/)).toBeVisible();
      await expect(page.getByText('Боюсь экзамена')).toHaveCount(0);
    });
    await when('a parent answers by the common link about a child whom nobody knows', async () => {
      await curator.goBack();
      await curator
        .locator('#parent')
        .getByRole('button', { name: /Общая ссылка/ })
        .click();
      const common = (await curator.locator('.qr-card .break').first().textContent()) ?? '';
      await page.goto(common);
      await page.getByLabel('Фамилия ребёнка').fill('Придумкина');
      await page.getByLabel('Имя ребёнка').fill('Ева');
      await page.getByLabel('День рождения ребёнка').fill('01.02.2010');
      await page.getByLabel('Как вас зовут').fill('Придумкина Ольга');
      await page.getByText('Сейчас не нужен').tap();
      await page.getByRole('button', { name: 'Отправить ответ' }).tap();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Спасибо');
    });
    await seen('the answer among the unrecognised, and the need with the student', async () => {
      await curator.goto(`${demo.url}/campaigns`);
      await curator.getByRole('link', { name: 'Кому нужен наставник' }).click();
      await curator.getByRole('link', { name: 'Разобрать' }).click();
      await expect(curator.getByRole('heading', { name: 'Придумкина Ева' })).toBeVisible();
    });
    await when('the curator reminds the class teachers of silent groups in person', async () => {
      await curator.goBack();
      await curator.getByRole('link', { name: 'Напомнить' }).click();
      await expect(curator.getByText('SMTP_URL')).toBeVisible();
      const ticks = curator.locator('tbody input[type=checkbox]');
      for (let index = 0; index < (await ticks.count()); index += 1) await ticks.nth(index).check();
      await curator.getByRole('button', { name: 'Отметить: напомнили лично' }).click();
      await expect(curator.getByText(/Напоминание записано/)).toBeVisible();
    });
    await seen('row 1.5 of the roadmap without a group that was forgotten', async () => {
      await curator.goto(`${demo.url}/roadmap`);
      await expect(curator.getByText('Запросы: 24 из 24').first()).toBeVisible();
    });
    await phone.close();
  });
});
