import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRegisters } from './access.ts';
import type { Mentee } from './mentee.ts';
import { updateMentee } from './mentee-rows.ts';

export interface WishesInput extends Pick<Mentee, 'freeTimes' | 'wantedForms'> {
  readonly version: number;
}

/** Writes when a mentee is free and which forms of mentoring are wanted. */
export const changeWishes = async (
  ctx: Ctx,
  personId: string,
  { version, ...wishes }: WishesInput,
): Promise<Outcome<undefined, 'changed-meanwhile'>> => {
  demand(mayKeepRegisters(ctx.actor));

  if (!(await updateMentee(ctx.db, personId, version, wishes))) return refused('changed-meanwhile');
  await record(
    ctx,
    'mentees.changed',
    { kind: 'person', id: personId },
    { times: wishes.freeTimes, forms: wishes.wantedForms },
  );
  return done();
};
