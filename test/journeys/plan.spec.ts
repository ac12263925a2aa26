import type { Browser, Page } from '@playwright/test';
import { expect, given, seen, test, when } from './app.ts';
import { isWell } from './troubles.ts';

const phoneSize = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The administrator gives somebody of this name a way in; the person comes in by the code on an own phone. */
const comeIn = async (
  { desk, browser, url }: { readonly desk: Page; readonly browser: Browser; readonly url: string },
  name: string,
  role: 'наставник' | 'наставляемый',
): Promise<Page> => {
  await desk.goto(`${url}/people?q=${encodeURIComponent(name)}`);
  await desk.getByRole('link', { name }).first().click();
  await desk.getByRole('link', { name: 'Завести вход' }).click();
  await desk.getByLabel(role, { exact: true }).check();
  await desk.getByRole('button', { name: 'Завести запись' }).click();
  await desk
    .getByRole('button', { name: /листок|ссылк/i })
    .first()
    .click();
  const code = (await desk.locator('.link-sheet .code').textContent()) ?? '';
  const phone = await browser.newPage(phoneSize);
  await phone.goto(`${url}/enter`);
  await phone.getByLabel('Личный код').fill(code);
  await phone.getByRole('button', { name: 'Войти' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Здравствуйте');
  return phone;
};

test('a mentor writes a plan on a phone, the mentee agrees on another, it is corrected and agreed to again', async ({
  as,
  browser,
  demo,
}) => {
  test.setTimeout(150_000);
  const desk = await as('administrator');
  let mentor: Page = desk;
  let mentee: Page = desk;

  await given('a pair without a plan, both sides with their phones', async () => {
    await desk.goto(`${demo.url}/plans?state=none&form=student-student`);
    const pair = (await desk.locator('tbody tr a').first().textContent()) ?? '';
    const [first = '', second = ''] = pair.split(' — ');
    mentor = await comeIn({ desk, browser, url: demo.url }, first, 'наставник');
    mentee = await comeIn({ desk, browser, url: demo.url }, second, 'наставляемый');
    await isWell(mentor);
    await isWell(mentee);
  });
  await when('the mentor starts from a template and writes the strengths', async () => {
    await mentor.getByRole('link', { name: 'План', exact: true }).first().click();
    await mentor.getByRole('button', { name: 'Начать план' }).click();
    await mentor.getByRole('link', { name: 'Изменить' }).click();
    await mentor.getByLabel('Сильные стороны наставляемого').fill('Аккуратно работает руками');
    await mentor.getByRole('button', { name: 'Сохранить' }).click();
    await expect(mentor.getByText('Аккуратно работает руками')).toBeVisible();
    await isWell(mentor);
  });
  await when('a task of one’s own is added and the plan is sent', async () => {
    await mentor.getByRole('link', { name: 'Добавить задачу' }).click();
    await mentor.getByLabel('Задача', { exact: true }).fill('Собрать учебный стенд');
    await mentor.getByLabel('До какого дня').fill('20.04.2027');
    await mentor.getByRole('button', { name: 'Добавить задачу' }).click();
    await expect(mentor.getByText('Собрать учебный стенд')).toBeVisible();
    await mentor.getByRole('button', { name: 'Отправить на согласование' }).click();
    await expect(mentor.getByText('ждёт согласия').first()).toBeVisible();
  });
  await seen('it is the mentee’s next step, and the mentee agrees', async () => {
    await mentee.goto(`${demo.url}/my-plans`);
    await expect(mentee.getByText('Собрать учебный стенд')).toBeVisible();
    await isWell(mentee);
    await mentee.getByRole('button', { name: 'Согласовать план' }).click();
    await expect(mentee.getByText('версия 1: действует')).toBeVisible();
  });
  await when('the mentee asks for a correction, and the mentor makes it', async () => {
    await mentee.getByRole('link', { name: 'Поправить план' }).click();
    await mentee.getByLabel('Почему план нужно поправить').fill('В апреле практика');
    await mentee.getByRole('button', { name: 'Открыть правку' }).click();
    await mentor.goto(`${demo.url}/my-plans`);
    await mentor.getByRole('link', { name: 'Собрать учебный стенд' }).click();
    await mentor.getByLabel('До какого дня').fill('14.05.2027');
    await mentor.getByRole('button', { name: 'Сохранить задачу' }).click();
    await mentor.getByRole('button', { name: 'Отправить на согласование' }).click();
    await expect(mentor.getByText('Версия 2 ждёт согласия', { exact: false })).toBeVisible();
  });
  await seen('what changed, day by day; agreed to, the new version is in force', async () => {
    await mentee.goto(`${demo.url}/my-plans`);
    await expect(mentee.locator('del', { hasText: '20.04.2027' })).toBeVisible();
    await expect(mentee.locator('ins', { hasText: '14.05.2027' })).toBeVisible();
    await isWell(mentee);
    await mentee.getByRole('button', { name: 'Согласовать план' }).click();
    await expect(mentee.getByText('версия 2: действует')).toBeVisible();
    await expect(mentee.getByText('версия 1: заменена')).toBeVisible();
  });
  await seen('the plan on paper, and everything kept about the mentee in one archive', async () => {
    const pdf = mentee.waitForEvent('download');
    await mentee.getByRole('link', { name: 'PDF' }).click();
    expect((await pdf).suggestedFilename()).toMatch(/версия 2\.pdf$/);
    await mentee.goto(`${demo.url}/`);
    await mentee.getByRole('link', { name: 'Что обо мне хранится' }).last().click();
    await expect(mentee.getByRole('heading', { level: 1 })).toHaveText('Что обо мне хранится');
    await isWell(mentee);
    const archive = mentee.waitForEvent('download');
    await mentee.getByRole('button', { name: 'Скачать всё' }).click();
    expect((await archive).suggestedFilename()).toMatch(/\.zip$/);
  });
  await mentor.close();
  await mentee.close();
});
