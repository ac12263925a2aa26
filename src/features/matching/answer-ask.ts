import type { Actor } from '../../kernel/actor.ts';
import { because, demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { today } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Database, inCollege } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { type AskDoor, type AskedSide, askDoorBehind, putAnswer } from './ask-rows.ts';
import { hashOfToken } from './ask-sides.ts';
import type { AskAnswer } from './desk-rows.ts';
import { proposalById } from './rows.ts';
import { linkVisitor } from './task-texts.ts';

export interface AskInput {
  readonly proposalId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly side: AskedSide;
  readonly answer: AskAnswer;
  readonly reason: string;
}

export type AnswerRefusal = 'reason-missing' | 'not-asked';

const whoAnswers = ({ side, mentorId, menteeId }: AskInput): string => (side === 'mentor' ? mentorId : menteeId);

/** Yes or no of one side: from an own account or a personal link, or told to the curator. */
const write = async (
  ctx: Ctx,
  input: AskInput,
  way: 'link' | 'account' | 'desk',
): Promise<Outcome<undefined, AnswerRefusal>> => {
  if (input.answer === 'decline' && input.reason === '') return refused('reason-missing');
  found(await proposalById(ctx.db, input.proposalId), 'proposal');
  const words = {
    answer: input.answer,
    reason: input.reason,
    way,
    accountId: way === 'link' ? null : ctx.actor.accountId,
  };
  if (!(await putAnswer(ctx.db, input, words))) return refused('not-asked');
  const action = input.answer === 'agree' ? 'proposal.agreed' : 'proposal.declined';
  await record(ctx, action, { kind: 'person', id: whoAnswers(input) }, { way });
  return done();
};

/** Somebody answers for themselves. */
export const answerOwnAsk = async (ctx: Ctx, input: AskInput): Promise<Outcome<undefined, AnswerRefusal>> => {
  demand(ctx.actor.personId === whoAnswers(input) || because('pairs.not-a-party'));
  return write(ctx, input, 'account');
};

/** The curator writes down what somebody said. */
export const answerAtDesk = async (ctx: Ctx, input: AskInput): Promise<Outcome<undefined, AnswerRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  return write(ctx, input, 'desk');
};

const nobody = '00000000-0000-0000-0000-000000000000';

/** Whoever holds a link: without a role, so that no use case of an account lets them in. */
const visitorOf = ({ college, personId }: AskDoor): Actor => ({
  college,
  accountId: nobody,
  personId,
  name: linkVisitor,
  roles: [],
  groupIds: [],
});

/** Goes through a personal link in one transaction of its college. */
export const throughAskLink = async <T>(
  db: Database,
  token: string,
  work: (ctx: Ctx, door: AskDoor) => Promise<T>,
): Promise<Outcome<T, 'no-such-link'>> => {
  const door = await askDoorBehind(db, hashOfToken(token));
  if (!door) return refused('no-such-link');
  return inCollege(db, door.college, async (tx) =>
    done(await work({ db: tx, actor: visitorOf(door), today: today(door.timeZone) }, door)),
  );
};

/** The holder of a link answers for the person of the link, about that proposal only. */
export const answerByLink = async (
  ctx: Ctx,
  door: AskDoor,
  input: Omit<AskInput, 'proposalId'>,
): Promise<Outcome<undefined, AnswerRefusal>> => {
  const ask = { ...input, proposalId: door.proposalId };
  return whoAnswers(ask) === door.personId ? write(ctx, ask, 'link') : refused('not-asked');
};
