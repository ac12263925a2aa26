import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { test as base, expect } from './app.ts';
import { addresses } from './screens.ts';

/** The screens of the curator's demo, found once for all ways of looking at them. */
const test = base.extend<object, { readonly screens: readonly string[] }>({
  screens: [
    async ({ browser, demo, signedIn }, use) => {
      const context = await browser.newContext();
      await context.addCookies(await signedIn('curator'));
      const found = await addresses(context, demo.url);
      await context.close();
      await use(found);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe.configure({ mode: 'parallel' });
// A picture of every page for the case that something is found would take longer than the looking.
test.use({ trace: 'off' });

const ways = [
  { name: 'light on a desk', cookie: 'light', width: 1440, height: 900 },
  { name: 'dark on a phone', cookie: 'dark', width: 390, height: 844 },
  { name: 'for low vision on a desk', cookie: 'auto.20.bw.wide.on', width: 1440, height: 900 },
] as const;

/** Each way is read in so many parts, so that workers share it. */
const parts = 2;

/** Complaints of the browser itself: broken scripts, refused styles, files that are not there. */
const listenTo = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`${new URL(page.url()).pathname}: ${error.message}`));
  return heard;
};

/** What axe finds on the page (only violations are worked out in full), and what runs over its edge. */
const troublesOn = async (page: Page, address: string): Promise<string[]> => {
  const { found, over } = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, {
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
    });
    return {
      found: violations.map(({ id, nodes }) => ({
        id,
        html: nodes.slice(0, 2).map((node) => node.html.slice(0, 160)),
      })),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  });
  return [
    ...found.map(({ id, html }) => `${address} ${id}: ${html.join(' | ')}`),
    ...(over > 0 ? [`${address} runs ${over} px over the edge`] : []),
  ];
};

for (const { name, cookie, width, height } of ways) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    for (let part = 0; part < parts; part += 1) {
      test(`every screen is read by everybody: axe finds nothing, nothing runs over, nobody complains (${part + 1} of ${parts})`, async ({
        context,
        demo,
        signedIn,
        screens,
      }) => {
        test.setTimeout(240_000);
        await context.addInitScript({ content: axe.source });
        const ofCurator = screens.filter((_, index) => index % parts === part);
        const others = { administrator: ['/journal'], mentor: ['/', '/my-account'] };
        const troubles: string[] = [];
        for (const [role, places] of Object.entries({ curator: ofCurator, ...(part === 0 ? others : {}) })) {
          await context.clearCookies();
          await context.addCookies([...(await signedIn(role)), { name: 'mode', value: cookie, url: demo.url }]);
          const page = await context.newPage();
          const heard = listenTo(page);
          for (const address of places) {
            await page.goto(demo.url + address);
            troubles.push(...(await troublesOn(page, address)));
          }
          troubles.push(...heard);
          await page.close();
        }
        expect(troubles).toEqual([]);
      });
    }
  });
}
