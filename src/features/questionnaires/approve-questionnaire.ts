import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepQuestionnaires } from './access.ts';
import { questionsOf } from './definition.ts';
import { type Act, isChanged } from './questionnaire.ts';
import { insertVersion, questionnaireById, updateDraft, versionsOf } from './rows.ts';

export type ApproveRefusal = 'no-questions' | 'nothing-new' | 'act-in-future' | 'changed-meanwhile';

/** An act freezes the draft as the next version; what was approved before is superseded, and its answers stay readable. */
export const approveQuestionnaire = async (
  ctx: Ctx,
  id: string,
  { act, version }: { readonly act: Act; readonly version: number },
): Promise<Outcome<string, ApproveRefusal>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const questionnaire = found(await questionnaireById(ctx.db, id), 'questionnaire');
  const [newest] = await versionsOf(ctx.db, id);
  if (questionsOf(questionnaire.draft).length === 0) return refused('no-questions');
  if (!isChanged(questionnaire.draft, newest?.definition)) return refused('nothing-new');
  if (act.day > ctx.today) return refused('act-in-future');
  // The act approves what was on the page: a draft changed since is not approved unseen, and two presses make one version.
  if (!(await updateDraft(ctx.db, id, version, {}))) return refused('changed-meanwhile');

  const number = (newest?.number ?? 0) + 1;
  const versionId = await insertVersion(
    ctx.db,
    { questionnaireId: id, number, title: questionnaire.title, definition: questionnaire.draft, act },
    ctx.today,
    ctx.actor.accountId,
  );
  await record(ctx, 'questionnaire.approved', { kind: 'questionnaire', id }, { number, act: act.label });
  return done(versionId);
};
