import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { mayDecide } from './access.ts';
import { type Decision, stepOf } from './candidate.ts';
import { type CandidateLine, candidatesOf, factsOf } from './candidate-rows.ts';
import { insertDecision, setStatus } from './decision-rows.ts';
import { judge, lackingOf } from './requirement.ts';
import { rulesOf } from './setting-rows.ts';

export interface DecideInput {
  readonly personIds: readonly string[];
  readonly decision: Decision;
  /** Why they are refused; the candidate reads it. */
  readonly reason: string;
  /** Why they are taken though a requirement is not met; goes into the minutes. */
  readonly exception: string;
}

export interface Decided {
  readonly decided: readonly string[];
  /** Who could not be approved, and what stands in the way: words of the rules. */
  readonly held: readonly { readonly person: CandidateLine; readonly because: readonly string[] }[];
  /** Who has not been interviewed, or has this decision already. */
  readonly passed: readonly CandidateLine[];
}

export type DecideRefusal = 'nobody' | 'reason-missing';

/**
 * The working group's decision on a list. Whoever fails a requirement is left open with the reason unless an exception is given;
 * the rest is decided. A later decision on the same person takes the place of an earlier one, and both stay.
 */
export const decideCandidates = async (ctx: Ctx, input: DecideInput): Promise<Outcome<Decided, DecideRefusal>> => {
  demand(mayDecide(ctx.actor));
  if (input.decision === 'refused' && input.reason === '') return refused('reason-missing');
  const { currentYear: year } = await theCollege(ctx.db);
  const people = await candidatesOf(ctx.db, year, input.personIds);
  if (people.length === 0) return refused('nobody');
  const rules = await rulesOf(ctx.db);

  const decided: string[] = [];
  const held: { person: CandidateLine; because: string[] }[] = [];
  const passed: CandidateLine[] = [];
  for (const person of people) {
    const step = stepOf(person.track);
    const unheard = input.decision === 'approved' && (step === 'new' || step === 'questioned' || step === 'invited');
    if (step === input.decision || unheard) {
      passed.push(person);
      continue;
    }
    const lacking = lackingOf(judge(rules, factsOf(person, ctx.today), ctx.today)).map(({ rule }) => rule.words);
    if (input.decision === 'approved' && lacking.length > 0 && input.exception === '') {
      held.push({ person, because: lacking });
      continue;
    }
    await insertDecision(ctx.db, {
      ...{ personId: person.id, year, decision: input.decision, decidedOn: ctx.today },
      reason: input.decision === 'refused' ? input.reason : '',
      exception: input.decision === 'approved' && lacking.length > 0 ? input.exception : '',
      accountId: ctx.actor.accountId,
    });
    await setStatus(ctx.db, person.id, input.decision);
    await record(
      ctx,
      input.decision === 'approved' ? 'candidate.approved' : 'candidate.refused',
      { kind: 'person', id: person.id },
      input.decision === 'refused' ? { reason: input.reason } : {},
    );
    decided.push(person.id);
  }
  return done({ decided, held, passed });
};
