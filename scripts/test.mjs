// `npm test`: installs, builds, then runs every test; the last line sums them up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runWithOwnNode } from './node.mjs';
import { endWith, installIfNeeded } from './prepare.mjs';

const inOwnNode = '--in-own-node';
const cache = join(root, '.cache');

const readTotals = (file, totalsOf) => {
  try {
    return totalsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
};

/** A run that ended badly has failed somewhere, even when no single test has (a file that cannot be read). */
const sum = (parts) => ({
  passed: parts.reduce((total, { passed }) => total + passed, 0),
  failed: parts.reduce((total, { failed, code }) => total + (code !== 0 && failed === 0 ? 1 : failed), 0),
});

const units = async () => {
  const file = join(cache, 'vitest.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runWithOwnNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters], { cwd: root });
  // A file that could not be read has no failed test in it: it counts as one.
  const unread = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  const totalsOf = ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    failed: numFailedTests + testResults.filter(unread).length,
  });
  return { code, ...readTotals(file, totalsOf) };
};

const journeys = async () => {
  const { chromium } = await import('./chromium.mjs');
  const browser = chromium();
  if (!browser) {
    console.error('Браузера нет: проверки в браузере не запускались. Укажите его в переменной CHROMIUM.');
    return { code: 1, passed: 0, failed: 1 };
  }
  const file = join(cache, 'playwright.json');
  rmSync(file, { force: true });
  const env = { ...process.env, CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const code = await runWithOwnNode([cli, 'test', '--pass-with-no-tests', '--reporter=list,json'], { cwd: root, env });
  const totalsOf = ({ stats }) => {
    if (stats.flaky > 0) console.log(`journeys that needed a second try: ${stats.flaky}`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
  };
  return { code, ...readTotals(file, totalsOf) };
};

const everything = async () => {
  mkdirSync(cache, { recursive: true });
  const { buildIfNeeded } = await import('./prepare.mjs');
  await buildIfNeeded();
  const parts = [await units(), await journeys()];
  const { passed, failed } = sum(parts);
  console.log(`\nunits and behaviour: ${parts[0].passed} passed, browser journeys: ${parts[1].passed} passed`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

try {
  if (process.argv.includes(inOwnNode)) process.exit(await everything());
  await installIfNeeded();
  process.exit(await runWithOwnNode([join(root, 'scripts', 'test.mjs'), inOwnNode]));
} catch (error) {
  endWith(error);
}
