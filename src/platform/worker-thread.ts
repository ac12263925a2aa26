import { Worker } from 'node:worker_threads';
import { Failure } from '../kernel/failure.ts';
import { workerUrl } from './worker.ts';

/** A worker thread that answers one request after another. */
export interface AskedWorker<Request, Answer> {
  /** Rejects with `Failure('broken')` when the worker dies or is silent for too long; it is gone then. */
  ask(request: Request): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Starts a worker of a feature for one long task. `name` and `source` as in `workerUrl`.
 * @param limits megabytes of heap; milliseconds for one answer.
 */
export function startWorker<Request, Answer>(
  name: string,
  source: string,
  { heap = 512, time = 120_000 }: { heap?: number; time?: number } = {},
): AskedWorker<Request, Answer> {
  const worker = new Worker(workerUrl(name, source), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  let ended: Failure | undefined;
  let refuse: ((reason: Failure) => void) | undefined;
  const end = (problem: string): void => {
    ended ??= new Failure('broken', `${name}.${problem}`);
    refuse?.(ended);
  };
  worker.on('error', (error) => end(error.name));
  worker.on('exit', () => end('worker-exit'));

  return {
    ask: (request) =>
      new Promise<Answer>((resolve, reject) => {
        if (ended) return reject(ended);
        const timer = setTimeout(() => {
          end('too-slow');
          void worker.terminate();
        }, time);
        const settle = <T>(go: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(timer);
            worker.removeListener('message', done);
            refuse = undefined;
            go(value);
          };
        };
        const done = settle<Answer>(resolve);
        refuse = settle<Failure>(reject);
        worker.once('message', done);
        return worker.postMessage(request);
      }),
    async close() {
      await worker.terminate();
    },
  };
}
