// From an empty directory to the first page, and the same once more.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, startServer } from './measure.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const first = await startServer({ DATA_DIR: dataDir });
await first.stop();
const again = await startServer({ DATA_DIR: dataDir });
await again.stop();
const demoDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const demo = await startServer({ DATA_DIR: demoDir }, '--demo');
await demo.stop();
await rm(dataDir, { recursive: true });
await rm(demoDir, { recursive: true });

report([
  { what: 'first start to the first page', value: first.startup, unit: 'ms' },
  { what: 'second start to the first page', value: again.startup, unit: 'ms', bar: '≤ 3000' },
  { what: 'first start with the demo college', value: demo.startup, unit: 'ms' },
]);
