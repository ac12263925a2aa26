// `npm run bench`: measures the built system on this machine (loopback only, a few minutes), prints a table and writes bench/results.json.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './node.mjs';
import { buildIfNeeded } from './prepare.mjs';

const wanted = process.argv.slice(2);
const parts = [
  'start-up',
  'import',
  'register',
  'matching',
  'order',
  'consents',
  'consent-scans',
  'questionnaire-load',
  'questionnaire-page',
  'general-meeting',
].filter((part) => wanted.length === 0 || wanted.includes(part));

await buildIfNeeded();
const results = [];
for (const part of parts) {
  console.error(`… ${part}`);
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'bench', `${part}.ts`)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  if (status !== 0) {
    console.error(`${part}: did not end well`);
    process.exitCode = 1;
    continue;
  }
  results.push(...JSON.parse(stdout.toString('utf8').trim().split('\n').at(-1)));
}

const width = Math.max(...results.map(({ what }) => what.length));
for (const { what, value, unit, bar } of results) {
  console.log(`${what.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(3)}${bar ? `  (bar: ${bar})` : ''}`);
}
const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
const report = { date: new Date().toISOString(), machine: { ...machine, node: process.version }, results };
if (wanted.length === 0) writeFileSync(join(root, 'bench', 'results.json'), `${JSON.stringify(report, null, 2)}\n`);
