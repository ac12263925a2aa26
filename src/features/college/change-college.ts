import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayChangeCollege } from './access.ts';
import type { CollegeInput } from './college.ts';
import { installNorms, markSetup, openYear, theCollege, updateCollege } from './rows.ts';

/** Writes the college's details and opens the chosen academic year. */
export const changeCollege = async (ctx: Ctx, input: CollegeInput): Promise<Outcome<undefined>> => {
  demand(mayChangeCollege(ctx.actor));
  const before = await theCollege(ctx.db);

  await updateCollege(ctx.db, input);
  await openYear(ctx.db, input.currentYear);
  await installNorms(ctx.db);
  await markSetup(ctx.db, 'college', 'done');
  await record(
    ctx,
    'college.changed',
    { kind: 'college', id: before.id },
    { was: before.shortName, is: input.shortName },
  );
  return done();
};
