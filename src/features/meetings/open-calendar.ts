import { createHash, randomBytes } from 'node:crypto';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { insertCalendarLink, revokeCalendarLink } from './calendar-rows.ts';

/** Only hashes are stored: a copy of the database opens no calendar. */
export const calendarHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a person's own link for a calendar program; one that was there before ends. Answers the secret, once. */
export const openCalendar = async (ctx: Ctx): Promise<Outcome<string, 'no-card'>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  await revokeCalendarLink(ctx.db, personId, ctx.today);
  const token = randomBytes(24).toString('base64url');
  await insertCalendarLink(ctx.db, personId, calendarHash(token), ctx.today);
  await record(ctx, 'calendar.opened', { kind: 'person', id: personId });
  return done(token);
};

export const closeCalendar = async (ctx: Ctx): Promise<Outcome<undefined, 'no-card'>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  if (await revokeCalendarLink(ctx.db, personId, ctx.today))
    await record(ctx, 'calendar.closed', { kind: 'person', id: personId });
  return done();
};
