import { demand } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { consentsInForce } from '../consents/rows.ts';
import { mayKeepPairs } from '../pairs/access.ts';
import { wishesOf } from '../pairs/rows.ts';
import type { Conditions } from './candidate.ts';
import { menteeCandidates, mentorCandidates } from './candidate-rows.ts';
import { matchingNorms } from './norm-rows.ts';
import { propose } from './propose.ts';
import { insertProposal } from './rows.ts';

export interface ProposeInput {
  readonly form: string;
  readonly from: Day;
  readonly till: Day;
  readonly conditions: Conditions;
}

export type ProposeRefusal = 'ends-before-start' | 'no-mentors' | 'no-mentees';

/** Makes a proposal out of the registers as they stand, and keeps it with the hash of what went in. */
export const proposePairs = async (ctx: Ctx, input: ProposeInput): Promise<Outcome<string, ProposeRefusal>> => {
  demand(mayKeepPairs(ctx.actor));
  if (input.till < input.from) return refused('ends-before-start');
  const { currentYear: year } = await theCollege(ctx.db);
  const consents = await consentsInForce(ctx.db, 'processing', input.from);
  const span = { from: input.from, till: input.till, year, form: input.form };
  const mentors = (await mentorCandidates(ctx.db, span, consents)).filter(({ forms }) => forms.includes(input.form));
  if (mentors.length === 0) return refused('no-mentors');
  const all = await menteeCandidates(ctx.db, span, consents);
  const mentees = all.filter(({ wantedForms }) => wantedForms.length === 0 || wantedForms.includes(input.form));
  if (mentees.length === 0) return refused('no-mentees');

  const wishes = await wishesOf(ctx.db);
  const keys = (kind: 'lock' | 'veto') =>
    wishes
      .filter((wish) => wish.kind === kind)
      .map(({ mentorId, menteeId }) => ({ mentor: mentorId, mentee: menteeId }));
  const { weights } = await matchingNorms(ctx.db);
  const answer = await propose({
    form: input.form,
    weights,
    conditions: input.conditions,
    mentors,
    mentees,
    locked: keys('lock'),
    vetoed: keys('veto'),
  });

  const id = await insertProposal(ctx.db, { ...input, weights, year, accountId: ctx.actor.accountId }, answer);
  await record(
    ctx,
    'proposal.made',
    { kind: 'proposal', id },
    { wanted: answer.totals.wanted, met: answer.totals.met },
  );
  return done(id);
};
