import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';

export interface App {
  /** http://localhost:4711 */
  readonly url: string;
  /** The one-time address of a first start; undefined in the demo. */
  readonly firstSignIn: string | undefined;
}

interface Running extends App {
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** The built system with its own PostgreSQL in a directory of its own, told apart by its first lines on the console. */
const start = async (...flags: readonly string[]): Promise<Running> => {
  // A port that was free a moment ago may have gone to the database of the other worker: then another one is tried.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(flags);
    } catch (error) {
      if (attempt === 5 || !String(error).includes('занят')) throw error;
    }
  }
};

const startOnce = async (flags: readonly string[]): Promise<Running> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik journey '));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production', LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/server/main.js'), ...flags], { env });
  const text = await saidBy(child, flags.includes('--demo') ? /iro|institute +\S+/ : /Первый вход.*\n/);
  return {
    url: `http://localhost:${port}`,
    firstSignIn: /http\S+\/enter\/\S+/.exec(text)?.[0],
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const saidBy = (child: ChildProcess, wanted: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const hear = (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (wanted.test(text)) resolve(text);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the system ended with ${code} before it worked:\n${text}`)));
  });

type Cookies = Parameters<BrowserContext['addCookies']>[0];

interface OfWorker {
  /** The invented college of February. Journeys leave their traces in it, so each takes people of its own. */
  readonly demo: App;
  /** Sign-ins are few a minute, so each role signs in once. */
  readonly signedIn: (role: string) => Promise<Cookies>;
}

interface OfTest {
  /** A page of somebody with this role, already signed in. */
  readonly as: (role: string) => Promise<Page>;
  /** A system that nobody has entered yet. */
  readonly empty: App;
}

export const test = base.extend<OfTest, OfWorker>({
  demo: [
    // Playwright reads the names of what a fixture needs out of this pattern.
    async ({ browser: _ }, use) => {
      const app = await start('--demo');
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  signedIn: [
    async ({ browser, demo }, use) => {
      const known = new Map<string, Cookies>();
      await use(async (role) => {
        const kept = known.get(role);
        if (kept) return kept;
        const context = await browser.newContext();
        const form = { login: role, password: 'vyatka-2026' };
        await context.request.post(`${demo.url}/sign-in`, { form, headers: { origin: demo.url }, maxRedirects: 0 });
        const cookies = await context.cookies();
        await context.close();
        known.set(role, cookies);
        return cookies;
      });
    },
    { scope: 'worker' },
  ],
  as: async ({ context, demo, signedIn }, use) => {
    await use(async (role) => {
      await context.addCookies(await signedIn(role));
      const page = await context.newPage();
      await page.goto(`${demo.url}/`);
      return page;
    });
  },
  empty: async ({ browser: _ }, use) => {
    const app = await start();
    await use(app);
    await app.stop();
  },
});

export { expect } from '@playwright/test';

/** Words of a journey, so that it reads as one; they stand in the report. */
export const given = test.step;
export const when = test.step;
export const seen = test.step;
