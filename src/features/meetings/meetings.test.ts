import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { story, type World } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { Failure } from '../../kernel/failure.ts';
import { confirmMeeting } from './confirm-meeting.ts';
import { lastMeetingOf, meetingFacts, noShowsOf } from './fact-rows.ts';
import { codeState, hereCode } from './here-code.ts';
import { type LogEntry, logMeeting } from './log-meeting.ts';
import { markHere } from './mark-here.ts';
import type { MeetingLog, MeetingPlan } from './meeting.ts';
import { nextMeetingOf } from './own-rows.ts';
import { cancelMeeting, changeMeeting, planMeeting } from './plan-meeting.ts';
import { meetingById, meetingsOf, secretOf } from './rows.ts';
import { dropLog, joinLog } from './settle-log.ts';

const pairIn = async ({ db, given, ctx }: World) => {
  const mentorId = await given.student({ last: 'Зорин', first: 'Максим' });
  const menteeId = await given.student({ last: 'Ашихмина', first: 'Полина' });
  await given.mentor(mentorId);
  await given.mentee(menteeId);
  const row = await db
    .insertInto('pairs')
    .values({
      mentor_id: mentorId,
      mentee_id: menteeId,
      form: 'student-student',
      from_day: day('2026-09-15'),
      till_day: day('2027-06-30'),
      seat: 1,
      mentor_capacity: 1,
      mentor_consent_id: await given.consent(mentorId),
      mentee_consent_id: await given.consent(menteeId),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const mentor = ctx({ roles: ['mentor'], personId: mentorId });
  const mentee = ctx({ roles: ['mentee'], personId: menteeId });
  return { pairId: row.id, mentorId, menteeId, mentor, mentee };
};

const log = (more: Partial<MeetingLog> = {}): MeetingLog => ({
  kind: 'working',
  outcome: 'held',
  day: day('2026-10-12'),
  minutes: 60,
  reason: '',
  topics: ['Разговор'],
  mood: 3,
  needsHelp: false,
  note: '',
  result: '',
  task: '',
  curatorNote: '',
  ...more,
});

const entry = (pairId: string, more: Partial<LogEntry> = {}): LogEntry => ({
  key: randomUUID(),
  pairId,
  seen: null,
  log: log(),
  choice: null,
  ...more,
});

const plan = (more: Partial<MeetingPlan> = {}): MeetingPlan => ({
  kind: 'trial',
  day: day('2026-10-12'),
  starts: '14:30',
  minutes: 60,
  place: 'ауд. 305',
  link: '',
  ...more,
});

const must = <T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
};

test(
  'an entry that is sent again is stored once, and answers as the first time',
  story(async (world) => {
    const { pairId, mentor } = await pairIn(world);
    const one = entry(pairId);

    const first = must(await logMeeting(mentor, one));
    const second = must(await logMeeting(mentor, one));

    expect(second).toBe(first);
    expect(await meetingsOf(world.db, [pairId])).toHaveLength(1);
  }),
);

test(
  'the second side to log a meeting is told, adds its words, and nothing is lost',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const meetingId = must(await logMeeting(mentor, entry(pairId, { log: log({ note: 'Собрали схему' }) }))) ?? '';
    const late = entry(pairId, { log: log({ minutes: 30, note: 'Мне понравилось' }) });

    expect(await logMeeting(mentee, late)).toEqual({ ok: false, reason: 'already-logged' });
    must(await joinLog(mentee, { key: late.key, pairId, meetingId, note: late.log.note, curatorNote: '' }));

    const stands = await meetingById(world.db, meetingId);
    expect(stands).toMatchObject({ minutes: 60, note: 'Собрали схему', menteeNote: 'Мне понравилось' });
    expect(stands?.menteeConfirmedOn).toBe('2026-10-12');
    expect(must(await logMeeting(mentee, late))).toBe(meetingId);
  }),
);

test(
  'two meetings on one day are told apart by hand, and an own entry may be taken back',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    await logMeeting(mentor, entry(pairId));
    must(await logMeeting(mentee, entry(pairId, { choice: 'apart' })));
    const unwanted = entry(pairId);
    expect((await logMeeting(mentee, unwanted)).ok).toBe(false);
    await dropLog(mentee, unwanted);

    expect(await meetingsOf(world.db, [pairId])).toHaveLength(2);
    expect(must(await logMeeting(mentee, unwanted))).toBeNull();
  }),
);

test(
  'a log made without a network of a meeting that was moved meanwhile shows both; the mentor may have it as it was',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const meetingId = must(await planMeeting(mentor, { pairId, ...plan() }));
    const seen = { meetingId, version: 1 };
    must(await changeMeeting(mentee, { meetingId, version: 1, ...plan({ day: day('2026-10-16') }) }));
    const offline = entry(pairId, { seen });

    expect(await logMeeting(mentor, offline)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    must(await logMeeting(mentor, { ...offline, seen: { meetingId, version: 2 }, choice: 'over' }));

    expect(await meetingsOf(world.db, [pairId])).toMatchObject([{ id: meetingId, state: 'held', day: '2026-10-12' }]);
  }),
);

test(
  'a log of the day of a plan becomes that meeting, not a second one',
  story(async (world) => {
    const { pairId, mentor } = await pairIn(world);
    const planned = must(await planMeeting(mentor, { pairId, ...plan() }));

    expect(must(await logMeeting(mentor, entry(pairId)))).toBe(planned);
  }),
);

