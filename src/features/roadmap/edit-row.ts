import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRoadmap } from './access.ts';
import { evidenceOf } from './evidence-rows.ts';
import { deleteRows, insertRow, putInOrder, roadmapOf, rowById, updateRow } from './roadmap-rows.ts';
import type { KeptRow, RowContent } from './row.ts';

export type RowRefusal = 'changed-meanwhile' | 'number-taken' | 'year-has-no-roadmap';

/** What a person writes in the form of a row; the stage comes from the number, where it has levels. */
export type RowInput = Omit<RowContent, 'kind' | 'stage'>;

const stageIn = (number: string, fallback: number): number => Number(number.split('.')[0]) || fallback;

/** Parts of a row in which two versions differ. */
export const changedParts = (before: RowContent, after: RowContent): readonly string[] =>
  (['number', 'title', 'content', 'termText', 'responsible', 'documents'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );

export const editRow = async (
  ctx: Ctx,
  { rowId, version, ...input }: RowInput & { readonly rowId: string; readonly version: number },
): Promise<Outcome<undefined, RowRefusal>> => {
  demand(mayKeepRoadmap(ctx.actor));
  const row = found(await rowById(ctx.db, rowId), 'roadmap row');
  const levelled = row.kind === 'stage' || input.number.includes('.');
  const next: RowContent = { ...input, kind: row.kind, stage: levelled ? stageIn(input.number, row.stage) : row.stage };
  const written = await updateRow(ctx.db, { id: rowId, version }, next);
  if (written === 'taken') return refused('number-taken');
  if (!written) return refused('changed-meanwhile');
  await putInOrder(ctx.db, row.roadmapId);
  await record(
    ctx,
    'roadmap-row.edited',
    { kind: 'roadmap-row', id: rowId },
    { number: next.number, parts: changedParts(row, next) },
  );
  return done();
};

export const addRow = async (
  ctx: Ctx,
  { year, ...input }: RowInput & { readonly year: number },
): Promise<Outcome<string, RowRefusal>> => {
  demand(mayKeepRoadmap(ctx.actor));
  const roadmap = await roadmapOf(ctx.db, year);
  if (!roadmap) return refused('year-has-no-roadmap');
  const id = await insertRow(ctx.db, roadmap.id, { ...input, kind: 'activity', stage: stageIn(input.number, 1) });
  if (id === 'taken') return refused('number-taken');
  await putInOrder(ctx.db, roadmap.id);
  await record(ctx, 'roadmap-row.added', { kind: 'roadmap-row', id }, { number: input.number });
  return done(id);
};

/** Takes a row out of the roadmap, if nobody has put evidence beside it. */
export const removeRow = async (ctx: Ctx, rowId: string): Promise<Outcome<KeptRow, 'has-evidence'>> => {
  demand(mayKeepRoadmap(ctx.actor));
  const row = found(await rowById(ctx.db, rowId), 'roadmap row');
  const evidence = await evidenceOf(ctx.db, row.roadmapId);
  if (evidence.some((one) => one.rowId === rowId)) return refused('has-evidence');
  await deleteRows(ctx.db, [rowId]);
  await record(
    ctx,
    'roadmap-row.removed',
    { kind: 'roadmap-row', id: rowId },
    { number: row.number, title: row.title },
  );
  return done(row);
};
