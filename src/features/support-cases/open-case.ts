import { demand } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { refusedBy } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { theCollege } from '../college/rows.ts';
import { personById } from '../people/rows.ts';
import { menteeById } from '../registers/mentee-rows.ts';
import { mayKeepCases } from './access.ts';
import { insertCase } from './rows.ts';

export type OpenRefusal = 'not-a-mentee' | 'already-open' | 'term-past';

/** The first step is owed within so many days, unless the college says otherwise in the form. */
const usualTerm = 14;

export const usualDue = (today: Day): Day => addDays(today, usualTerm);

/** Opens a case for a mentee without a mentor: the psychologist owes the next step by a day. Answers its id. */
export const openCase = async (
  ctx: Ctx,
  { personId, dueOn = usualDue(ctx.today) }: { readonly personId: string; readonly dueOn?: Day },
): Promise<Outcome<string, OpenRefusal>> => {
  demand(mayKeepCases(ctx.actor));
  found(await personById(ctx.db, personId), 'person');
  const mentee = await menteeById(ctx.db, personId);
  if (!mentee || mentee.leftOn !== null) return refused('not-a-mentee');
  if (dueOn < ctx.today) return refused('term-past');
  const { currentYear } = await theCollege(ctx.db);
  let id = '';
  const wall = await refusedBy(ctx.db, async () => {
    const { accountId } = ctx.actor;
    id = await insertCase(ctx.db, { year: currentYear, personId, openedOn: ctx.today, dueOn, accountId });
  });
  if (wall) return refused('already-open');
  await record(ctx, 'support-case.opened', { kind: 'person', id: personId }, { due: dueOn });
  return done(id);
};
