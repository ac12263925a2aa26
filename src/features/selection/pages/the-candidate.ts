import { demand } from '../../../kernel/actor.ts';
import type { FormErrors, RawForm } from '../../../platform/fields.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx } from '../../../platform/http/route.ts';
import { theCollege } from '../../college/rows.ts';
import { mayReadSelection } from '../access.ts';
import { type CandidateLine, candidatesOf } from '../candidate-rows.ts';

/** Which form of the card came back, with what was typed. */
export interface Sent {
  /** 'score', 'clearance', 'rule-<id>', 'basis-<relation>'. */
  readonly part: string;
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** The candidate of this address, for those who read the selection. */
export const theCandidate = async (ctx: PageCtx, input: Input): Promise<CandidateLine> => {
  demand(mayReadSelection(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const [line] = await candidatesOf(ctx.db, currentYear, [param(input, 'personId')]);
  return found(line, 'candidate');
};
