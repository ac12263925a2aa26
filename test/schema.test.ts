import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { describeSchema, markdownOf, typescriptOf } from '../scripts/schema-text.ts';
import { freshDatabaseForThisTest } from './postgres.ts';

test('the types and the description of tables are what the migrations make; `npm run schema` writes both', async () => {
  const client = new pg.Client({ connectionString: await freshDatabaseForThisTest() });
  await client.connect();
  const description = await describeSchema(client);
  await client.end();

  expect(readFileSync('src/platform/generated/schema.ts', 'utf8')).toBe(typescriptOf(description));
  expect(readFileSync('database/schema.md', 'utf8')).toBe(markdownOf(description));
});
