import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Result {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'KB' | '';
  /** What the product wants, in words. */
  readonly bar?: string;
}

/** The last line of a part's output; scripts/bench.mjs reads it. */
export const report = (results: readonly Result[]): void => {
  process.stdout.write(`${JSON.stringify(results)}\n`);
};

/** Milliseconds that the work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
};

/** The best of some runs: what the machine can do when nobody else is at it. */
export const best = async (runs: number, work: () => unknown): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) least = Math.min(least, await timed(work));
  return least;
};

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first page. */
  readonly startup: number;
  stop(): Promise<void>;
}

/** Starts the built system and waits for its first page. */
export const startServer = async (
  environment: Readonly<Record<string, string>>,
  ...flags: string[]
): Promise<Server> => {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production', ...environment, PORT: String(port) };
  const start = performance.now();
  const child: ChildProcess = spawn(process.execPath, [join('dist', 'server', 'main.js'), ...flags], {
    env,
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the system ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/sign-in`).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const startup = Math.round(performance.now() - start);
  return {
    url,
    startup,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};

/** Memory of a process in MB, now and at its highest; zeros where there is no /proc. */
export const memoryOf = (pid: number): { now: number; peak: number } => {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
    return { now: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return { now: 0, peak: 0 };
  }
};
