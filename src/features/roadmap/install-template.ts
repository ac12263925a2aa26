import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRoadmap } from './access.ts';
import { insertRoadmap, insertRows, putInOrder, roadmapOf } from './roadmap-rows.ts';
import { roadmapTemplate } from './roadmap-template.ts';
import type { RowContent } from './row.ts';

const templateRows: readonly RowContent[] = roadmapTemplate.flatMap((stage) => [
  {
    kind: 'stage' as const,
    number: String(stage.number),
    stage: stage.number,
    title: stage.title,
    content: stage.goal,
    termText: stage.term,
    responsible: [],
    documents: [],
  },
  ...stage.rows.map((row) => ({
    kind: 'activity' as const,
    number: row.number,
    stage: stage.number,
    title: row.title,
    content: row.content,
    termText: row.term,
    responsible: row.responsible,
    documents: row.documents,
  })),
]);

/** Gives a year the built-in roadmap; the college edits its copy. Answers the roadmap's id. */
export const installTemplate = async (ctx: Ctx, year: number): Promise<Outcome<string, 'year-has-roadmap'>> => {
  demand(mayKeepRoadmap(ctx.actor));
  if (await roadmapOf(ctx.db, year)) return refused('year-has-roadmap');
  const id = await insertRoadmap(ctx.db, { year, source: 'template', sourceName: '' });
  await insertRows(ctx.db, id, templateRows);
  await putInOrder(ctx.db, id);
  await record(ctx, 'roadmap.installed', { kind: 'roadmap', id }, { year });
  return done(id);
};
