import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayKeepRoadmap } from './access.ts';
import { evidenceOf } from './evidence-rows.ts';
import { type Blocker, blockerOf, type Fix, type ImportRow, inOwnYear, mended, type RoadmapImport } from './import.ts';
import { importById, saveImport } from './import-rows.ts';
import {
  deleteRows,
  insertRoadmap,
  insertRows,
  putInOrder,
  roadmapOf,
  rowsOf,
  setSource,
  updateRow,
} from './roadmap-rows.ts';
import { type KeptRow, keyOf, type RowContent } from './row.ts';

export type ImportRefusal = Blocker | 'changed-meanwhile' | 'not-in-review' | 'replacement-not-agreed';

export interface Answers {
  readonly importId: string;
  readonly version: number;
  readonly fixes: Readonly<Record<number, Fix>>;
}

const inReview = async (ctx: Ctx, { importId, version }: Answers): Promise<Outcome<RoadmapImport, ImportRefusal>> => {
  demand(mayKeepRoadmap(ctx.actor));
  const one = found(await importById(ctx.db, importId), 'import');
  if (one.state !== 'review') return refused('not-in-review');
  return one.version === version ? done(one) : refused('changed-meanwhile');
};

/** Takes what was mended in doubtful rows; the roadmap is not touched. Answers how many doubts are left. */
export const correctImport = async (ctx: Ctx, answers: Answers): Promise<Outcome<number, ImportRefusal>> => {
  const read = await inReview(ctx, answers);
  if (!read.ok) return read;
  const { year, impliedStages } = read.value;
  const rows = mended(read.value.rows, answers.fixes);
  if (!(await saveImport(ctx.db, read.value, { year, impliedStages, rows }))) return refused('changed-meanwhile');
  await record(ctx, 'roadmap.import-corrected', { kind: 'import', id: answers.importId });
  return done(rows.reduce((sum, { doubts }) => sum + doubts.length, 0));
};

/** What stands in the year already and what becomes of it; null when the year has no roadmap. */
export interface Replacement {
  readonly rows: number;
  readonly updated: number;
  readonly added: number;
  readonly removed: readonly KeptRow[];
  /** Not in the new file, but with evidence: they stay. */
  readonly kept: readonly KeptRow[];
}

export const replacementOf = async (
  db: CollegeDb,
  { year, rows, impliedStages }: Pick<RoadmapImport, 'year' | 'rows' | 'impliedStages'>,
): Promise<Replacement | null> => {
  const roadmap = await roadmapOf(db, year);
  if (!roadmap) return null;
  const old = await rowsOf(db, roadmap.id);
  const proven = new Set((await evidenceOf(db, roadmap.id)).map(({ rowId }) => rowId));
  const fresh = new Set(rows.map(keyOf));
  // A file that was cut has no row for its first stage; the one that is there still names it.
  const isImplied = (row: KeptRow) => row.kind === 'stage' && impliedStages.includes(row.stage);
  const gone = old.filter((row) => !fresh.has(keyOf(row)) && !isImplied(row));
  const updated = old.filter((row) => fresh.has(keyOf(row))).length;
  return {
    rows: old.length,
    updated,
    added: rows.length - updated,
    removed: gone.filter(({ id }) => !proven.has(id)),
    kept: gone.filter(({ id }) => proven.has(id)),
  };
};

const withoutDoubts = ({ doubts: _doubts, ...row }: ImportRow): RowContent => row;

/** Rows keep their identity by number, so that evidence and journal stay with them. */
const replaceRows = async (db: CollegeDb, roadmapId: string, rows: readonly ImportRow[], gone: readonly KeptRow[]) => {
  await deleteRows(
    db,
    gone.map(({ id }) => id),
  );
  const old = new Map((await rowsOf(db, roadmapId)).map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const known = old.get(keyOf(row));
    if (known) await updateRow(db, known, withoutDoubts(row));
  }
  const added = rows.filter((row) => !old.has(keyOf(row))).map(withoutDoubts);
  await insertRows(db, roadmapId, added);
};

export interface Confirmation extends Answers {
  /** A roadmap of the year is there, and the person was told what replaces it. */
  readonly replace: boolean;
  /** Move dates of another year to the roadmap's own. */
  readonly shift: boolean;
}

/** Writes the reviewed rows as the roadmap of their year. Answers the number of rows. */
export const confirmImport = async (ctx: Ctx, answers: Confirmation): Promise<Outcome<number, ImportRefusal>> => {
  const read = await inReview(ctx, answers);
  if (!read.ok) return read;
  const one = read.value;
  const fixed = mended(one.rows, answers.fixes);
  const blocker = blockerOf(fixed);
  if (blocker) return refused(blocker.why);
  const rows = answers.shift ? inOwnYear(fixed, one.year) : fixed;
  const replaced = await replacementOf(ctx.db, { ...one, rows });
  if (replaced && !answers.replace) return refused('replacement-not-agreed');

  const { year, impliedStages } = one;
  if (!(await saveImport(ctx.db, one, { year, impliedStages, rows }, 'written'))) return refused('changed-meanwhile');
  const known = await roadmapOf(ctx.db, year);
  const id = known?.id ?? (await insertRoadmap(ctx.db, { year, source: 'import', sourceName: one.fileName }));
  if (known) await setSource(ctx.db, id, 'import', one.fileName);
  await replaceRows(ctx.db, id, rows, replaced?.removed ?? []);
  await putInOrder(ctx.db, id);
  const details = { year, rows: rows.length, removed: replaced?.removed.map(({ number }) => number) ?? [] };
  await record(ctx, known ? 'roadmap.replaced' : 'roadmap.imported', { kind: 'roadmap', id }, details);
  return done(rows.length);
};
