import { demand } from '../../kernel/actor.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepQuestionnaires } from './access.ts';
import { replaceTags, roundOfSheet } from './result-rows.ts';

const most = 10;

/** «план, Расписание, план» → «план», «расписание»: lower case, each once. */
export const tidyTags = (text: string): readonly string[] =>
  [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim().toLowerCase().slice(0, 60)))].filter(Boolean).slice(0, most);

/** Marks an open answer with themes, so that the like ones are read and counted together. */
export const tagAnswer = async (
  ctx: Ctx,
  { roundId, sheetId, question, tags }: { roundId: string; sheetId: string; question: string; tags: string },
): Promise<Outcome<undefined>> => {
  demand(mayKeepQuestionnaires(ctx.actor));
  const sheet = found(await roundOfSheet(ctx.db, sheetId), 'sheet');
  found(sheet.roundId === roundId ? sheet : undefined, 'sheet of this round');
  await replaceTags(ctx.db, sheetId, question, tidyTags(tags));
  await record(ctx, 'round.answer-tagged', { kind: 'round', id: roundId }, { question });
  return done();
};
