import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepEvents } from './access.ts';
import { type Audience, type ProgrammeEvent, plainName } from './event.ts';
import { guestsOf, insertStranger, markGuest, markList, markPerson } from './guest-rows.ts';
import { eventById, setOthers } from './rows.ts';

export type MarkRefusal = 'cancelled' | 'not-yet';

export interface Attendance {
  readonly eventId: string;
  readonly guestIds: readonly string[];
  /** Whose tick the page showed: who came by QR since then keeps the mark. */
  readonly shownIds: readonly string[];
  /** Nameless guests. */
  readonly others: number;
}

/** Marks by the list who came, and how many nameless guests there were. */
export const markGuests = async (
  ctx: Ctx,
  { eventId, guestIds, shownIds, others }: Attendance,
): Promise<Outcome<undefined, MarkRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  const event = found(await eventById(ctx.db, eventId), 'event');
  if (event.cancelledOn !== null) return refused('cancelled');
  if (event.day > ctx.today) return refused('not-yet');
  const unticked = shownIds.filter((id) => !guestIds.includes(id));
  await markList(ctx.db, eventId, { ticked: guestIds, unticked });
  await setOthers(ctx.db, eventId, others);
  await record(ctx, 'event.marked', { kind: 'event', id: eventId }, { people: guestIds.length, others });
  return done();
};

export type HereRefusal = 'cancelled' | 'not-today' | 'no-card';

const notOpen = (event: ProgrammeEvent, today: Day): 'cancelled' | 'not-today' | undefined => {
  if (event.cancelledOn !== null) return 'cancelled';
  return event.day === today ? undefined : 'not-today';
};

/** A signed-in person says «I am here», on the day itself. Twice is once. */
export const markSelf = async (ctx: Ctx, eventId: string): Promise<Outcome<undefined, HereRefusal>> => {
  const event = found(await eventById(ctx.db, eventId), 'event');
  const closed = notOpen(event, ctx.today);
  if (closed) return refused(closed);
  if (ctx.actor.personId === null) return refused('no-card');
  await markPerson(ctx.db, eventId, ctx.actor.personId, 'qr');
  await record(ctx, 'event.came', { kind: 'event', id: eventId });
  return done();
};

export type DoorRefusal = 'cancelled' | 'not-today' | 'wrong-code';

/**
 * A guest without an account types the code from the screen and a name. One who was invited by that very name is marked in
 * the list; anybody else stands beside it. The answer is the same, so nobody learns who was invited.
 */
export const markByCode = async (
  ctx: Pick<Ctx, 'db' | 'today'>,
  input: { readonly eventId: string; readonly code: string; readonly name: string; readonly audience: Audience },
): Promise<Outcome<undefined, DoorRefusal>> => {
  const event = found(await eventById(ctx.db, input.eventId), 'event');
  const closed = notOpen(event, ctx.today);
  if (closed) return refused(closed);
  if (event.code !== input.code) return refused('wrong-code');
  const same = (await guestsOf(ctx.db, event.id)).filter(({ name }) => plainName(name) === plainName(input.name));
  const [only] = same;
  if (only && same.length === 1) await markGuest(ctx.db, only.id);
  else await insertStranger(ctx.db, event.id, input.name, input.audience, 'code');
  return done();
};
