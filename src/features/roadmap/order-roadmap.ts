import { yearLabel } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepDocuments } from '../documents/access.ts';
import { personData } from '../documents/data-texts.ts';
import { makeDocument } from '../documents/make-document.ts';
import type { PaperCtx } from '../documents/print-paper.ts';
import { personById } from '../people/rows.ts';
import { orderTags, orderTitle } from './order-texts.ts';
import { roadmapOf, rowsOf } from './roadmap-rows.ts';
import type { KeptRow } from './row.ts';

export type OrderRoadmapRefusal = 'year-has-no-roadmap' | 'not-made';

/** Rows of the annex, under their stages. */
export const annexOf = (rows: readonly KeptRow[]) => {
  const numbers = [...new Set(rows.map(({ stage }) => stage))].toSorted((one, other) => one - other);
  return numbers.map((number) => {
    const own = rows.filter(({ stage }) => stage === number);
    const stage = own.find(({ kind }) => kind === 'stage');
    return orderTags.stage(
      String(number),
      stage?.title ?? '',
      own.filter(({ kind }) => kind === 'activity').map(orderTags.row),
    );
  });
};

/** Makes the draft of the order that approves the roadmap of a year; its rows are the annex. Answers the document. */
export const orderRoadmap = async (ctx: PaperCtx, year: number): Promise<Outcome<string, OrderRoadmapRefusal>> => {
  demand(mayKeepDocuments(ctx.actor));
  const roadmap = await roadmapOf(ctx.db, year);
  const rows = roadmap ? await rowsOf(ctx.db, roadmap.id) : [];
  if (!roadmap || rows.length === 0) return refused('year-has-no-roadmap');
  const curator = ctx.actor.personId ? await personById(ctx.db, ctx.actor.personId) : undefined;
  const made = await makeDocument(ctx, {
    kind: 'roadmap-order',
    title: orderTitle(year),
    data: orderTags.order(yearLabel(year), curator && personData(curator), annexOf(rows)),
  });
  if (!made.ok) return refused('not-made');
  await record(ctx, 'roadmap.ordered', { kind: 'roadmap', id: roadmap.id }, { year });
  return done(made.value);
};
