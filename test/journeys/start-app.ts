import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface App {
  /** http://localhost:4711 */
  readonly url: string;
  /** The one-time address of a first start; undefined in the demo. */
  readonly firstSignIn: string | undefined;
}

export interface Running extends App {
  /** Where it keeps its data; removed by `stop`. */
  readonly dataDir: string;
  stop(options?: { readonly keepData: boolean }): Promise<void>;
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
export const startApp = async (how: {
  /** A demo is filled when there is no directory to begin with. */
  readonly demo: boolean;
  /** The data directory of a stopped system; a copy of it is worked on. */
  readonly from?: string;
}): Promise<Running> => {
  // A port that was free a moment ago may have gone to the database of the other worker: then another one is tried.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(how.demo, how.from);
    } catch (error) {
      if (attempt === 5 || !String(error).includes('занят')) throw error;
    }
  }
};

const startOnce = async (demo: boolean, from: string | undefined): Promise<Running> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik journey '));
  if (from) await cp(from, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, NODE_ENV: 'production', LOG_LEVEL: 'error' };
  const main = join(import.meta.dirname, '../../dist/server/main.js');
  const child = spawn(process.execPath, [main, ...(demo ? ['--demo'] : [])], { env });
  // A run that is broken off leaves nobody behind.
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const text = await saidBy(child, demo ? /iro|institute +\S+/ : /Первый вход.*\n/);
  return {
    url: `http://localhost:${port}`,
    firstSignIn: /http\S+\/enter\/\S+/.exec(text)?.[0],
    dataDir,
    async stop({ keepData } = { keepData: false }) {
      end();
      await gone;
      process.off('exit', end);
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
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
