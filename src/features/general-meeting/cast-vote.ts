import { randomUUID } from 'node:crypto';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { now } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayEnterBallots } from './access.ts';
import { type Ballot, type BallotProblem, problemOf } from './ballot.ts';
import { ballotOf, putVote } from './ballot-rows.ts';
import type { Visitor } from './come-in.ts';
import { guestLines, guestOf, idsOfSide } from './guest-rows.ts';
import { comeAs } from './invite-guests.ts';
import { otherSide } from './meeting.ts';
import { meetingById } from './rows.ts';

export type VoteRefusal = BallotProblem | 'not-yet' | 'closed';

export interface PhoneVote extends Ballot {
  readonly key: string;
  /** When the button was pressed, by the phone's clock set to the server's; never later than now. */
  readonly at: Date;
}

/**
 * A vote from a phone. The same key twice is one vote; an older one that comes late changes nothing. Done means that this vote or
 * a newer one of the same guest is stored, so a phone may send until it hears so.
 */
export const castVote = async (visitor: Visitor, vote: PhoneVote): Promise<Outcome<undefined, VoteRefusal>> => {
  const { db, meetingId, personId } = visitor;
  const before = await ballotOf(db, meetingId, personId);
  if (before && (before.key === vote.key || before.at > vote.at)) return done();
  const meeting = found(await meetingById(db, meetingId), 'general meeting');
  if (meeting.state === 'closed') return refused('closed');
  if (meeting.state !== 'voting') return refused('not-yet');
  const guest = found(await guestOf(db, meetingId, personId), 'guest');
  const known = new Set(await idsOfSide(db, meetingId, otherSide(guest.side)));
  const problem = problemOf(vote, { mostWishes: meeting.mostWishes, known });
  if (problem) return refused(problem);

  const at = new Date(Math.min(vote.at.getTime(), now().getTime()));
  const { key, wants, helps, avoids } = vote;
  const stored = await putVote(db, { meetingId, personId, key, at, source: 'phone', wants, helps, avoids }, ['voting']);
  if (!stored && !(await ballotOf(db, meetingId, personId))) return refused('closed');
  if (!guest.came) await comeAs(visitor, meeting, personId, 'slip');
  return done();
};

export type PaperRefusal = BallotProblem | 'closed' | 'no-such-number';

export interface PaperVote {
  readonly meetingId: string;
  readonly personId: string;
  /** Numbers as they stand on the ballot. */
  readonly wants: readonly number[];
  readonly helps: readonly number[];
  readonly avoids: readonly number[];
}

/** A paper ballot, typed by its numbers in any part of the meeting until it closes. It stands for the later word. */
export const enterPaper = async (ctx: Ctx, paper: PaperVote): Promise<Outcome<undefined, PaperRefusal>> => {
  demand(mayEnterBallots(ctx.actor));
  const { meetingId, personId } = paper;
  const meeting = found(await meetingById(ctx.db, meetingId), 'general meeting');
  const guest = found(await guestOf(ctx.db, meetingId, personId), 'guest');
  if (meeting.state === 'closed') return refused('closed');
  const others = (await guestLines(ctx.db, meetingId)).filter(({ side }) => side !== guest.side);
  const byNumber = new Map(others.map((one) => [one.number, one.personId]));
  const idsOf = (numbers: readonly number[]) => numbers.map((number) => byNumber.get(number) ?? '');
  const ballot = { wants: idsOf(paper.wants), helps: idsOf(paper.helps), avoids: idsOf(paper.avoids) };
  if (Object.values(ballot).some((ids) => ids.includes(''))) return refused('no-such-number');
  const problem = problemOf(ballot, { mostWishes: meeting.mostWishes, known: new Set(byNumber.values()) });
  if (problem) return refused(problem);

  const vote = { ...ballot, meetingId, personId, key: randomUUID(), at: now(), source: 'paper' as const };
  if (!(await putVote(ctx.db, vote, ['gathering', 'cards', 'rounds', 'voting']))) return refused('closed');
  await comeAs(ctx, meeting, personId, 'curator');
  await record(ctx, 'general-meeting.paper-entered', { kind: 'person', id: personId });
  return done();
};
