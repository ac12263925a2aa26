import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { systemActor } from '../src/app/first-sign-in.ts';
import { createCollege } from '../src/features/college/create-college.ts';
import type { CollegeScope } from '../src/kernel/actor.ts';
import { day } from '../src/kernel/day.ts';
import { connect, type Database, inCollege } from '../src/platform/db.ts';
import { migrate } from '../src/platform/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { silentLog } from '../src/platform/start-refusal.ts';
import { App } from './crash/app.ts';
import { clearAway, killDatabase, newDataDir, seeded } from './crash/driver.ts';
import { votingHall } from './hall-story.ts';

const today = day('2026-10-12');

/** Opens the cluster of a directory, of the running system where there is one, and leaves it as it was. */
const inBase = async <T>(dataDir: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const server = await startPostgres({ dataDir, log: silentLog });
  await migrate({ url: server.url });
  const db = connect(server.url, { max: 2 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
    if (!server.adopted) await server.stop();
  }
};

interface Phone {
  readonly key: string;
  readonly personId: string;
  readonly wants: readonly string[];
  /** How often it was sent until it was confirmed. */
  sent: number;
}

test('while the hall votes the server and its database are killed: no vote is lost, none is doubled', {
  timeout: 240_000,
}, async () => {
  const chance = seeded(11);
  const dataDir = await newDataDir();
  onTestFinished(() => clearAway(dataDir));
  let college = '' as CollegeScope;
  const { slips } = await inBase(dataDir, async (db) => {
    college = await createCollege(db, { fullName: 'Колледж', shortName: 'Колледж', today });
    return inCollege(db, college, (tx) =>
      votingHall({ db: tx, actor: systemActor(college), today }, { mentors: 20, mentees: 60 }),
    );
  });
  let app = await App.start(dataDir);
  onTestFinished(() => app.kill());
  let voting = true;

  /** As the phone does: the same vote with the same key until the server says that it is stored. */
  const vote = async (phone: Phone, at: number): Promise<void> => {
    await pause(at);
    const form = Object.fromEntries(phone.wants.map((id, place) => [`place-${id}`, String(place + 1)]));
    const body = { ...form, key: randomUUID(), at: String(Date.now()) };
    for (let answered = false; !answered; ) {
      phone.sent += 1;
      const answer = await app.post(`/m/${phone.key}/vote`, body).catch(() => undefined);
      answered = answer?.status === 204;
      if (answer && answer.status !== 204 && answer.status < 500)
        throw new Error(`a vote was refused: ${answer.status}`);
      if (!answered) await pause(50 + chance() * 150);
    }
  };
  const phones = slips.map(({ key, personId, side }, index): Phone => {
    const others = slips.filter((one) => one.side !== side);
    const wants = [0, 1].map((at) => others[(index * 7 + at * 3) % others.length]?.personId ?? '');
    return { key, personId, wants, sent: 0 };
  });
  const kills = async (): Promise<void> => {
    for (let round = 0; voting && round < 4; round += 1) {
      await pause(300 + chance() * 900);
      if (round % 2 === 1) await killDatabase(dataDir);
      await app.kill();
      app = await App.start(dataDir);
    }
  };
  const ending = kills();
  await Promise.all(phones.map((phone) => vote(phone, chance() * 4_000)));
  voting = false;
  await ending;
  await app.end();

  const ballots = await inBase(dataDir, (db) =>
    inCollege(db, college, (tx) => tx.selectFrom('general_meeting_ballots').select(['person_id', 'wants']).execute()),
  );
  expect(new Map(ballots.map(({ person_id, wants }) => [person_id, wants]))).toEqual(
    new Map(phones.map(({ personId, wants }) => [personId, wants])),
  );
  expect(ballots).toHaveLength(80);
  expect(phones.some(({ sent }) => sent > 1)).toBe(true);
});
