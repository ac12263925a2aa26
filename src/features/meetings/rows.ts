import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { type CollegeDb, refusedBy } from '../../platform/db.ts';
import type { Meeting, MeetingLog, MeetingPlan } from './meeting.ts';
import { stateOf } from './meeting.ts';

const select = (where: RawBuilder<unknown>) => sql<Meeting>`
  select m.id, m.pair_id as "pairId", m.kind, m.state, m.day, m.starts, m.minutes, m.place, m.link, m.occasion, m.absent,
    m.reason, m.topics, m.mood, m.note, m.result, m.task, m.mentee_note as "menteeNote", m.needs_help as "needsHelp",
    m.mentee_here_at is not null as "menteeHere", m.mentee_confirmed_on as "menteeConfirmedOn", m.logged_on as "loggedOn",
    m.logged_side as "loggedSide", m.door_key as "doorKey", m.version
  from meetings m where ${where} order by m.day, m.starts, m.occasion, m.id`;

/** All meetings of some pairs, the earliest first. */
export const meetingsOf = async (db: CollegeDb, pairIds: readonly string[]): Promise<Meeting[]> =>
  (await select(sql`m.pair_id = any(${sql.val([...pairIds])}::uuid[])`).execute(db)).rows;

export const meetingById = async (db: CollegeDb, id: string): Promise<Meeting | undefined> =>
  (await select(sql`m.id = ${id}::uuid`).execute(db)).rows[0];

/** The log that stands on this day of the pair, if there is one. */
export const loggedOn = async (
  db: CollegeDb,
  pairId: string,
  day: Day,
  occasion: number,
): Promise<Meeting | undefined> =>
  (
    await select(
      sql`m.pair_id = ${pairId}::uuid and m.day = ${day}::date and m.occasion = ${occasion} and m.state in ('held', 'missed')`,
    ).execute(db)
  ).rows[0];

/** The first number of a day that no log of the pair has. */
export const freeOccasion = async (db: CollegeDb, pairId: string, day: Day): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(occasion), 0) + 1 as next from meetings
    where pair_id = ${pairId}::uuid and day = ${day}::date and state in ('held', 'missed')`.execute(db);
  return rows[0]?.next ?? 1;
};

export interface Author {
  readonly personId: string | null;
  readonly side: 'mentor' | 'mentee' | 'curator';
  readonly on: Day;
}

const loggedValues = (log: MeetingLog, { personId, side, on }: Author) => {
  const { state, absent } = stateOf(log.outcome);
  const told = state === 'cancelled' ? null : on;
  return {
    ...{ kind: log.kind, state, absent, day: log.day, minutes: log.minutes, reason: log.reason },
    ...{ topics: [...log.topics], mood: log.mood, result: log.result, task: log.task, needs_help: log.needsHelp },
    // The mentee's words have a column of their own, so that neither side writes over the other.
    ...(side === 'mentee' ? { mentee_note: log.note } : { note: log.note }),
    ...{ logged_on: told, logged_by: told === null ? null : personId, logged_side: told === null ? null : side },
  };
};

/** Writes a log of a meeting that nobody had planned. Answers its id; undefined when that meeting has been told of. */
export const insertLogged = async (
  db: CollegeDb,
  entry: { pairId: string; log: MeetingLog; author: Author; occasion: number; doorKey: string },
): Promise<string | undefined> => {
  const row = await db
    .insertInto('meetings')
    .values({
      ...loggedValues(entry.log, entry.author),
      pair_id: entry.pairId,
      occasion: entry.occasion,
      door_key: entry.doorKey,
      planned_by: entry.author.personId,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
};

/** Writes a log into a meeting of this version. 'changed' when it is another version by now, or the wall in the way. */
export const updateLogged = async (
  db: CollegeDb,
  entry: { id: string; version: number; log: MeetingLog; author: Author; occasion: number },
): Promise<'done' | 'changed' | 'one_log_of_a_meeting'> => {
  let written = false;
  const wall = await refusedBy(db, async () => {
    const { numUpdatedRows } = await db
      .updateTable('meetings')
      .set((is) => ({
        ...loggedValues(entry.log, entry.author),
        occasion: entry.occasion,
        version: is('version', '+', 1),
      }))
      .where('id', '=', entry.id)
      .where('version', '=', entry.version)
      .executeTakeFirst();
    written = numUpdatedRows > 0n;
  });
  if (wall === 'one_log_of_a_meeting') return wall;
  if (wall) throw new Error(`a log met the wall ${wall}`);
  return written ? 'done' : 'changed';
};

export const insertPlanned = async (
  db: CollegeDb,
  { pairId, doorKey, personId, ...plan }: MeetingPlan & { pairId: string; doorKey: string; personId: string | null },
): Promise<string> => {
  const row = await db
    .insertInto('meetings')
    .values({ ...plan, pair_id: pairId, state: 'planned', door_key: doorKey, planned_by: personId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when the meeting changed since that version, or is planned no more. */
export const updatePlanned = async (
  db: CollegeDb,
  id: string,
  version: number,
  change: MeetingPlan | { readonly state: 'cancelled'; readonly reason: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('meetings')
    .set((is) => ({ ...change, mentee_here_at: null, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** The mentee's own words, with the tick that it was so. */
export const setMenteeWords = async (
  db: CollegeDb,
  id: string,
  { note, confirmedOn }: { note: string; confirmedOn: Day | null },
): Promise<void> => {
  await db
    .updateTable('meetings')
    .set((is) => ({ mentee_note: note, mentee_confirmed_on: confirmedOn, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** The words of the mentor, who adds to what stands there. */
export const appendNote = async (db: CollegeDb, id: string, note: string): Promise<void> => {
  await db
    .updateTable('meetings')
    .set((is) => ({ note, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const setHere = async (db: CollegeDb, id: string, at: Date): Promise<void> => {
  await db
    .updateTable('meetings')
    .set((is) => ({ mentee_here_at: is.fn.coalesce('mentee_here_at', is.val(at)) }))
    .where('id', '=', id)
    .execute();
};

/** The mentor's words for the curator. Empty words take them away. */
export const putSecret = async (db: CollegeDb, meetingId: string, note: string): Promise<void> => {
  if (note === '') {
    await db.deleteFrom('meeting_secrets').where('meeting_id', '=', meetingId).execute();
    return;
  }
  await db
    .insertInto('meeting_secrets')
    .values({ meeting_id: meetingId, note })
    .onConflict((clash) => clash.columns(['college_id', 'meeting_id']).doUpdateSet({ note }))
    .execute();
};

export const secretOf = async (db: CollegeDb, meetingId: string): Promise<string> =>
  (await db.selectFrom('meeting_secrets').select('note').where('meeting_id', '=', meetingId).executeTakeFirst())
    ?.note ?? '';
