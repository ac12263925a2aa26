import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The built system as a process of its own, with a browser's cookies. */
export class App {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #cookies = '';

  private constructor(
    child: ChildProcess,
    readonly base: string,
    /** Path of the one-time sign-in, as it was printed. */
    readonly enterPath: string | undefined,
  ) {
    this.#child = child;
    this.#ended = new Promise((settle) => child.once('exit', settle));
  }

  /** Starts it and waits until it says where it works. A port that another process has just taken is exchanged. */
  static async start(dataDir: string): Promise<App> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await App.#startOnce(dataDir);
      } catch (error) {
        if (attempt === 5 || !String(error).includes('занят')) throw error;
      }
    }
  }

  static async #startOnce(dataDir: string): Promise<App> {
    if (!existsSync(main)) throw new Error('no dist/server/main.js: run `npm run build` first (`npm test` does)');
    const port = await freePort();
    const child = spawn(process.execPath, [main], {
      // Vitest has a BASE_URL of its own in the environment.
      env: {
        ...process.env,
        BASE_URL: '',
        DATA_DIR: dataDir,
        PORT: String(port),
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const told = new Promise<void>((settle, fail) => {
      child.once('exit', () => fail(new Error(`the system ended: ${lines.join(' ')}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        if (line.includes('http://')) settle();
      });
    });
    await told;
    await pause(100);
    const path = /(\/enter\/[\w-]+)/.exec(lines.join(' '))?.[1];
    return new App(child, `http://localhost:${port}`, path);
  }

  /** Takes cookies along to the next start: the person stays signed in. */
  withCookiesOf(other: App): this {
    this.#cookies = other.#cookies;
    return this;
  }

  async get(path: string): Promise<Response> {
    return this.#ask(path, {});
  }

  async post(path: string, form: Readonly<Record<string, string | File>> = {}): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(form)) body.append(name, value);
    return this.#ask(path, { method: 'POST', body });
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { cookie: this.#cookies, origin: this.base };
    const response = await fetch(`${this.base}${path}`, { ...init, headers, redirect: 'manual' });
    const fresh = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    if (fresh.length > 0) {
      const jar = new Map(
        [...this.#cookies.split('; '), ...fresh].filter(Boolean).map((one) => [one.split('=')[0] ?? '', one]),
      );
      this.#cookies = [...jar.values()].join('; ');
    }
    return response;
  }

  /** Waits until a task's page leads on; answers where. */
  async afterTask(path: string): Promise<string> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const page = await this.get(path);
      const on = page.headers.get('location');
      if (on) return on;
      const words = await page.text();
      if (!words.includes('http-equiv="refresh"')) throw new Error('the task ended without a way on');
      await pause(100);
    }
    throw new Error('the task never ended');
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async end(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