test(
  'a mentee does not write over the log of the mentor',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const meetingId = must(await logMeeting(mentor, entry(pairId))) ?? '';
    const over = entry(pairId, { seen: { meetingId, version: 1 }, choice: 'over', log: log({ outcome: 'no-mentor' }) });

    expect(await logMeeting(mentee, over)).toEqual({ ok: false, reason: 'not-yours-to-change' });
    expect((await confirmMeeting(mentee, { meetingId, note: 'Так и было', confirmed: true })).ok).toBe(true);
  }),
);

test(
  'words for the curator are kept apart, and only when a mentor writes them',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const told = must(await logMeeting(mentor, entry(pairId, { log: log({ curatorNote: 'Нужен психолог' }) }))) ?? '';
    const tried = entry(pairId, { choice: 'apart', log: log({ curatorNote: 'Я тоже хочу' }) });
    const other = must(await logMeeting(mentee, tried)) ?? '';

    expect(await secretOf(world.db, told)).toBe('Нужен психолог');
    expect(await secretOf(world.db, other)).toBe('');
  }),
);

test(
  'nothing is logged ahead of time, outside the pair’s term, or by a stranger',
  story(async (world) => {
    const { pairId, mentor } = await pairIn(world);
    const at = (iso: string) => logMeeting(mentor, entry(pairId, { log: log({ day: day(iso) }) }));

    expect(await at('2026-10-13')).toEqual({ ok: false, reason: 'day-ahead' });
    expect(await at('2026-09-14')).toEqual({ ok: false, reason: 'outside-period' });
    const stranger = world.ctx({ roles: ['mentor'], personId: randomUUID() });
    await expect(logMeeting(stranger, entry(pairId))).rejects.toThrow(Failure);
  }),
);

test(
  'a plan is refused behind today, twice at one time, and by a stale page',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const yesterday = { pairId, ...plan({ day: day('2026-10-11') }) };
    expect(await planMeeting(mentor, yesterday)).toEqual({ ok: false, reason: 'day-behind' });
    const meetingId = must(await planMeeting(mentor, { pairId, ...plan() }));
    expect(await planMeeting(mentee, { pairId, ...plan() })).toEqual({ ok: false, reason: 'same-time' });
    must(await cancelMeeting(mentee, { meetingId, version: 1, reason: 'Заболела' }));

    const stale = { meetingId, version: 1, ...plan({ starts: '15:00' }) };
    expect(await changeMeeting(mentor, stale)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await nextMeetingOf(world.db, mentor.actor.personId ?? '', mentor.today)).toBeUndefined();
  }),
);

test(
  'the code of the mentor’s phone marks the mentee, for a quarter of an hour and for nobody else',
  story(async (world) => {
    const { pairId, mentor, mentee } = await pairIn(world);
    const meetingId = must(await planMeeting(mentor, { pairId, ...plan() }));
    const meeting = await meetingById(world.db, meetingId);
    if (!meeting) throw new Error('a meeting');
    const shown = new Date('2026-10-12T11:30:00Z');
    const code = hereCode(meeting, new Date(shown.getTime() + 15 * 60_000));
    const later = new Date(shown.getTime() + 16 * 60_000);

    expect(codeState({ ...meeting, id: randomUUID() }, code, shown)).toBe('wrong');
    expect(await markHere(mentor, { meetingId, code, now: shown })).toEqual({ ok: false, reason: 'not-the-mentee' });
    expect(await markHere(mentee, { meetingId, code, now: later })).toEqual({ ok: false, reason: 'code-over' });
    must(await markHere(mentee, { meetingId, code, now: shown }));
    expect((await meetingById(world.db, meetingId))?.menteeHere).toBe(true);
    expect((await logMeeting(mentor, entry(pairId, { seen: { meetingId, version: 1 } }))).ok).toBe(true);
  }),
);

test(
  'facts tell who meets, who is silent and who does not come',
  story(async (world) => {
    const { pairId, mentorId, menteeId, mentor } = await pairIn(world);
    const quiet = await meetingFacts(world.db, 2026, day('2026-10-12'));
    expect(quiet).toMatchObject({ running: 1, dueToMeet: 1, met: 0, dueToSpeak: 1, speaking: 0 });
    await logMeeting(mentor, entry(pairId, { log: log({ day: day('2026-09-24') }) }));
    await logMeeting(mentor, entry(pairId, { log: log({ day: day('2026-10-01'), outcome: 'no-mentee' }) }));

    expect(await meetingFacts(world.db, 2026, day('2026-10-12'))).toMatchObject({
      met: 1,
      speaking: 1,
      held: 1,
      missed: 1,
    });
    expect(await meetingFacts(world.db, 2026, day('2026-10-16'))).toMatchObject({ met: 1, speaking: 0 });
    expect((await lastMeetingOf(world.db, [pairId])).get(pairId)?.day).toBe('2026-09-24');
    const noShows = await noShowsOf(world.db, [mentorId, menteeId]);
    expect(noShows.get(menteeId)).toEqual({ missed: 1, meetings: 2 });
    expect(noShows.get(mentorId)).toEqual({ missed: 0, meetings: 2 });
  }),
);
