// Registers of 10,000 people under 50 requests a second for ten seconds, sent by the clock and not by the answers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { demoPassword } from '../src/app/demo/accounts.ts';
import { chanceOf } from '../src/app/demo/chance.ts';
import { namesBy } from '../src/app/demo/names.ts';
import { personOf } from '../src/features/people/person.ts';
import { insertPersons } from '../src/features/people/rows.ts';
import { day } from '../src/kernel/day.ts';
import { connect, dangerouslyScope, inCollege } from '../src/platform/db.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { memoryOf, quantile, type Result, report, startServer } from './measure.ts';

const seconds = 10;
const perSecond = 50;

const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const postgres = await startPostgres({ dataDir, log: silentLog });
// The built system fills the demo: its use cases reach pages, and Node alone reads no TSX.
await (await startServer({ DATABASE_URL: postgres.url, DATA_DIR: dataDir }, '--demo')).stop();
const db = connect(postgres.url);
const { id } = await db.selectFrom('colleges').select('id').executeTakeFirstOrThrow();
const college = dangerouslyScope(id);
await inCollege(db, college, async (tx) => {
  const groups = await tx.selectFrom('study_groups').select('id').execute();
  const chance = chanceOf(11);
  const students = Array.from({ length: 10_000 }, (_, index) => {
    const { lastName, firstName, patronymic, gender } = namesBy(chance, [])(chance.happens(0.6) ? 'male' : 'female');
    const birthDay = day(`${2006 + chance.below(4)}-0${1 + chance.below(9)}-1${chance.below(9)}`);
    const groupId = groups[index % groups.length]?.id ?? null;
    return personOf(
      'student',
      { lastName, firstName, patronymic },
      { gender, birthDay, groupId, phone: `+79130${100_000 + index}`, representativeName: 'Представитель' },
    );
  });
  const ids = await insertPersons(tx, students);
  await sql`insert into mentees (person_id, entered_on) select unnest(${sql.val(ids)}::uuid[]), '2026-09-10'`.execute(
    tx,
  );
  await sql`insert into needs (person_id, year, topic, source, stated_on) select unnest(${sql.val(ids.slice(0, 9000))}::uuid[]), 2026, 'study', 'curator', '2026-09-10'`.execute(
    tx,
  );
  await sql`insert into consents (person_id, purpose, text_id, signed_by, representative_name, signed_on, valid_till)
    select p, 'processing', t.id, 'both', 'Представитель', '2026-09-10', '2027-08-31' from unnest(${sql.val(ids.slice(0, 9500))}::uuid[]) p,
      (select id from consent_texts where purpose = 'processing' order by version desc limit 1) t`.execute(tx);
});
await sql`analyze`.execute(db);
await db.destroy();

const server = await startServer({ DATABASE_URL: postgres.url, DATA_DIR: dataDir });
const entered = await fetch(`${server.url}/sign-in`, {
  method: 'POST',
  redirect: 'manual',
  headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ login: 'curator', password: demoPassword }),
});
const cookie = entered.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');

const press = async (paths: readonly string[]): Promise<number[]> => {
  const one = async (path: string, due: number): Promise<number> => {
    const answer = await fetch(server.url + path, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return performance.now() - due;
  };
  for (const path of paths) await one(path, 0); // warm
  const start = performance.now();
  const sent: Promise<number>[] = [];
  for (let count = 0; count < seconds * perSecond; count += 1) {
    const due = start + (count * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sent.push(one(paths[count % paths.length] ?? '/', due));
  }
  return Promise.all(sent);
};

const results: Result[] = [];
for (const [name, paths] of [
  ['people, first page', ['/people']],
  ['people: pages, searches and groups', ['/people', '/people?page=200', '/people?q=рублев', '/people?gaps=1']],
  ['mentees with needs, consents and pairs', ['/mentees']],
] as const) {
  const times = await press(paths);
  results.push(
    { what: `register of ${name}, p50 at 50/s`, value: quantile(times, 0.5), unit: 'ms' },
    { what: `register of ${name}, p95 at 50/s`, value: quantile(times, 0.95), unit: 'ms', bar: '≤ 60' },
  );
}
const { now, peak } = memoryOf(server.pid);
results.push(
  { what: 'memory of the server after it', value: now, unit: 'MB', bar: '≤ 400' },
  { what: 'memory at its highest', value: peak, unit: 'MB', bar: '≤ 400' },
);
await server.stop();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
report(results);
