import type { Browser, Page } from '@playwright/test';
import { expect, type SignIn, test } from './app.ts';
import { surveyor } from './screens.ts';
import type { App } from './start-app.ts';
import { looks, troublesOn } from './troubles.ts';

/** The first reaches most of the house; each of the others what is only theirs. No more than may sign in within a minute. */
const roles = ['curator', 'administrator', 'mentor', 'mentee', 'psychologist'];

interface Screen {
  readonly role: string;
  readonly address: string;
}

/** The screens of the demo, found once for all ways of looking at them. */
let found: Promise<readonly Screen[]> | undefined;

const screensOf = async (browser: Browser, demo: App, signedIn: SignIn): Promise<readonly Screen[]> => {
  const { survey, unreached } = await surveyor(demo.url);
  const screens: Screen[] = [];
  for (const role of roles) {
    const context = await browser.newContext();
    await context.addCookies(await signedIn(role));
    for (const address of await survey(context)) screens.push({ role, address });
    await context.close();
  }
  expect(unreached(), 'every screen can be reached by links from another').toEqual([]);
  return screens;
};

test.describe.configure({ mode: 'parallel' });
// A picture of every page for the case that something is found would take longer than the looking.
test.use({ trace: 'off' });

const ways = [
  { name: 'light on a desk', cookie: 'light', width: 1440, height: 900, rules: undefined },
  { name: 'dark on a phone', cookie: 'dark', width: 390, height: 844, rules: looks },
  { name: 'for low vision on a desk', cookie: 'auto.20.bw.wide.on', width: 1440, height: 900, rules: looks },
] as const;

/** Each way is read in so many parts, so that workers share it. */
const parts = 2;

/** Complaints of the browser itself: broken scripts, refused styles, files that are not there. */
const listenTo = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      heard.push(`${new URL(page.url()).pathname}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => heard.push(`${new URL(page.url()).pathname}: ${error.message}`));
  return heard;
};

for (const { name, cookie, width, height, rules } of ways) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    for (let part = 0; part < parts; part += 1) {
      test(`every screen is read by everybody: axe finds nothing, nothing runs over, nobody complains (${part + 1} of ${parts})`, async ({
        browser,
        context,
        demo,
        signedIn,
      }) => {
        test.setTimeout(480_000);
        found ??= screensOf(browser, demo, signedIn);
        const screens = await found;
        const troubles: string[] = [];
        for (const role of roles) {
          const own = screens.filter((screen, index) => index % parts === part && screen.role === role);
          if (own.length === 0) continue;
          await context.clearCookies();
          await context.addCookies([...(await signedIn(role)), { name: 'mode', value: cookie, url: demo.url }]);
          const page = await context.newPage();
          const heard = listenTo(page);
          for (const { address } of own) {
            await page.goto(demo.url + address);
            for (const trouble of await troublesOn(page, rules)) troubles.push(`${role} ${address} ${trouble}`);
          }
          troubles.push(...heard);
          await page.close();
        }
        expect(troubles).toEqual([]);
      });
    }
  });
}
