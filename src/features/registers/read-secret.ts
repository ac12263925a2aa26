import { demand } from '../../kernel/actor.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayReadSecrets } from './access.ts';
import { type Need, needById, secretNote } from './need-rows.ts';

/** Opens a confidential note. Every reading is journaled, before the note is shown. */
export const readSecret = async (ctx: Ctx, needId: string): Promise<{ need: Need; note: string }> => {
  demand(mayReadSecrets(ctx.actor));
  const need = found(await needById(ctx.db, needId), 'need');
  const note = found(await secretNote(ctx.db, needId), 'secret note');

  await record(ctx, 'need-secret.read', { kind: 'person', id: need.personId });
  return { need, note };
};
