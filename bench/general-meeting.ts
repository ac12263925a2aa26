// A hall of 300 phones: all follow the meeting, open the vote and send it within one minute, on the built system.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../src/app/first-sign-in.ts';
import { createCollege } from '../src/features/college/create-college.ts';
import { day } from '../src/kernel/day.ts';
import { connect, inCollege } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { votingHall } from '../test/hall-story.ts';
import { memoryOf, quantile, report, startServer } from './measure.ts';

const minute = 60_000;
/** Phones ask every four seconds how things are. */
const every = 4_000;

const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const postgres = await startPostgres({ dataDir, log: silentLog });
await migrate({ url: postgres.url });
const db = connect(postgres.url);
const today = day('2026-10-12');
const college = await createCollege(db, { fullName: 'Колледж', shortName: 'Колледж', today });
const { meetingId, slips } = await inCollege(db, college, (tx) =>
  votingHall({ db: tx, actor: systemActor(college), today }, { mentors: 64, mentees: 236 }),
);

const server = await startServer({ DATABASE_URL: postgres.url, DATA_DIR: dataDir });
const times = { page: [] as number[], vote: [] as number[], state: [] as number[] };
let [confirmed, refused, bytes] = [0, 0, 0];

const until = (at: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));

/** From the moment it was due, not from the moment it could be sent: a queue in front of the server counts. */
const timed = async (of: number[], at: number, ask: () => Promise<Response>): Promise<Response> => {
  await until(at);
  const response = await ask();
  const body = await response.clone().arrayBuffer();
  bytes += body.byteLength;
  of.push(performance.now() - at);
  return response;
};

const follow = async (from: number): Promise<void> => {
  let etag = '';
  for (let at = from; at < from + minute; at += every) {
    const headers = etag ? { 'if-none-match': etag } : {};
    const answer = await timed(times.state, at, () => fetch(`${server.url}/meet/${meetingId}/state`, { headers }));
    etag = answer.headers.get('etag') ?? '';
  }
};

const onePhone = async (index: number, start: number): Promise<void> => {
  const slip = slips[index];
  if (!slip) throw new Error('a slip for every phone');
  // Everybody opens the page in the first quarter, and presses the button at some time of the rest of the minute.
  const opened = start + ((index * 7919) % slips.length) * (minute / 4 / slips.length);
  await timed(times.page, opened, () => fetch(`${server.url}/m/${slip.key}`));
  const due = start + minute / 4 + index * ((minute * 0.75) / slips.length);
  const others = slips.filter(({ side }) => side !== slip.side);
  const wants = [0, 1, 2].map((at) => others[(index * 13 + at * 5) % others.length]?.personId ?? '');
  await until(due);
  const body = new URLSearchParams({ key: randomUUID(), at: String(Date.now()) });
  for (const [at, id] of wants.entries()) body.append(`place-${id}`, String(at + 1));
  const headers = { origin: server.url };
  const sent = await timed(times.vote, due, () =>
    fetch(`${server.url}/m/${slip.key}/vote`, { method: 'POST', body, headers }),
  );
  if (sent.status === 204) confirmed += 1;
  else refused += 1;
};

const start = performance.now() + 500;
await Promise.all(
  slips.flatMap((_, index) => [onePhone(index, start), follow(start + (index / slips.length) * every)]),
);
const stored = await inCollege(db, college, (tx) =>
  tx
    .selectFrom('general_meeting_ballots')
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow(),
);
const memory = memoryOf(server.pid);

await server.stop();
await db.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });

const bar = '≤ 150, 300 phones within a minute';
report([
  { what: 'a vote stored, 300 phones, p50', value: quantile(times.vote, 0.5), unit: 'ms' },
  { what: 'a vote stored, 300 phones, p95', value: quantile(times.vote, 0.95), unit: 'ms', bar },
  { what: 'a vote stored, 300 phones, p99', value: quantile(times.vote, 0.99), unit: 'ms' },
  { what: 'the page of the vote under the same load, p95', value: quantile(times.page, 0.95), unit: 'ms', bar },
  { what: 'how things are, asked by every phone every 4 s, p95', value: quantile(times.state, 0.95), unit: 'ms', bar },
  { what: 'votes confirmed', value: confirmed, unit: '', bar: `${slips.length}` },
  { what: 'votes stored', value: stored.count, unit: '', bar: 'as many as confirmed' },
  { what: 'votes refused', value: refused, unit: '', bar: '0' },
  { what: 'sent to one phone in that minute', value: Math.round(bytes / slips.length / 1024), unit: 'KB' },
  { what: 'memory of the server at its highest', value: memory.peak, unit: 'MB' },
]);
