// npm run schema: migrates an empty database and writes its types (src/platform/generated/schema.ts) and its description (database/schema.md).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../src/platform/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { describeSchema, markdownOf, typescriptOf } from './schema-text.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'nastavnik-schema-'));
const server = await startPostgres({ dataDir, log: silentLog });
try {
  await migrate({ url: server.url });
  const client = new pg.Client(server.url);
  await client.connect();
  const description = await describeSchema(client);
  await client.end();
  writeFileSync('src/platform/generated/schema.ts', typescriptOf(description));
  writeFileSync('database/schema.md', markdownOf(description));
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
