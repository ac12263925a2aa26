import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { LetterWish } from './fields.ts';
import { putLetterWish } from './letter-rows.ts';

/** A person says how often to be reminded by mail. */
export const chooseReminders = async (ctx: Ctx, letters: LetterWish): Promise<Outcome<undefined, 'no-card'>> => {
  const { personId } = ctx.actor;
  if (personId === null) return refused('no-card');
  await putLetterWish(ctx.db, personId, letters);
  await record(ctx, 'reminders.chosen', { kind: 'person', id: personId }, { letters });
  return done();
};
