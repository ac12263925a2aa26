// 2,000 people answer one questionnaire by a common link at the same time: everybody has four questions and sends each answer alone.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../src/app/first-sign-in.ts';
import { createCollege } from '../src/features/college/create-college.ts';
import { issueCommonLink } from '../src/features/questionnaires/issue-links.ts';
import { day } from '../src/kernel/day.ts';
import { connect, inCollege } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { sentOut } from '../test/questionnaire-story.ts';
import { memoryOf, quantile, report, startServer } from './measure.ts';

const people = 2000;
/** Everybody begins within this time and answers a question every few seconds, as people do; sent by the clock. */
const beginWithin = 20_000;
const thinking = 5_000;

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
const pages: number[] = [];
const answers: number[] = [];
let confirmed = 0;
let refused = 0;

const timed = async (times: number[], at: number, ask: () => Promise<Response>): Promise<Response> => {
  const response = await ask();
  await response.clone().arrayBuffer();
  // From the moment it was due, not from the moment it could be sent: a queue in front of the server counts.
  times.push(performance.now() - at);
  return response;
};

const until = (at: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));

const onePerson = async (start: number): Promise<void> => {
  await until(start);
  const page = await (await timed(pages, start, () => fetch(`${server.url}/q/${token}`))).text();
  const [version = '', key = ''] = ['version', 'key'].map(
    (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1],
  );
  const given = { q1: '7', q2: 'Сроков по лабораторным', q3: 'no', q4: 'Некогда' };
  let at = start;
  for (const [question, value] of Object.entries(given)) {
    at += thinking;
    await until(at);
    const body = new URLSearchParams({ version, key, question, id: randomUUID(), at: String(Date.now()) });
    body.append(`q-${question}`, value);
    const headers = { origin: server.url };
    const sent = await timed(answers, at, () =>
      fetch(`${server.url}/q/${token}/answer`, { method: 'POST', body, headers }),
    );
    if (sent.status === 204) confirmed += 1;
    else refused += 1;
  }
};

const start = performance.now() + 500;
await Promise.all(Array.from({ length: people }, (_, index) => onePerson(start + (index / people) * beginWithin)));
const stored = await inCollege(db, college, (tx) =>
  tx
    .selectFrom('questionnaire_answers')
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow(),
);
const memory = memoryOf(server.pid);

await server.stop();
await db.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });

const bar = '200 ms, 2,000 people at the same time';
report([
  { what: `an answer stored, ${people} people answering, p50`, value: quantile(answers, 0.5), unit: 'ms' },
  { what: `an answer stored, ${people} people answering, p95`, value: quantile(answers, 0.95), unit: 'ms', bar },
  { what: `an answer stored, ${people} people answering, p99`, value: quantile(answers, 0.99), unit: 'ms' },
  { what: 'the page of a questionnaire under the same load, p95', value: quantile(pages, 0.95), unit: 'ms' },
  { what: 'answers confirmed', value: confirmed, unit: '', bar: `${people * 4}` },
  { what: 'answers stored', value: stored.count, unit: '', bar: 'as many as confirmed' },
  { what: 'answers refused', value: refused, unit: '', bar: '0' },
  { what: 'memory of the server at its highest', value: memory.peak, unit: 'MB' },
]);
