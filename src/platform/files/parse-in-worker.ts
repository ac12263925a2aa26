import { Worker } from 'node:worker_threads';
import { workerUrl } from '../worker.ts';
import type { ReadAnswer, ReadRequest } from './answer-request.ts';
import type { CheckedUpload } from './check-upload.ts';
import type { DocumentText } from './document-text.ts';
import type { ReadReason } from './read-failure.ts';
import type { Sheet } from './sheet.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ReadReason };

export interface ParseLimits {
  /** Heap of the worker in megabytes; a file that needs more is refused and the server lives on. */
  readonly heap?: number;
  /** Milliseconds. */
  readonly time?: number;
}

const usual = { heap: 384, time: 60_000 } as const;

const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Settles on the first thing the worker does: an answer, its death, or silence for too long. */
function ask(request: ReadRequest, limits: ParseLimits): Promise<ReadAnswer> {
  const worker = new Worker(workerUrl('reader-worker', './files/reader-worker.ts'), {
    workerData: request,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.heap ?? usual.heap, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<ReadAnswer>((resolve, reject) => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'too-slow' }), limits.time ?? usual.time);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      if (outOfMemory(error)) resolve({ ok: false, reason: 'too-much-memory' });
      else reject(error);
    });
    worker.once('exit', () => resolve({ ok: false, reason: 'unreadable' }));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

/** Reads the sheets of a checked workbook or CSV away from the server's thread. */
export async function readSheets(file: CheckedUpload, limits: ParseLimits = {}): Promise<Parsed<readonly Sheet[]>> {
  const answer = await ask({ kind: 'sheets', ...file }, limits);
  if (!answer.ok) return answer;
  return 'sheets' in answer ? { ok: true, value: answer.sheets } : { ok: false, reason: 'unreadable' };
}

/** Reads tables and paragraphs of a checked DOCX, ODT, workbook or text away from the server's thread. */
export async function readDocument(file: CheckedUpload, limits: ParseLimits = {}): Promise<Parsed<DocumentText>> {
  const answer = await ask({ kind: 'document', ...file }, limits);
  if (!answer.ok) return answer;
  return 'document' in answer ? { ok: true, value: answer.document } : { ok: false, reason: 'unreadable' };
}
