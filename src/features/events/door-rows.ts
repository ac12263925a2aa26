import type { CollegeScope } from '../../kernel/actor.ts';
import { type Database, dangerouslyAsSystem, dangerouslyScope, inCollege } from '../../platform/db.ts';
import type { ProgrammeEvent } from './event.ts';
import { eventById } from './rows.ts';

/** What a guest at the door may see before signing in. */
export interface DoorEvent extends ProgrammeEvent {
  readonly college: CollegeScope;
  readonly collegeName: string;
  readonly timeZone: string;
}

/** Guests have no session: the college is found by the id in the QR code. It tells nothing but the event itself. */
export const eventAtDoor = async (db: Database, eventId: string): Promise<DoorEvent | undefined> => {
  const found = await dangerouslyAsSystem(db, (tx) =>
    tx
      .selectFrom('events as e')
      .innerJoin('colleges as c', 'c.id', 'e.college_id')
      .select(['c.id', 'c.short_name as name', 'c.time_zone as timeZone'])
      .where('e.id', '=', eventId)
      .executeTakeFirst(),
  );
  if (!found) return undefined;
  const college = dangerouslyScope(found.id);
  const event = await inCollege(db, college, (tx) => eventById(tx, eventId));
  return event && { ...event, college, collegeName: found.name, timeZone: found.timeZone };
};
