import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { normsOf } from '../college/rows.ts';
import { mayKeepQuestionnaires } from './access.ts';
import { insertQuestionnaire } from './rows.ts';
import { builtInSets } from './set-texts.ts';

/** Puts in the sets that the college does not have yet, as drafts; those taken before stay as the college made them. */
export const installSets = async (ctx: Ctx): Promise<Outcome<number>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const forms = await normsOf(ctx.db, 'form');
  let installed = 0;
  for (const set of builtInSets(forms.map(({ code }) => code)))
    if (await insertQuestionnaire(ctx.db, set, set.definition, set.code)) installed += 1;
  if (installed > 0)
    await record(ctx, 'questionnaire.sets-installed', { kind: 'questionnaire', id: null }, { count: installed });
  return done(installed);
};
