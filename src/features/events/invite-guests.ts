import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { invitableGroups, mayKeepEvents } from './access.ts';
import { invitePersons, peopleToInvite } from './guest-rows.ts';
import { eventById } from './rows.ts';

export type GuestRefusal = 'nobody-chosen' | 'cancelled' | 'not-own-group';

export interface Guests {
  readonly eventId: string;
  readonly groupIds: readonly string[];
  /** Everybody of these kinds: staff, specialists, graduates. */
  readonly kinds: readonly ('staff' | 'specialist' | 'graduate')[];
}

/** Invites whole groups and circles of people; nobody twice. Answers how many are new in the list. */
export const inviteGuests = async (
  ctx: Ctx,
  { eventId, groupIds, kinds }: Guests,
): Promise<Outcome<number, GuestRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  const event = found(await eventById(ctx.db, eventId), 'event');
  if (event.cancelledOn !== null) return refused('cancelled');
  const groups = invitableGroups(ctx.actor);
  if (groups !== 'all' && (kinds.length > 0 || groupIds.some((id) => !groups.includes(id))))
    return refused('not-own-group');
  const people = await peopleToInvite(ctx.db, { groupIds, kinds });
  if (people.length === 0) return refused('nobody-chosen');
  const fresh = await invitePersons(ctx.db, eventId, people);
  await record(ctx, 'event.invited', { kind: 'event', id: eventId }, { people: fresh });
  return done(fresh);
};
