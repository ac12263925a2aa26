import { expect, given, seen, test, when } from './app.ts';

const scan = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

test('pairs go from a proposal to a signed order with its scan, and the row of the roadmap moves', async ({
  as,
  demo,
}) => {
  test.setTimeout(120_000);
  const page = await as('curator');
  const ordered = () => page.locator('a', { hasText: /Приказ о закреплении: \d+ из \d+/ });
  const count = async () => Number(/: (\d+) из/.exec((await ordered().first().textContent()) ?? '')?.[1]);
  let before = 0;

  await given('pairs that no signed order names', async () => {
    await page.goto(`${demo.url}/roadmap`);
    before = await count();
  });

  await when('two more pairs of a new proposal are confirmed', async () => {
    await page.goto(`${demo.url}/matching`);
    await page.getByLabel('есть общее свободное время').uncheck();
    await page.getByRole('button', { name: 'Подобрать пары' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Предложение №', { timeout: 20_000 });
    const ticks = page.locator('tbody input[type=checkbox]');
    for (const at of [0, 1]) await ticks.nth(at).check();
    await page.getByRole('button', { name: 'Оба согласны' }).first().click();
    await expect(page.getByText(/Записано согласие/)).toBeVisible();
    for (const at of [0, 1]) await ticks.nth(at).check();
    await page
      .getByRole('button', { name: /Составить|Подтвердить|Закрепить/ })
      .first()
      .click();
    await expect(page.getByText(/Составлено|составлен/i).first()).toBeVisible();
  });

  await when('the draft of the order is made', async () => {
    await page.goto(`${demo.url}/pairs/order?form=student-student`);
    await page.getByRole('button', { name: 'Составить проект приказа' }).click();
    await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}/, { timeout: 20_000 });
  });
  await seen('the paper as it will be printed, with declined names', async () => {
    await expect(page.getByText(/ПРИКАЗЫВАЮ/i).first()).toBeVisible();
  });

  await when('it is sent to be signed, and comes back with a number, a day and a scan', async () => {
    await page.getByRole('button', { name: 'Отправить на подпись' }).click();
    await expect(page.getByRole('button', { name: 'Отметить подписанным' })).toBeVisible();
    await page.getByLabel('Номер', { exact: true }).fill('24-од');
    await page.getByLabel('Дата', { exact: true }).fill('08.02.2027');
    await page.getByRole('button', { name: 'Отметить подписанным' }).click();
    await expect(page.getByRole('button', { name: 'Отменить новым приказом' })).toBeVisible({ timeout: 20_000 });
    const file = { name: 'приказ.pdf', mimeType: 'application/pdf', buffer: scan };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Приложить скан' }).click();
  });
  await seen('a signed paper with its scan, which offers nothing to correct', async () => {
    await expect(page.getByText('Заменить скан')).toBeVisible();
    await expect(page.getByText('№ 24-од').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Отправить на подпись' })).toHaveCount(0);
  });
  await seen('row 5.1 counts the pairs of the order', async () => {
    await page.goto(`${demo.url}/roadmap`);
    expect(await count()).toBe(before + 2);
  });
});
