import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { normsOf, theCollege } from '../college/rows.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { personById, personsByIds } from '../people/rows.ts';
import { mayKeepSelection } from './access.ts';
import { candidatesOf } from './candidate-rows.ts';
import { minuteDecisions } from './decision-rows.ts';
import { minutesData, minutesTitle } from './minutes-texts.ts';

export interface MinutesInput {
  readonly chairId: string;
  readonly secretaryId: string;
  readonly memberIds: readonly string[];
}

/** Drafts the minutes of all decisions that stand in none yet. Signed, they fix the composition of mentors. Answers the document. */
export const draftMinutes = async (
  ctx: PaperCtx,
  input: MinutesInput,
): Promise<Outcome<string, 'nothing-decided' | 'not-made'>> => {
  demand(mayKeepSelection(ctx.actor));
  const { currentYear: year } = await theCollege(ctx.db);
  const open = (await candidatesOf(ctx.db, year)).filter(
    ({ track, minutesId }) => track.decision !== null && minutesId === null,
  );
  if (open.length === 0) return refused('nothing-decided');

  const forms = new Map((await normsOf(ctx.db, 'form')).map(({ code, label }) => [code, label]));
  const made = await makeDocument(ctx, {
    kind: 'minutes',
    title: minutesTitle(year),
    data: minutesData({
      year,
      chair: found(await personById(ctx.db, input.chairId), 'person'),
      secretary: found(await personById(ctx.db, input.secretaryId), 'person'),
      members: await personsByIds(ctx.db, input.memberIds),
      candidates: open,
      forms,
    }),
  });
  if (!made.ok) return refused('not-made');
  const people = await minuteDecisions(ctx.db, year, made.value);
  await record(ctx, 'selection.minuted', { kind: 'document', id: made.value }, { people: people.length });
  return done(made.value);
};
