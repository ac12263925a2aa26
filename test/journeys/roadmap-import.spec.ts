import { expect, seen, test, when } from './app.ts';

const table = [
  '№\tСобытие\tСодержание\tСрок\tОтветственный\tДокумент',
  '1\tПодготовка',
  '1.1\tСобрать рабочую группу\tСостав и обязанности\tДо 10.09.2027\tДиректор\tПриказ',
  '1.2\tОпросить группы\tКороткая анкета\tсентябрь-октябрь\tКлассные руководители, психолог\tСводка',
  '1.3\tВести страницу\tНовости программы\tЕжемесячно\tОтветственный за сайт\tПубликации',
  '2\tРабота пар',
  '2.1\tСоставить пары\tОбщая встреча\tкогда-нибудь потом\tКуратор\tПриказ',
].join('\n');

test('a pasted roadmap is shown with its doubts before it is saved, then stands on the timeline', async ({
  as,
  demo,
}) => {
  const page = await as('curator');

  await when('the table of next year is pasted', async () => {
    await page.goto(`${demo.url}/roadmap/import`);
    await page.getByLabel('Учебный год').selectOption('2027');
    await page.getByLabel(/вставьте таблицу текстом/).fill(table);
    await page.getByRole('button', { name: 'Прочитать' }).click();
  });
  await seen('the term that was not understood', async () => {
    await expect(page.getByText('когда-нибудь потом').first()).toBeVisible({ timeout: 20_000 });
  });

  await when('it is confirmed as it is', async () => {
    await page.getByRole('button', { name: /^Записать \d/ }).click();
  });
  await seen('its rows in the year 2027/28', async () => {
    await page.goto(`${demo.url}/roadmap?year=2027`);
    await expect(page.getByRole('link', { name: 'Опросить группы' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Составить пары' })).toBeVisible();
  });
});

test('noise is refused with words, and what was pasted is still there', async ({ as, demo }) => {
  const page = await as('curator');
  const noise = 'l1l~ %%% 0O0 |||| ###\n@@ ~~ ^^ 1l1 ;;\n';

  await when('the noise of a bad scan is pasted', async () => {
    await page.goto(`${demo.url}/roadmap/import`);
    await page.getByLabel(/вставьте таблицу текстом/).fill(noise);
    await page.getByRole('button', { name: 'Прочитать' }).click();
  });
  await seen('why it is no roadmap', async () => {
    await expect(page.getByText('Это не дорожная карта')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/похоже на скан/)).toBeVisible();
    await expect(page.getByLabel(/вставьте таблицу текстом/)).toHaveValue(/@@ ~~/);
  });
});
