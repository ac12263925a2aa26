import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../test/house-under-test.ts';
import type { Actor } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import { type LogEntry, logMeeting } from './log-meeting.ts';
import { planMeeting } from './plan-meeting.ts';
import { meetingsOf } from './rows.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let people = 0;

const newPair = () =>
  house.inside(async (db, given) => {
    people += 1;
    const letter = 'абвгд'[people] ?? 'я';
    const mentorId = await given.student({ last: `Наставникова${letter}` });
    const menteeId = await given.student({ last: `Ученикова${letter}` });
    await given.mentor(mentorId);
    await given.mentee(menteeId);
    const { id } = await db
      .insertInto('pairs')
      .values({
        ...{ mentor_id: mentorId, mentee_id: menteeId, form: 'student-student', seat: 1, mentor_capacity: 1 },
        ...{ from_day: day('2026-09-15'), till_day: day('2027-06-30') },
        mentor_consent_id: await given.consent(mentorId),
        mentee_consent_id: await given.consent(menteeId),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { pairId: id, mentorId, menteeId };
  });

/** One request of one person: a transaction of its own, held open for a moment after its work. */
const request = <T>(role: 'mentor' | 'mentee', personId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inCollege(house.db, house.college, async (db) => {
    const actor: Actor = {
      ...{ college: house.college, accountId: randomUUID(), personId, name: role, roles: [role], groupIds: [] },
    };
    const answer = await work({ db, actor, today: day('2026-10-12') });
    await new Promise((settle) => setTimeout(settle, 150));
    return answer;
  });

const entry = (pairId: string, more: Partial<LogEntry> = {}): LogEntry => ({
  key: randomUUID(),
  pairId,
  seen: null,
  log: {
    ...{ kind: 'working', outcome: 'held', day: day('2026-10-12'), minutes: 60, reason: '', topics: [], mood: null },
    ...{ needsHelp: false, note: '', result: '', task: '', curatorNote: '' },
  },
  choice: null,
  ...more,
});

const meetingsIn = (pairId: string) => house.inside((db) => meetingsOf(db, [pairId]));

test.each([
  ['that nobody had planned', false],
  ['that was planned', true],
])('both sides log a meeting %s at once: one wins, the other is told', async (_, planned) => {
  const { pairId, mentorId, menteeId } = await newPair();
  let seen: LogEntry['seen'] = null;
  if (planned) {
    const plan = { kind: 'working', day: day('2026-10-12'), starts: '', minutes: 60, place: '', link: '' } as const;
    const made = await request('mentor', mentorId, (ctx) => planMeeting(ctx, { pairId, ...plan }));
    seen = made.ok ? { meetingId: made.value, version: 1 } : null;
  }

  const answers = await Promise.all([
    request('mentor', mentorId, (ctx) => logMeeting(ctx, entry(pairId, { seen }))),
    request('mentee', menteeId, (ctx) => logMeeting(ctx, entry(pairId, { seen }))),
  ]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'already-logged')).toHaveLength(1);
  expect((await meetingsIn(pairId)).filter(({ state }) => state === 'held')).toHaveLength(1);
});

test('a phone that sends one entry five times at once has it stored once, and every answer is the same', async () => {
  const { pairId, mentorId } = await newPair();
  const one = entry(pairId);

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => request('mentor', mentorId, (ctx) => logMeeting(ctx, one))),
  );

  const [first] = await meetingsIn(pairId);
  expect(answers).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: first?.id })));
  expect(await meetingsIn(pairId)).toHaveLength(1);
});
