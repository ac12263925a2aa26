import { expect, given, seen, test, when } from './app.ts';

const student = '00000000-0000-4000-8000-000000003008';

test('two people edit one card: the second is told what changed and loses nothing', async ({ as, demo }) => {
  const curator = await as('curator');
  const other = await curator.context().newPage();

  await given('the same card open twice', async () => {
    await curator.goto(`${demo.url}/people/${student}/edit`);
    await other.goto(`${demo.url}/people/${student}/edit`);
  });
  await when('the first writes a telephone, and the second an e-mail', async () => {
    await curator
      .getByLabel('Телефон', { exact: true })
      .or(curator.locator('#f-phone'))
      .first()
      .fill('+7 912 000-77-66');
    await curator.getByRole('button', { name: 'Записать изменения' }).click();
    await expect(curator).toHaveURL(new RegExp(`/people/${student}$`));
    await other.locator('#f-email').fill('second@vemt.example');
    await other.getByRole('button', { name: 'Записать изменения' }).click();
  });
  await seen('the second who changed what, and the own words still in the form', async () => {
    await expect(other.getByText(/карточку изменил другой человек/).first()).toBeVisible();
    await expect(other.locator('#f-email')).toHaveValue('second@vemt.example');
    await expect(other.locator('#f-phone')).toHaveValue(/912.000-77-66/);
  });
  await when('the second writes once more', async () => {
    await other.getByRole('button', { name: 'Записать изменения' }).click();
  });
  await seen('both changes on the card', async () => {
    await expect(other.getByText('second@vemt.example').first()).toBeVisible();
    await expect(other.getByText(/912.000-77-66/).first()).toBeVisible();
  });
});

test('a class teacher enters the needs of the own group and sees no other', async ({ as, demo }) => {
  const page = await as('class-teacher');

  await when('a need is chosen for a student and the sheet is handed in', async () => {
    await page.goto(`${demo.url}/needs`);
    await page.getByRole('link', { name: 'ЭМ-11' }).first().click();
    await page.locator('tbody select').nth(4).selectOption({ label: 'Стать увереннее' });
    await page.getByRole('button', { name: 'Сдать лист' }).click();
  });
  await seen('the sheet is in', async () => {
    await expect(page.getByText(/Лист сдан/).first()).toBeVisible();
    await expect(page.getByText('ЭМ-21')).toHaveCount(0);
  });
});

test('a withdrawal of a consent tells what it takes away, and ends the pair', async ({ as, demo }) => {
  const page = await as('curator');
  let [pair, id] = ['', ''];

  await given('a mentee who works in a pair', async () => {
    await page.goto(`${demo.url}/mentees`);
    const row = page.locator('tbody tr:has(a[href^="/pairs/"])').nth(3);
    pair = (await row.locator('a[href^="/pairs/"]').getAttribute('href')) ?? '';
    id = (await row.locator('th a').getAttribute('href'))?.split('/').pop() ?? '';
  });
  await when('the mentee takes the consent back', async () => {
    await page.goto(`${demo.url}/consents/people/${id}/processing/withdraw`);
    await expect(page.getByText(/Прекратится пара/).first()).toBeVisible();
    await page.locator('main button[type=submit]').first().click();
    // The page of the question is itself under /consents/people/: only leaving it means that the answer was taken.
    await page.waitForURL((url) => !url.pathname.endsWith('/withdraw'));
  });
  await seen('the pair over, or gone because it had not begun', async () => {
    const answer = await page.goto(demo.url + pair);
    if (answer?.status() === 200) await expect(page.getByText(/отозван/i).first()).toBeVisible();
    else expect(answer?.status()).toBe(404);
  });
});
