// The page of a questionnaire on a poor phone: 400 kbit/s, 400 ms there and back, a processor four times slower. Needs a browser.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromium as installedBrowser } from '../scripts/chromium.mjs';
import { systemActor } from '../src/app/first-sign-in.ts';
import { createCollege } from '../src/features/college/create-college.ts';
import { issueCommonLink } from '../src/features/questionnaires/issue-links.ts';
import { day } from '../src/kernel/day.ts';
import { connect, inCollege } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { sentOut } from '../test/questionnaire-story.ts';
import { quantile, report, startServer } from './measure.ts';

const executablePath = installedBrowser();
if (!executablePath) throw new Error('no browser: name one in CHROMIUM');

const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const postgres = await startPostgres({ dataDir, log: silentLog });
await migrate({ url: postgres.url });
const db = connect(postgres.url);
const today = day('2026-10-12');
const college = await createCollege(db, { fullName: 'Колледж', shortName: 'Колледж', today });
const token = await inCollege(db, college, async (tx) => {
  const ctx = { db: tx, actor: systemActor(college), today };
  const link = await issueCommonLink(ctx, await sentOut(ctx, { closesOn: day('2099-12-31') }), null);
  if (!link.ok) throw new Error(link.reason);
  return link.value;
});
const server = await startServer({ DATABASE_URL: postgres.url, DATA_DIR: dataDir });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** Milliseconds from the press on the link to a page whose script answers, with nothing kept from before. */
const opened = async (): Promise<{ ready: number; script: number; all: number }> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const phone = await context.newCDPSession(page);
  const bytesPerSecond = 400_000 / 8;
  await phone.send('Network.enable');
  await phone.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bodies: Promise<{ url: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    bodies.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })));
  });
  await page.goto(`${server.url}/q/${token}`);
  // Module scripts run before this event: after it the page saves by itself.
  const ready = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.domContentLoadedEventEnd ?? 0;
  });
  const loaded = await Promise.all(bodies);
  await context.close();
  const sum = (all: typeof loaded) => all.reduce((total, { bytes }) => total + bytes, 0);
  return { ready, script: sum(loaded.filter(({ url }) => url.endsWith('.js'))), all: sum(loaded) };
};

const runs = [await opened(), await opened(), await opened(), await opened(), await opened()];

await browser.close();
await server.stop();
await db.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });

const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;
const median = (pick: (run: (typeof runs)[number]) => number): number => quantile(runs.map(pick), 0.5);
report([
  {
    what: 'script of a questionnaire page, gz',
    value: kilobytes(median(({ script }) => script)),
    unit: 'KB',
    bar: '20 KB',
  },
  { what: 'all that the page loads, gz', value: kilobytes(median(({ all }) => all)), unit: 'KB' },
  {
    what: 'it answers on slow 3G with a processor ×4',
    value: Math.round(median(({ ready }) => ready) / 100) / 10,
    unit: 's',
    bar: '3 s',
  },
]);
