import { Worker } from 'node:worker_threads';
import { Failure } from '../../kernel/failure.ts';
import { workerUrl } from '../worker.ts';
import type { PaperAnswer, PaperJob } from './paper-request.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const heap = 512;
const timeLimit = 60_000;
/** The worker goes when it has had nothing to do for so long: fonts and the setter take 100 MB. */
const idleLimit = 5_000;

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/** Does a paper job in a worker thread, one after another. Rejects with `Failure('broken')` when it fails, or takes longer than a minute. */
export function workAside(job: PaperJob): Promise<Uint8Array> {
  const running = worker ?? startWorker();
  clearTimeout(idle);
  running.ref();
  const id = ++lastId;
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => stop(running, 'too-slow'), timeLimit);
    waiting.set(id, { resolve, reject, timer });
    running.postMessage({ id, job });
  });
}

function startWorker(): Worker {
  const started = new Worker(workerUrl('paper-worker', './pdf/paper-worker.ts'), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  started.on('message', (answer: PaperAnswer) => settle(started, answer));
  started.on('error', (error) => stop(started, error.name));
  started.on('exit', () => stop(started, 'worker-exit'));
  worker = started;
  return started;
}

function settle(from: Worker, answer: PaperAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  clearTimeout(asked?.timer);
  if ('bytes' in answer) asked?.resolve(answer.bytes);
  else asked?.reject(new Failure('broken', `paper.${answer.problem}`));
  if (waiting.size > 0) return;
  from.unref();
  idle = setTimeout(() => stop(from, 'idle'), idleLimit);
  idle.unref();
}

/** Ends the worker; everybody who still waits for it is told. The next job starts a new one. */
function stop(ended: Worker, problem: string): void {
  if (worker !== ended) return;
  worker = undefined;
  clearTimeout(idle);
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new Failure('broken', `paper.${problem}`));
  }
  waiting.clear();
  void ended.terminate();
}
