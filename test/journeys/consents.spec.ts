import { readFile } from 'node:fs/promises';
import { expect, given, seen, test, when } from './app.ts';

test('forms of a group are printed, come back as one scan, and are recorded in one go', async ({ as, demo }) => {
  const page = await as('curator');
  let paper = '';

  await when('forms on pictures are ordered for one group', async () => {
    await page.goto(`${demo.url}/consents/print?purpose=photo`);
    await page.getByLabel('ЭМ-21', { exact: true }).check();
    await page.getByRole('button', { name: 'Подготовить бланки' }).click();
  });
  await seen('the pile is ready after a while', async () => {
    await expect(page.getByRole('link', { name: 'Скачать PDF' })).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText(/Вернулось сканов: 0 из/)).toBeVisible();
  });
  await given('the printed papers, scanned as they are', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать PDF' }).click();
    paper = await (await download).path();
  });
  await when('the scan is brought', async () => {
    await page.goto(`${demo.url}/consents/scans`);
    const buffer = await readFile(paper);
    await page.locator('input[name="scans"]').setInputFiles({ name: 'пачка.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Загрузить и разобрать' }).click();
  });
  await seen('every paper with its person', async () => {
    await expect(page.getByRole('button', { name: 'Записать отмеченные' })).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText('Разобрать вручную')).toHaveCount(0);
  });
  await when('names of representatives are there and the pile is recorded', async () => {
    for (const field of await page.locator('input[name^="representativeName-"]').all()) {
      if ((await field.inputValue()) === '') await field.fill('Представителева Анна Ивановна');
    }
    await page.getByRole('button', { name: 'Записать отмеченные' }).click();
  });
  await seen('that they are recorded', async () => {
    await expect(page.getByText('Этот бланк уже записан.').first()).toBeVisible();
  });
});
