import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { surveyor } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

const ways = [
  { name: 'light on a desk', cookie: 'light', width: 1440, height: 900 },
  { name: 'dark on a phone', cookie: 'dark', width: 390, height: 844 },
  { name: 'for low vision on a desk', cookie: 'auto.20.bw.wide.on', width: 1440, height: 900 },
] as const;

/** Complaints of the browser itself: broken scripts, refused styles, files that are not there. */
const listenTo = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${new URL(page.url()).pathname}: ${error.message}`));
  return heard;
};

/** The first reaches most of the house; each of the others what is only theirs. */
const roles = ['curator', 'administrator', 'mentor', 'mentee', 'class-teacher', 'psychologist'];

for (const { name, cookie, width, height } of ways) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('every screen is read by everybody: axe finds nothing, nothing runs over, nobody complains', async ({
      context,
      demo,
      signedIn,
    }) => {
      test.setTimeout(480_000);
      const troubles: string[] = [];
      const { survey, unreached } = await surveyor(demo.url);
      for (const role of roles) {
        await context.clearCookies();
        await context.addCookies([...(await signedIn(role)), { name: 'mode', value: cookie, url: demo.url }]);
        const page = await context.newPage();
        const heard = listenTo(page);
        for (const address of await survey(context)) {
          await page.goto(demo.url + address);
          // Legacy: without frames to join, results need no page of their own, and come twice as fast.
          const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
          for (const { id, nodes } of violations) {
            troubles.push(
              `${role} ${address} ${id}: ${nodes
                .slice(0, 2)
                .map(({ html }) => html.slice(0, 160))
                .join(' | ')}`,
            );
          }
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) troubles.push(`${role} ${address} runs ${over} px over the edge`);
        }
        troubles.push(...heard);
        await page.close();
      }
      expect(unreached(), 'every screen can be reached by links from another').toEqual([]);
      expect(troubles).toEqual([]);
    });
  });
}
