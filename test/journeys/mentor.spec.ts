import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { codesInPage } from '../../src/features/consents/page-codes.ts';
import { drawPage, openPdf } from '../../src/features/consents/scanned-pdf.ts';
import { expect, given, seen, test, when } from './app.ts';

const today = '08.02.2027';

/** «Утверждены: 78 из 81» on the chip of a row. */
const countsOn = async (page: Page, url: string, chip: string): Promise<[number, number]> => {
  await page.goto(`${url}/roadmap`);
  const text =
    (await page
      .getByText(new RegExp(`${chip}: \\d+ из \\d+`))
      .first()
      .textContent()) ?? '';
  const [, have = '', of = ''] = /(\d+) из (\d+)/.exec(text) ?? [];
  return [Number(have), Number(of)];
};

const mentorsIn = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/roadmap`);
  const row = page.locator('a[href="/mentors"]', { hasText: /^База: \d+/ }).first();
  return Number(/\d+/.exec((await row.textContent()) ?? '')?.[0]);
};

/** Answers every question of the page somehow: the first option, a five, a few words. */
const answerAll = (page: Page): Promise<void> =>
  page.locator('main form[action*="/entry/"]').evaluate((form: HTMLFormElement) => {
    const chosen = new Set<string>();
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name^="q-"]')) {
      const choice = field.type === 'radio' || field.type === 'checkbox';
      if (choice && !chosen.has(field.name)) field.click();
      if (!choice) field.value = field.inputMode === 'decimal' || field.type === 'number' ? '3' : 'Хочу помогать';
      chosen.add(field.name);
    }
  });

test.describe('one mentor, rows 3.2 and 4.2', () => {
  let id = '';
  let name = '';

  test('a student enters the base, answers, is asked, and is approved by signed minutes', async ({ as, demo }) => {
    const page = await as('curator');
    const base = await mentorsIn(page, demo.url);
    const [approved, of] = await countsOn(page, demo.url, 'Утверждены');

    await when('a student is taken into the base of mentors', async () => {
      await page.goto(`${demo.url}/mentors/add?q=МР-31`);
      const tick = page.locator('tbody input[type=checkbox]').last();
      id = (await tick.getAttribute('value')) ?? '';
      name = (await page.locator('tbody tr').last().locator('th').textContent())?.trim() ?? '';
      await tick.check();
      await page.getByRole('button', { name: 'Добавить отмеченных' }).click();
      await expect(page.getByText(/[Дд]обавлен/).first()).toBeVisible();
      await page.goto(`${demo.url}/mentors/${id}`);
      await page.getByLabel('студент — студент').check();
      await page.getByRole('button', { name: 'Сохранить карточку' }).click();
      await expect(page.getByText(/[Сс]охранен/).first()).toBeVisible();
    });
    await seen('row 3.2 with one person more, and row 4.2 that waits for a decision', async () => {
      expect(await mentorsIn(page, demo.url)).toBe(base + 1);
      expect(await countsOn(page, demo.url, 'Утверждены')).toEqual([approved, of + 1]);
    });
    await when('what a candidate must fulfil is confirmed', async () => {
      await page.goto(`${demo.url}/selection/${id}`);
      const open = page.getByText('Отметить', { exact: true });
      for (let left = await open.count(); left > 0; left -= 1) {
        await open.first().click();
        const rule = page.locator('main details[open]').first();
        await rule.getByLabel('выполнено', { exact: true }).check();
        await rule.getByRole('button', { name: 'Записать' }).click();
        await expect(open).toHaveCount(left - 1);
      }
    });
    await when('the questionnaire is asked for and comes back on paper', async () => {
      await page.getByRole('button', { name: 'Попросить заполнить анкету' }).click();
      await page.getByRole('link', { name: 'Перенести с бумажного бланка' }).click();
      await answerAll(page);
      await page.getByRole('button', { name: 'Внести и перейти к следующему' }).click();
      await expect(page.getByRole('button', { name: 'Внести и перейти к следующему' })).toHaveCount(0);
    });
    await when('an interview is held, and the candidate is recommended', async () => {
      await page.goto(`${demo.url}/selection/interviews`);
      await page.getByLabel('День').fill(today);
      await page.getByLabel('Время начала').fill('11:20');
      await page.getByLabel('Где').fill('кабинет 101');
      await page.getByLabel(/Зыкова Марина/).check();
      await page.getByRole('button', { name: /Открыть время/ }).click();
      const slot = page.locator('tr', { hasText: '11:20' });
      await expect(slot).toBeVisible();
      await page.goto(`${demo.url}/selection/interviews?person=${id}`);
      await slot.getByRole('link', { name: 'Пригласить' }).click();
      await page.getByRole('button', { name: 'Пригласить' }).click();
      await slot.getByRole('link', { name: /11:20/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0] ?? '');
      for (const scale of await page.locator('.scale-numbers').all()) await scale.locator('label').nth(3).click();
      await page.getByRole('button', { name: 'Сохранить оценки' }).click();
      await expect(page.getByText('Средняя оценка')).toBeVisible();
      await page.getByLabel(/^рекоменд/i).check();
      await page.getByRole('button', { name: 'Записать итог' }).click();
    });
    await when('the group decides, and its minutes are signed', async () => {
      await expect(page).toHaveURL(/\/selection\/interviews$/);
      await page.goto(`${demo.url}/selection/decision`);
      await page.getByLabel(name).check();
      await page.getByLabel('утвердить наставниками').check();
      await page.getByRole('button', { name: 'Записать решение' }).click();
      await expect(page.getByText('Решены, но не в протоколе: 1')).toBeVisible();
      await page.getByRole('button', { name: 'Составить протокол' }).click();
      await page.getByRole('button', { name: 'Отправить на подпись' }).click();
      await page.getByLabel('Номер', { exact: true }).fill('31');
      await page.getByLabel('Дата', { exact: true }).fill(today);
      await page.getByRole('button', { name: 'Отметить подписанным' }).click();
      await expect(page.getByRole('button', { name: 'Отметить подписанным' })).toHaveCount(0);
    });
    await seen('row 4.2 with the composition that the minutes fix', async () => {
      expect(await countsOn(page, demo.url, 'Утверждены')).toEqual([approved + 1, of + 1]);
    });
  });

  test('the mentor is taught, gets a certificate, and anybody can check it', async ({ as, demo, browser }) => {
    const page = await as('curator');
    const [taught, of] = await countsOn(page, demo.url, 'Обучены');
    let code = '';

    await given('an approved programme of two hours', async () => {
      await page.goto(`${demo.url}/training/programmes/new`);
      await page.getByLabel('Название программы').fill('Короткий курс');
      await page.getByLabel(/Сколько часов надо посетить/).fill('100');
      await page.getByRole('button', { name: 'Создать программу' }).click();
      await page.getByLabel('Модуль', { exact: true }).fill('Первая встреча');
      await page.getByLabel('Часов', { exact: true }).fill('2');
      await page.getByRole('button', { name: 'Внести модуль' }).click();
      await expect(page.getByRole('button', { name: 'Убрать' })).toBeVisible();
      await page.getByLabel('Номер акта').fill('40-м');
      await page.getByLabel('Дата акта').fill(today);
      await page.getByRole('button', { name: 'Утвердить программу' }).click();
    });
    await when('who is not taught yet is enrolled and comes to the session of today', async () => {
      await page.getByRole('link', { name: 'Записать участников' }).click();
      await page.getByRole('button', { name: 'Записать отмеченных' }).click();
      await expect(page.getByRole('link', { name })).toBeVisible();
      await page
        .locator('summary', { hasText: /[Зз]аняти/ })
        .first()
        .click();
      await page.getByLabel('Тема').fill('Первая встреча: с чего начать');
      await page.getByLabel('Часов', { exact: true }).fill('2');
      await page.getByLabel('День', { exact: true }).fill(today);
      await page.getByLabel('Начало').fill('15:00');
      await page.getByLabel('Конец').fill('16:30');
      await page.getByLabel(/Ведёт сотрудник/).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Назначить занятие' }).click();
      await page.getByRole('link', { name: 'Первая встреча: с чего начать' }).click();
      await page.getByLabel(name).check();
      await page.getByRole('button', { name: 'Сохранить список' }).click();
      await expect(page.getByText(/^1 из \d+$/).first()).toBeVisible();
    });
    await when('the certificate is issued and printed', async () => {
      await page.getByRole('link', { name: 'Короткий курс' }).first().click();
      await page.getByRole('button', { name: 'Выдать удостоверения' }).click();
      await expect(page.getByText(/[Уу]достоверени\S+ №|[Вв]ыдано/).first()).toBeVisible();
      await page.goto(`${demo.url}/training/certificates`);
      const download = page.waitForEvent('download');
      await page.locator('tr', { hasText: 'Короткий курс' }).getByRole('link', { name: 'PDF' }).click();
      const pdf = await openPdf(await readFile(await (await download).path()));
      const [address = ''] = await codesInPage(await drawPage(pdf, 0, 150), (codes) => codes.length > 0);
      code = new URL(address).pathname;
    });
    await seen('the page behind the code says to a stranger that it is real, and does not say the name', async () => {
      const stranger = await browser.newContext({ locale: 'ru-RU' });
      const open = await stranger.newPage();
      await open.goto(demo.url + code);
      await expect(open.getByText('Удостоверение выдано и действует')).toBeVisible();
      await expect(open.getByText('Короткий курс')).toBeVisible();
      await expect(open.getByText(name.split(' ')[0] ?? '')).toHaveCount(0);
      await stranger.close();
    });
    await seen('row 4.3.3 with one mentor more', async () => {
      expect(await countsOn(page, demo.url, 'Обучены')).toEqual([taught + 1, of]);
    });
  });
});
