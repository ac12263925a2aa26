import { createHash, randomBytes, randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { CollegeScope } from '../../kernel/actor.ts';
import { type CollegeDb, type Database, dangerouslyAsSystem, dangerouslyScope } from '../../platform/db.ts';

/** Only hashes are stored: a copy of the database opens no page. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const newKey = (): string => randomBytes(18).toString('base64url');

/** Eight digits, so that a phone shows its number pad; they work only in their own meeting, and only while it runs. */
export const newCode = (): string => String(randomInt(10_000_000, 100_000_000));

export const codeHash = (meetingId: string, code: string): string => hashOf(`${meetingId}:${code}`);

export interface NewKey {
  readonly personId: string;
  readonly kind: 'slip' | 'code' | 'phone';
  readonly hash: string;
}

/** New slips: the earlier slips and codes of these guests stop working; phones that are in stay in. */
export const replaceSlips = async (db: CollegeDb, meetingId: string, keys: readonly NewKey[]): Promise<void> => {
  const people = [...new Set(keys.map(({ personId }) => personId))];
  await sql`delete from general_meeting_keys where meeting_id = ${meetingId}::uuid and kind <> 'phone'
    and person_id = any(${sql.val(people)}::uuid[])`.execute(db);
  await insertKeys(db, meetingId, keys);
};

export const insertKeys = async (db: CollegeDb, meetingId: string, keys: readonly NewKey[]): Promise<void> => {
  if (keys.length === 0) return;
  await db
    .insertInto('general_meeting_keys')
    .values(
      keys.map(({ personId, kind, hash }) => ({ meeting_id: meetingId, person_id: personId, kind, key_hash: hash })),
    )
    .execute();
};

/** Codes lead nowhere after the end; links stay, so that a phone hears that its vote was counted. */
export const dropCodes = async (db: CollegeDb, meetingId: string): Promise<void> => {
  await db.deleteFrom('general_meeting_keys').where('meeting_id', '=', meetingId).where('kind', '=', 'code').execute();
};

export interface Door {
  readonly college: CollegeScope;
  readonly timeZone: string;
  readonly meetingId: string;
  readonly personId: string;
}

const doorWhere = async (db: Database, hash: string): Promise<Door | undefined> => {
  const found = await dangerouslyAsSystem(db, (tx) =>
    tx
      .selectFrom('general_meeting_keys as k')
      .innerJoin('colleges as c', 'c.id', 'k.college_id')
      .select(['c.id', 'c.time_zone as timeZone', 'k.meeting_id as meetingId', 'k.person_id as personId'])
      .where('k.key_hash', '=', hash)
      .executeTakeFirst(),
  );
  return found && { ...found, college: dangerouslyScope(found.id) };
};

/** Guests have no session: the college and the person are found by the key of the slip. */
export const doorBehind = (db: Database, key: string): Promise<Door | undefined> => doorWhere(db, hashOf(key));

/** The same by the short code of a slip, typed into the page that the code on the screen opens. */
export const doorByCode = (db: Database, meetingId: string, code: string): Promise<Door | undefined> =>
  doorWhere(db, codeHash(meetingId, code));

/** What the page behind the code on the screen shows: which meeting, and that it exists. */
export const meetingAtDoor = (
  db: Database,
  id: string,
): Promise<{ title: string; collegeName: string; state: string } | undefined> =>
  dangerouslyAsSystem(db, (tx) =>
    tx
      .selectFrom('general_meetings as m')
      .innerJoin('colleges as c', 'c.id', 'm.college_id')
      .innerJoin('events as e', (join) =>
        join.onRef('e.id', '=', 'm.event_id').onRef('e.college_id', '=', 'm.college_id'),
      )
      .select(['e.title', 'c.short_name as collegeName', 'm.state'])
      .where('m.id', '=', id)
      .executeTakeFirst(),
  );
