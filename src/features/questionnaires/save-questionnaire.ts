import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepQuestionnaires } from './access.ts';
import { type Definition, emptyDefinition } from './definition.ts';
import type { Purpose } from './questionnaire.ts';
import { insertQuestionnaire, questionnaireById, updateDraft } from './rows.ts';

export type SaveRefusal = 'changed-meanwhile';

/** A new questionnaire: empty, out of a file, or a copy of another. */
export const addQuestionnaire = async (
  ctx: Ctx,
  purpose: Purpose,
  draft: Definition = emptyDefinition,
): Promise<Outcome<string>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const id = found(await insertQuestionnaire(ctx.db, purpose, draft), 'new questionnaire');
  await record(ctx, 'questionnaire.added', { kind: 'questionnaire', id }, { title: purpose.title });
  return done(id);
};

/** Writes the draft over; a frozen version never changes by it. */
export const saveDraft = async (
  ctx: Ctx,
  id: string,
  version: number,
  change: { draft: Definition } | { purpose: Purpose },
): Promise<Outcome<undefined, SaveRefusal>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  found(await questionnaireById(ctx.db, id), 'questionnaire');
  if (!(await updateDraft(ctx.db, id, version, change))) return refused('changed-meanwhile');
  await record(ctx, 'questionnaire.changed', { kind: 'questionnaire', id });
  return done();
};

/** Puts a questionnaire away or takes it back; its rounds and results stay. */
export const archiveQuestionnaire = async (
  ctx: Ctx,
  id: string,
  version: number,
  away: boolean,
): Promise<Outcome<undefined, SaveRefusal>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  found(await questionnaireById(ctx.db, id), 'questionnaire');
  if (!(await updateDraft(ctx.db, id, version, { archivedOn: away ? ctx.today : null })))
    return refused('changed-meanwhile');
  await record(ctx, away ? 'questionnaire.archived' : 'questionnaire.restored', { kind: 'questionnaire', id });
  return done();
};
