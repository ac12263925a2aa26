import { demand } from '../../../kernel/actor.ts';
import type { FormErrors, RawForm } from '../../../platform/fields.ts';
import { found, param } from '../../../platform/http/replies.ts';
import type { Input, PageCtx } from '../../../platform/http/route.ts';
import { mayReadTraining } from '../access.ts';
import type { Programme } from '../programme.ts';
import { programmeById } from '../programme-rows.ts';

/** Which form of a programme's page came back, with what was typed. */
export interface Sent {
  /** Of 'open-test': which test. */
  readonly id?: string;
  readonly part: 'module' | 'approve' | 'session' | 'material' | 'issue' | 'test' | 'open-test';
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

/** The programme of this address, for those who read training. */
export const theProgramme = async (ctx: PageCtx, input: Input): Promise<Programme> => {
  demand(mayReadTraining(ctx.actor));
  return found(await programmeById(ctx.db, param(input, 'programmeId')), 'programme');
};
