import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayKeepRewards, mayPropose } from './access.ts';
import { workFacts } from './achievement-rows.ts';
import {
  insertNomination,
  type NominationInput,
  nominationById,
  nomineesOf,
  putNominee,
  setAwarded,
  updateNomination,
} from './nomination-rows.ts';

export type NominationRefusal = 'title-taken' | 'changed-meanwhile';
export type NomineeRefusal = 'closed' | 'not-that-side' | 'awarded-already';
export type AwardRefusal = 'not-closed-yet' | 'nobody';

export const openNomination = async (ctx: Ctx, input: NominationInput): Promise<Outcome<string, 'title-taken'>> => {
  demand(mayKeepRewards(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const id = await insertNomination(ctx.db, { ...input, year: currentYear });
  if (id === undefined) return refused('title-taken');
  await record(ctx, 'nomination.opened', { kind: 'nomination', id }, { title: input.title });
  return done(id);
};

export const changeNomination = async (
  ctx: Ctx,
  { nominationId, version, ...input }: NominationInput & { readonly nominationId: string; readonly version: number },
): Promise<Outcome<undefined, NominationRefusal>> => {
  demand(mayKeepRewards(ctx.actor));
  found(await nominationById(ctx.db, nominationId), 'nomination');
  const outcome = await updateNomination(ctx.db, { ...input, id: nominationId, version });
  if (outcome !== 'done') return refused(outcome);
  await record(ctx, 'nomination.changed', { kind: 'nomination', id: nominationId });
  return done();
};

/** Names somebody of this year's pairs for a nomination while it is open; the same person again changes the words. */
export const nameNominee = async (
  ctx: Ctx,
  {
    nominationId,
    personId,
    words,
  }: { readonly nominationId: string; readonly personId: string; readonly words: string },
): Promise<Outcome<undefined, NomineeRefusal>> => {
  demand(mayPropose(ctx.actor));
  const nomination = found(await nominationById(ctx.db, nominationId), 'nomination');
  if (ctx.today > nomination.closesOn) return refused('closed');
  const facts = await workFacts(ctx.db, nomination.year, ctx.today, personId);
  if (!facts.some(({ side }) => side === nomination.side)) return refused('not-that-side');
  const known = (await nomineesOf(ctx.db, nominationId)).find((one) => one.personId === personId);
  if (known?.awardedOn) return refused('awarded-already');

  const { accountId } = ctx.actor;
  await putNominee(ctx.db, nominationId, { personId, words, namedOn: ctx.today, accountId });
  await record(ctx, 'nominee.named', { kind: 'nomination', id: nominationId }, { personId });
  return done();
};

/** Who gets the award, once naming is over. Deciding again replaces the former decision. */
export const decideAwards = async (
  ctx: Ctx,
  { nominationId, personIds }: { readonly nominationId: string; readonly personIds: readonly string[] },
): Promise<Outcome<undefined, AwardRefusal>> => {
  demand(mayKeepRewards(ctx.actor));
  const nomination = found(await nominationById(ctx.db, nominationId), 'nomination');
  if (ctx.today <= nomination.closesOn) return refused('not-closed-yet');
  const named = new Set((await nomineesOf(ctx.db, nominationId)).map(({ personId }) => personId));
  const chosen = personIds.filter((id) => named.has(id));
  if (chosen.length === 0) return refused('nobody');
  await setAwarded(ctx.db, nominationId, chosen, ctx.today);
  await record(ctx, 'nomination.decided', { kind: 'nomination', id: nominationId }, { awarded: chosen.length });
  return done();
};
