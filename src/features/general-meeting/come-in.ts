import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { guestOf } from './guest-rows.ts';
import { comeAs } from './invite-guests.ts';
import { hashOf, insertKeys, newKey } from './key-rows.ts';
import { meetingById } from './rows.ts';

export type ComeRefusal = 'closed' | 'not-asked';

/** A guest behind a key: no account, but a certain person in a certain meeting. */
export interface Visitor extends Pick<Ctx, 'db' | 'today'> {
  readonly meetingId: string;
  readonly personId: string;
}

/** «I am here» on a phone that was opened by a slip. */
export const comeBySlip = async (visitor: Visitor): Promise<Outcome<undefined, ComeRefusal>> => {
  const meeting = found(await meetingById(visitor.db, visitor.meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  await comeAs(visitor, meeting, visitor.personId, 'slip');
  return done();
};

/** A right code was typed: this phone gets a key of its own. */
export const comeByCode = async (visitor: Visitor): Promise<Outcome<string, ComeRefusal>> => keyFor(visitor, 'code');

/** A signed-in guest goes on by a key as everybody else does: one way to vote for all. */
export const comeByAccount = async (ctx: Ctx, meetingId: string): Promise<Outcome<string, ComeRefusal>> => {
  const { personId } = ctx.actor;
  if (personId === null || !(await guestOf(ctx.db, meetingId, personId))) {
    found(await meetingById(ctx.db, meetingId), 'general meeting');
    return refused('not-asked');
  }
  const key = await keyFor({ ...ctx, meetingId, personId }, 'account');
  if (key.ok) await record(ctx, 'general-meeting.came', { kind: 'person', id: personId });
  return key;
};

const keyFor = async (visitor: Visitor, how: 'code' | 'account'): Promise<Outcome<string, ComeRefusal>> => {
  const { db, meetingId, personId } = visitor;
  const meeting = found(await meetingById(db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  const key = newKey();
  await insertKeys(db, meetingId, [{ personId, kind: 'phone', hash: hashOf(key) }]);
  await comeAs(visitor, meeting, personId, how);
  return done(key);
};
