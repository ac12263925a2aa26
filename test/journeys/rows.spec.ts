import { expect, given, seen, test, when } from './app.ts';

test('row 1.7 follows the questionnaire of mentors’ selection: an act approves its next version', async ({
  as,
  demo,
}) => {
  const page = await as('curator');
  const chip = page.getByRole('link', { name: /Методика, версия \d+/ }).first();
  let version = 0;

  await given('the row closed by the version that stands', async () => {
    await page.goto(`${demo.url}/roadmap`);
    version = Number(/\d+/.exec((await chip.textContent()) ?? '')?.[0]);
    await chip.click();
  });
  await when('a question is added, and a new act approves the questionnaire', async () => {
    await page.getByRole('link', { name: 'Добавить вопрос' }).first().click();
    await page.locator('#f-kind').selectOption('short');
    await page.locator('#f-text').fill('Что вы спросили бы у будущего наставляемого?');
    await page.getByRole('button', { name: 'Сохранить вопрос' }).click();
    await page.getByRole('link', { name: 'Утвердить' }).click();
    await page.locator('#f-label').fill('Протокол рабочей группы № 32');
    await page.locator('#f-day').fill('08.02.2027');
    await page.getByRole('button', { name: 'Утвердить анкету' }).click();
    await expect(page.getByText('Протокол рабочей группы № 32').first()).toBeVisible();
  });
  await seen('the row that names the next version', async () => {
    await page.goto(`${demo.url}/roadmap`);
    await expect(chip).toContainText(`Методика, версия ${version + 1}`);
  });
});

test('row 2.2 grows by a sheet: a class teacher names what a student needs, and the student stands in the base', async ({
  as,
  browser,
  demo,
  signedIn,
}) => {
  const page = await as('curator');
  const facts = async () => {
    await page.goto(`${demo.url}/roadmap`);
    const base =
      (await page
        .locator('a[href="/mentees"]', { hasText: /^База: \d+/ })
        .first()
        .textContent()) ?? '';
    const needs = (await page.locator('a[href="/mentees?topic=none"]').first().textContent()) ?? '';
    return [base, needs].flatMap((text) => (text.match(/\d+/g) ?? []).map(Number));
  };
  let before: readonly number[] = [];

  await given('a base in which everybody has a need', async () => {
    before = await facts();
    const [base, have, of] = before;
    expect([have, of]).toEqual([base, base]);
  });
  await when('the class teacher fills in the sheet of the group for one student more', async () => {
    const context = await browser.newContext({ locale: 'ru-RU' });
    await context.addCookies(await signedIn('class-teacher'));
    const teacher = await context.newPage();
    await teacher.goto(`${demo.url}/needs`);
    await teacher.getByRole('link', { name: 'ЭМ-11' }).first().click();
    const choices = teacher.locator('tbody select');
    const empty = await choices.evaluateAll((all) =>
      all.findLastIndex((one) => one instanceof HTMLSelectElement && one.value === ''),
    );
    await choices.nth(empty).selectOption({ label: 'Стать увереннее' });
    await teacher.getByRole('button', { name: 'Сдать лист' }).click();
    await expect(teacher.getByText(/Лист сдан/).first()).toBeVisible();
    await context.close();
  });
  await seen('the base and the needs with one more', async () => {
    expect(await facts()).toEqual(before.map((count) => count + 1));
  });
});
