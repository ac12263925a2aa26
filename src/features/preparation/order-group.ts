import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { personById, personsByIds } from '../people/rows.ts';
import { mayKeepPreparation } from './access.ts';
import { groupOrderData, groupOrderTitle } from './paper-texts.ts';
import { curatorsOf, membersOf, onlyEditor } from './rows.ts';

export type GroupOrderRefusal = 'nobody-in-group' | 'no-curators' | 'not-made';

/** Makes the draft of the order on the working group and the curators of forms. Answers the document. */
export const orderGroup = async (ctx: PaperCtx): Promise<Outcome<string, GroupOrderRefusal>> => {
  demand(mayKeepPreparation(ctx.actor));
  const { currentYear } = await theCollege(ctx.db);
  const members = await membersOf(ctx.db, currentYear);
  const curators = await curatorsOf(ctx.db, currentYear);
  if (members.length === 0) return refused('nobody-in-group');
  if (curators.length === 0) return refused('no-curators');

  const ids = [...members, ...curators].map(({ personId }) => personId);
  const people = new Map((await personsByIds(ctx.db, ids)).map((person) => [person.id, person]));
  const editorId = await onlyEditor(ctx.db);
  const made = await makeDocument(ctx, {
    kind: 'working-group-order',
    title: groupOrderTitle(currentYear),
    data: groupOrderData({
      year: currentYear,
      today: ctx.today,
      members,
      curators,
      people,
      editor: editorId ? await personById(ctx.db, editorId) : undefined,
      forms: new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label])),
    }),
  });
  if (!made.ok) return refused('not-made');
  await record(ctx, 'working-group.ordered', { kind: 'document', id: made.value }, { members: members.length });
  return done(made.value);
};
