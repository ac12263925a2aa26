import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepTraining } from './access.ts';
import type { Participant } from './programme.ts';
import { participantsOf } from './programme-rows.ts';
import { type DoorRefusal, doorRefusal } from './session.ts';
import { insertAttendance, isParticipant, presentAt, removeAttendance, sessionById } from './session-rows.ts';

export type AttendRefusal = DoorRefusal | 'day-ahead' | 'no-person' | 'not-a-participant' | 'unknown-code';

/** Somebody scanned the code on the wall with the own phone: present, if they take part and it is the day. */
export const attendByDoor = async (
  ctx: Ctx,
  sessionId: string,
  code: string,
): Promise<Outcome<undefined, AttendRefusal>> => {
  const session = found(await sessionById(ctx.db, sessionId), 'session');
  const closed = doorRefusal(session, code, ctx.today);
  if (closed) return refused(closed);
  const { personId, accountId } = ctx.actor;
  if (personId === null) return refused('no-person');
  if (!(await isParticipant(ctx.db, session.programmeId, personId))) return refused('not-a-participant');

  const added = await insertAttendance(ctx.db, sessionId, [personId], { way: 'qr', accountId });
  if (added > 0) await record(ctx, 'session.attended', { kind: 'session', id: sessionId }, { way: 'qr' });
  return done();
};

/** Somebody without an account told the six digits at the desk. Answers who it is. */
export const attendByCode = async (
  ctx: Ctx,
  sessionId: string,
  code: string,
): Promise<Outcome<Participant, AttendRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const session = found(await sessionById(ctx.db, sessionId), 'session');
  if (session.cancelledOn !== null) return refused('session-cancelled');
  if (session.day > ctx.today) return refused('day-ahead');
  const who = (await participantsOf(ctx.db, session.programmeId)).find((one) => one.code === code);
  if (!who) return refused('unknown-code');

  const { accountId } = ctx.actor;
  const added = await insertAttendance(ctx.db, sessionId, [who.personId], { way: 'code', accountId });
  if (added > 0) await record(ctx, 'session.attended', { kind: 'session', id: sessionId }, { way: 'code' });
  return done(who);
};

/**
 * The list as somebody ticked it: those of the list who are ticked are present, the others are not. People who were not on the
 * shown list stay as they are, so a phone that marks itself meanwhile is not undone.
 */
export const markList = async (
  ctx: Ctx,
  sessionId: string,
  { shown, present }: { readonly shown: readonly string[]; readonly present: readonly string[] },
): Promise<Outcome<number, AttendRefusal>> => {
  demand(mayKeepTraining(ctx.actor));
  const session = found(await sessionById(ctx.db, sessionId), 'session');
  if (session.cancelledOn !== null) return refused('session-cancelled');
  if (session.day > ctx.today) return refused('day-ahead');
  const people = new Set((await participantsOf(ctx.db, session.programmeId)).map(({ personId }) => personId));
  const came = present.filter((id) => people.has(id));

  await removeAttendance(
    ctx.db,
    sessionId,
    shown.filter((id) => !came.includes(id)),
  );
  await insertAttendance(ctx.db, sessionId, came, { way: 'list', accountId: ctx.actor.accountId });
  const now = await presentAt(ctx.db, sessionId);
  await record(ctx, 'session.list-marked', { kind: 'session', id: sessionId }, { present: now.size });
  return done(now.size);
};
