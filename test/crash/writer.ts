// The system in small, for the crash test: opens the database, migrates, then writes rows and tells which are confirmed.
// node writer.ts <data directory> <directory of migrations> <last migration to apply>
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../src/platform/migrate.ts';
import { openDatabase } from '../../src/platform/postgres/open-database.ts';
import { silentLog } from '../../src/platform/start-refusal.ts';

const [dataDir = '', directory = '', upTo = ''] = process.argv.slice(2);

/** Written at once: what was told before a kill is not lost in a buffer. */
const tell = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const database = await openDatabase({ dataDir }, silentLog);
await migrate({ url: database.url, directory, upTo });
const pool = new pg.Pool({ connectionString: database.url, max: 2 });
pool.on('error', () => undefined);

let ending = false;
process.on('SIGTERM', () => {
  ending = true;
});
void database.lost.then((reason) => {
  tell(`lost ${reason.message}`);
  process.exit(1);
});

tell(`ready ${database.url}`);
while (!ending) {
  try {
    const { rows } = await pool.query<{ n: string }>('insert into confirmed default values returning n');
    tell(`confirmed ${rows[0]?.n}`);
  } catch {
    await pause(20);
  }
}
await pool.end();
await database.close();
tell('ended');
