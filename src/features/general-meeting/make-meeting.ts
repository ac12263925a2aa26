import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { record } from '../../platform/journal.ts';
import { eventById } from '../events/rows.ts';
import { addEvent } from '../events/save-event.ts';
import { mayKeepMeetings } from './access.ts';
import { basesAreEmpty, inviteBases } from './guest-rows.ts';
import { insertMeeting } from './rows.ts';

export interface MeetingInput {
  /** An event that is in the plan already; null: one is made of what follows. */
  readonly eventId: string | null;
  readonly title: string;
  readonly day: Day;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly rounds: number;
  readonly roundMinutes: number;
  readonly mostWishes: number;
}

export type MakeRefusal =
  | 'no-such-event'
  | 'event-cancelled'
  | 'already-made'
  | 'ends-before-start'
  | 'nobody-to-invite';

const eventFor = async (ctx: Ctx, input: MeetingInput): Promise<Outcome<string, MakeRefusal>> => {
  if (input.eventId !== null) {
    const event = await eventById(ctx.db, input.eventId);
    if (!event) return refused('no-such-event');
    return event.cancelledOn === null ? done(event.id) : refused('event-cancelled');
  }
  const { title, day, starts, ends, place } = input;
  const audiences = ['students', 'teachers', 'graduates', 'employers'] as const;
  const made = await addEvent(ctx, {
    kind: 'meeting',
    aim: 'other',
    audiences,
    note: '',
    title,
    day,
    starts,
    ends,
    place,
  });
  return made.ok ? made : refused('ends-before-start');
};

/** Makes a general meeting and invites everybody of both bases. The event it is held as keeps attendance, photos and minutes. */
export const makeMeeting = async (
  ctx: Ctx,
  year: number,
  input: MeetingInput,
): Promise<Outcome<string, MakeRefusal>> => {
  demand(mayKeepMeetings(ctx.actor));
  if (input.eventId === null && input.ends <= input.starts) return refused('ends-before-start');
  if (await basesAreEmpty(ctx.db)) return refused('nobody-to-invite');
  const event = await eventFor(ctx, input);
  if (!event.ok) return event;

  const { rounds, roundMinutes, mostWishes } = input;
  const { accountId } = ctx.actor;
  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    id = await insertMeeting(ctx.db, { year, eventId: event.value, rounds, roundMinutes, mostWishes, accountId });
  });
  if (wall) return refused('already-made');
  const invited = await inviteBases(ctx.db, id);
  await record(ctx, 'general-meeting.made', { kind: 'general-meeting', id }, { invited });
  return done(id);
};
