import { randomInt } from 'node:crypto';
import { yearOf } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepEvents } from './access.ts';
import type { EventInput } from './event.ts';
import { codeIsFree, eventById, insertEvent, setCancelled, updateEvent } from './rows.ts';

export type EventRefusal = 'no-audience' | 'ends-before-start' | 'changed-meanwhile';

const refusalOf = ({ audiences, starts, ends }: EventInput): EventRefusal | undefined => {
  if (audiences.length === 0) return 'no-audience';
  return ends <= starts ? 'ends-before-start' : undefined;
};

/** Six digits that no other event of the college has. */
const freshCode = async (ctx: Ctx): Promise<string> => {
  for (;;) {
    const code = String(randomInt(100_000, 1_000_000));
    if (await codeIsFree(ctx.db, code)) return code;
  }
};

/** Plans an event, or writes one down that was held before. Answers its id. */
export const addEvent = async (ctx: Ctx, input: EventInput): Promise<Outcome<string, EventRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  const refusal = refusalOf(input);
  if (refusal) return refused(refusal);
  const { accountId } = ctx.actor;
  const id = await insertEvent(ctx.db, { ...input, year: yearOf(input.day), code: await freshCode(ctx), accountId });
  await record(ctx, 'event.added', { kind: 'event', id }, { title: input.title, day: input.day });
  return done(id);
};

export const changeEvent = async (
  ctx: Ctx,
  { eventId, version, ...input }: EventInput & { readonly eventId: string; readonly version: number },
): Promise<Outcome<undefined, EventRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  found(await eventById(ctx.db, eventId), 'event');
  const refusal = refusalOf(input);
  if (refusal) return refused(refusal);
  if (!(await updateEvent(ctx.db, eventId, version, { ...input, year: yearOf(input.day) })))
    return refused('changed-meanwhile');
  await record(ctx, 'event.changed', { kind: 'event', id: eventId }, { day: input.day });
  return done();
};

/** Cancels an event, or brings it back; who was invited stays. */
export const cancelEvent = async (
  ctx: Ctx,
  { eventId, back }: { readonly eventId: string; readonly back: boolean },
): Promise<Outcome<undefined, 'people-came'>> => {
  demand(mayKeepEvents(ctx.actor));
  const event = found(await eventById(ctx.db, eventId), 'event');
  if (!back && event.came + event.others > 0) return refused('people-came');
  await setCancelled(ctx.db, eventId, back ? null : ctx.today);
  await record(ctx, back ? 'event.restored' : 'event.cancelled', { kind: 'event', id: eventId });
  return done();
};
