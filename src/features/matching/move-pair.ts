import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { type MoveView, moveView } from './desk.ts';
import { addMove, deskPairs, movesOf, putProposed, removeProposed, undoMove } from './desk-rows.ts';
import type { Proposal } from './proposal.ts';
import { type Beside, questionOf } from './question.ts';
import { holdProposal, raiseVersion } from './rows.ts';

export interface MoveInput {
  readonly proposalId: string;
  /** The version of the desk that the person saw. */
  readonly version: number;
  readonly menteeId: string;
  /** null: leave the mentee without a mentor for now. */
  readonly mentorId: string | null;
}

export type MoveRefusal = 'changed-meanwhile' | 'decided-already' | 'nobody-such' | 'not-possible' | 'nothing-moves';

/** A move at the desk: points that the whole gains or loses. */
export const movePair = async (
  ctx: Ctx,
  input: MoveInput,
  beside: Beside = {},
): Promise<Outcome<{ readonly change: number }, MoveRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const proposal = found(await holdProposal(ctx.db, input.proposalId), 'proposal');
  if (proposal.version !== input.version) return refused('changed-meanwhile');
  const view = await viewOf(ctx, proposal, beside);
  const now = view.pairOf(input.menteeId);
  if (now?.decision === 'confirmed') return refused('decided-already');
  if ((now?.mentorId ?? null) === input.mentorId) return refused('nothing-moves');

  const outcome = await place(ctx, view, input);
  if (!outcome.ok) return outcome;
  const { change } = outcome.value;
  const sides = { menteeId: input.menteeId, fromMentorId: now?.mentorId ?? null, toMentorId: input.mentorId };
  await addMove(ctx.db, proposal.id, { ...sides, change, actorName: ctx.actor.name });
  await raiseVersion(ctx.db, proposal.id);
  await record(ctx, 'proposal.moved', { kind: 'proposal', id: proposal.id }, { change });
  return outcome;
};

/** The desk as it stands, with the registers as they are now. */
export const viewOf = async (ctx: Ctx, proposal: Proposal, beside: Beside): Promise<MoveView> => {
  const question = await questionOf(ctx, proposal, beside);
  const pairs = (await deskPairs(ctx.db, proposal.id)).filter(({ decision }) => decision !== 'refused');
  return moveView(question.ok ? { ...question.value, weights: proposal.weights } : undefined, pairs);
};

const place = async (
  { db }: Ctx,
  view: MoveView,
  { proposalId, menteeId, mentorId }: MoveInput,
): Promise<Outcome<{ change: number }, MoveRefusal>> => {
  const now = view.pairOf(menteeId);
  const left = now ? now.score : 0;
  if (mentorId === null) {
    if (now) await removeProposed(db, proposalId, now);
    return done({ change: -left });
  }
  const chance = view.chanceOf(menteeId, mentorId);
  if (!chance) return refused('nobody-such');
  if (!chance.possible) return refused('not-possible');
  if (now) await removeProposed(db, proposalId, now);
  const { form, score, reasons, caution } = chance;
  const wall = await refusedBy(db, () =>
    putProposed(db, proposalId, { mentorId, menteeId, form, score, reasons, caution }),
  );
  return wall ? refused('changed-meanwhile') : done({ change: score - left });
};

/** Takes the last move back, by the same rules: what has become impossible stays as it is. */
export const undoLastMove = async (
  ctx: Ctx,
  { proposalId, version }: Pick<MoveInput, 'proposalId' | 'version'>,
  beside: Beside = {},
): Promise<Outcome<{ readonly change: number }, MoveRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  const proposal = found(await holdProposal(ctx.db, proposalId), 'proposal');
  if (proposal.version !== version) return refused('changed-meanwhile');
  const [last] = await movesOf(ctx.db, proposalId);
  if (!last) return refused('nothing-moves');
  const view = await viewOf(ctx, proposal, beside);
  const now = view.pairOf(last.menteeId);
  if (now?.decision === 'confirmed') return refused('decided-already');
  if ((now?.mentorId ?? null) !== last.toMentorId) return refused('changed-meanwhile');

  const outcome = await place(ctx, view, { proposalId, version, menteeId: last.menteeId, mentorId: last.fromMentorId });
  if (!outcome.ok) return outcome;
  await undoMove(ctx.db, proposalId, last.number);
  await raiseVersion(ctx.db, proposalId);
  await record(ctx, 'proposal.move-undone', { kind: 'proposal', id: proposalId }, { change: outcome.value.change });
  return outcome;
};
