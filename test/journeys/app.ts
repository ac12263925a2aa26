import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type App, type Running, startApp } from './start-app.ts';

type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** Signs in once per role: sign-ins are few a minute. */
export type SignIn = (role: string) => Promise<Cookies>;

/** A sixth sign-in waits until the minute is over. */
const signIn = async (browser: Browser, url: string, role: string): Promise<Cookies> => {
  const context = await browser.newContext();
  const data = { form: { login: role, password: 'vyatka-2026' }, headers: { origin: url }, maxRedirects: 0 };
  await expect(async () => {
    expect((await context.request.post(`${url}/sign-in`, data)).status()).toBe(303);
  }).toPass({ timeout: 90_000, intervals: [5_000] });
  const cookies = await context.cookies();
  await context.close();
  return cookies;
};

interface OfWorker {
  /** The demo of one file of journeys and who has signed in to it; asked for another file, the one before is stopped. */
  readonly demoOf: (file: string) => Promise<{ readonly demo: App; readonly signedIn: SignIn }>;
}

interface OfTest {
  /**
   * The invented college of February, new for every file. Journeys of one file leave their traces in it, so each takes
   * people of its own.
   */
  readonly demo: App;
  readonly signedIn: SignIn;
  /** A page of somebody with this role, already signed in. */
  readonly as: (role: string) => Promise<Page>;
  /** A system that nobody has entered yet. */
  readonly empty: App;
}

export const test = base.extend<OfTest, OfWorker>({
  demoOf: [
    async ({ browser }, use) => {
      let running: { readonly file: string; readonly demo: Running; readonly signedIn: SignIn } | undefined;
      await use(async (file) => {
        if (running?.file === file) return running;
        await running?.demo.stop();
        running = undefined;
        const demo = await startApp({ demo: true, from: process.env.JOURNEY_DEMO ?? '' });
        const known = new Map<string, Cookies>();
        const signedIn: SignIn = async (role) => {
          const kept = known.get(role);
          if (kept) return kept;
          const cookies = await signIn(browser, demo.url, role);
          known.set(role, cookies);
          return cookies;
        };
        running = { file, demo, signedIn };
        return running;
      });
      await running?.demo.stop();
    },
    { scope: 'worker' },
  ],
  demo: async ({ demoOf }, use, { file }) => use((await demoOf(file)).demo),
  signedIn: async ({ demoOf }, use, { file }) => use((await demoOf(file)).signedIn),
  as: async ({ context, demo, signedIn }, use) => {
    await use(async (role) => {
      await context.addCookies(await signedIn(role));
      const page = await context.newPage();
      await page.goto(`${demo.url}/`);
      return page;
    });
  },
  // Playwright reads the names of what a fixture needs out of this pattern.
  empty: async ({ browser: _ }, use) => {
    const app = await startApp({ demo: false });
    await use(app);
    await app.stop();
  },
});

export { expect };

/** Words of a journey, so that it reads as one; they stand in the report. */
export const given = test.step;
export const when = test.step;
export const seen = test.step;
