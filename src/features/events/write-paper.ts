import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepDocuments } from '../documents/access.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { personById } from '../people/rows.ts';
import { mayKeepEvents } from './access.ts';
import { guestsOf } from './guest-rows.ts';
import { minutesData, minutesTitle, pressData } from './paper-texts.ts';
import { eventById, setPaper } from './rows.ts';

export type EventPaper = 'minutes' | 'press';
export type PaperRefusal = 'not-held' | 'not-made';

/** Makes the draft of the minutes or of the press release out of what is known of the event. Answers the document. */
export const writePaper = async (
  ctx: PaperCtx,
  { eventId, part }: { readonly eventId: string; readonly part: EventPaper },
): Promise<Outcome<string, PaperRefusal>> => {
  demand(mayKeepEvents(ctx.actor));
  demand(mayKeepDocuments(ctx.actor));
  const event = found(await eventById(ctx.db, eventId), 'event');
  if (event.cancelledOn !== null || event.day > ctx.today) return refused('not-held');
  const guests = await guestsOf(ctx.db, eventId);
  const { controllerId, directorId } = await theCollege(ctx.db);
  const chairId = controllerId ?? directorId;
  const people = {
    chair: chairId ? await personById(ctx.db, chairId) : undefined,
    secretary: ctx.actor.personId ? await personById(ctx.db, ctx.actor.personId) : undefined,
  };
  const made = await makeDocument(
    ctx,
    part === 'minutes'
      ? { kind: 'minutes', title: minutesTitle(event), data: minutesData(event, guests, people) }
      : { kind: 'press-release', title: event.title, data: pressData(event, guests) },
  );
  if (!made.ok) return refused('not-made');
  await setPaper(ctx.db, eventId, part, made.value);
  await record(ctx, 'event.written', { kind: 'event', id: eventId }, { part });
  return done(made.value);
};
