import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { test as base } from 'vitest';
import { isAlive } from '../src/platform/postgres/processes.ts';
import { clearAway, killDatabase, losses, newDataDir, Run, seeded, serverPid, slowMigrations } from './crash/driver.ts';

const none = { missing: [], broken: [] };

/** They wait more than they work, and each has data of its own: side by side they end sooner. */
const test = base.concurrent;

test('a first start that is killed at any moment is simply started again', { timeout: 120_000 }, async ({
  expect,
  onTestFinished,
}) => {
  const chance = seeded(1);
  const migrations = await slowMigrations(2);
  onTestFinished(() => rm(migrations, { recursive: true }));

  for (let round = 0; round < 10; round += 1) {
    const dataDir = await newDataDir();
    onTestFinished(() => clearAway(dataDir));
    const first = new Run(dataDir, migrations, 2);
    await pause(100 + chance() * 1_500);
    if (chance() < 0.5) await killDatabase(dataDir);
    await first.killApp();

    const second = new Run(dataDir, migrations, 2);
    await second.confirms(1);

    expect(await losses(second.url, [...first.confirmed, ...second.confirmed], 2)).toEqual(none);
    expect(await second.endInPeace()).toBe(0);
    await clearAway(dataDir);
  }
});

test('no confirmed row is lost when the system, its database or both are killed again and again', {
  timeout: 300_000,
}, async ({ expect, onTestFinished }) => {
  const chance = seeded(2);
  const rounds = 27;
  const [dataDir, migrations] = [await newDataDir(), await slowMigrations(rounds)];
  onTestFinished(() => clearAway(dataDir));
  onTestFinished(() => rm(migrations, { recursive: true }));
  const confirmed: number[] = [];

  for (let round = 1; round <= rounds; round += 1) {
    const run = new Run(dataDir, migrations, round);
    const kind = (['app', 'database', 'both'] as const)[round % 3];
    if (kind === 'database') {
      await run.confirms(1 + Math.floor(chance() * 200));
      expect(await losses(run.url, [...confirmed, ...run.confirmed], round)).toEqual(none);
      await killDatabase(dataDir);
      await run.confirms(run.confirmed.length + 200); // it comes back by itself
    } else {
      await pause(200 + chance() * 900);
      if (kind === 'both') await killDatabase(dataDir);
    }
    await run.killApp();
    confirmed.push(...run.confirmed);
  }

  const last = new Run(dataDir, migrations, rounds);
  await last.confirms(1);
  expect(await losses(last.url, confirmed, rounds)).toEqual(none);
  expect(confirmed.length).toBeGreaterThan(rounds);
  const pid = await serverPid(dataDir);
  expect(await last.endInPeace()).toBe(0);
  expect(pid && isAlive(pid)).toBe(false);
});

test('a second instance on the same data is refused in words, and the first one works on', async ({
  expect,
  onTestFinished,
}) => {
  const [dataDir, migrations] = [await newDataDir(), await slowMigrations(1)];
  onTestFinished(() => clearAway(dataDir));
  onTestFinished(() => rm(migrations, { recursive: true }));
  const first = new Run(dataDir, migrations, 1);
  await first.confirms(1);

  const second = new Run(dataDir, migrations, 1);

  expect(await second.ended).toBe(1);
  expect(second.complaint).toContain('Система уже запущена на этих данных');
  await first.confirms(first.confirmed.length + 10);
  expect(await first.endInPeace()).toBe(0);
});

test('of three first starts at once exactly one works', async ({ expect, onTestFinished }) => {
  const [dataDir, migrations] = [await newDataDir(), await slowMigrations(1)];
  onTestFinished(() => clearAway(dataDir));
  onTestFinished(() => rm(migrations, { recursive: true }));

  const runs = [1, 2, 3].map(() => new Run(dataDir, migrations, 1));
  const outcomes = await Promise.all(
    runs.map((run) =>
      run.confirms(1).then(
        () => 'works',
        () => 'refused',
      ),
    ),
  );

  expect(outcomes.sort()).toEqual(['refused', 'refused', 'works']);
  await Promise.all(runs.map((run) => run.endInPeace()));
});
