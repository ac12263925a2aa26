import { open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal.ts';
import { hasCode, isAlive } from './processes.ts';
import { databaseTexts } from './texts.ts';

const beat = 1_000;
const silence = 15_000;
const patience = 120_000;

/**
 * Runs the work while no other launch works on this directory. A launch that was killed holds nothing: its lock is
 * broken when its process is gone, or (the number may belong to another process by now) when its heart stops beating.
 */
export async function whileLaunching<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'launch.lock');
  await take(path);
  const heart = setInterval(() => void writeFile(path, String(process.pid)).catch(() => undefined), beat);
  heart.unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  const start = performance.now();
  let seen = { beat: Number.NaN, at: start };
  while (performance.now() - start < patience) {
    if (await create(path)) return;
    const now = await lastBeat(path);
    if (now !== seen.beat) seen = { beat: now, at: performance.now() };
    const still = performance.now() - seen.at;
    if (still > silence || (await holderIsGone(path, still))) await rm(path, { force: true });
    else await pause(100);
  }
  throw new StartRefusal(databaseTexts.launching);
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

const lastBeat = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** An empty lock was left between making the file and writing into it, once it stays so for a while. */
async function holderIsGone(path: string, still: number): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  if (text === '') return still > beat;
  return !isAlive(Number(text));
}
