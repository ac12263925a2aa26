import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { today } from '../../platform/clock.ts';
import { type Database, inCollege } from '../../platform/db.ts';
import { type Door, doorBehind } from './door-rows.ts';
import type { Filling } from './give-answers.ts';
import { hashOf, sheetKeyOf } from './issue-links.ts';
import { roundState } from './round.ts';

export type DoorRefusal = 'no-such-link' | 'link-expired' | 'round-over' | 'round-ahead';

export interface Visit<T> {
  readonly door: Door;
  readonly value: T;
}

/**
 * Goes through a link: finds its college and works there as nobody in particular.
 * @param browserKey what the browser of a common link holds; a personal link needs none.
 */
export const throughDoor = async <T>(
  db: Database,
  token: string,
  browserKey: string,
  work: (filling: Filling, door: Door) => Promise<T>,
): Promise<Outcome<Visit<T>, DoorRefusal>> => {
  const door = await doorBehind(db, hashOf(token));
  if (!door) return refused('no-such-link');
  const day = today(door.timeZone);
  if (door.expiresOn < day) return refused('link-expired');
  const { round } = door;
  const state = roundState(round, day);
  if (state === 'over') return refused('round-over');
  if (state === 'ahead') return refused('round-ahead');
  return inCollege(db, door.college, async (tx) => {
    const named = door.personId !== null && !round.anonymous;
    const owner = {
      personId: named ? door.personId : null,
      keyHash: named ? null : door.personId === null ? hashOf(`browser:${browserKey}`) : sheetKeyOf(token),
      groupId: door.groupId,
      way: door.personId === null ? ('common' as const) : ('link' as const),
      accountId: null,
    };
    const filling = { db: tx, today: day, round, owner, invitedId: door.personId };
    return done({ door, value: await work(filling, door) });
  });
};
