import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { mayChangePeople } from './access.ts';
import { findDuplicates } from './find-duplicates.ts';
import type { Import, ImportRow, ImportUnderstanding, Twin } from './import.ts';
import { rowUnderstanding, understoodRow } from './import.ts';
import { comparablePeople, forget, knownGroups, remember, remembered } from './import-memory-rows.ts';
import type { ProblemKind } from './import-problems.ts';
import { importById, importRow, rowsAlike, rowsWithGroup, saveRow } from './import-rows.ts';
import { type Corrections, type RowWorld, recheckRow } from './read-person-row.ts';
import { groupKey } from './study-group.ts';
import { decisionOf, isShown, twinOf } from './understand-sheets.ts';

export type CorrectingReason = 'not-in-review' | 'no-such-row';

export interface Correcting {
  readonly importId: string;
  readonly row: number;
  /** By field; «» empties it. What was corrected before stays unless it is named again. */
  readonly corrections?: Corrections;
  /** Leave these problems as they are. */
  readonly accept?: readonly ProblemKind[];
  readonly skip?: boolean;
}

/** Against what the rows of an import are read, as the college and its memory stand now. */
const worldOf = async (ctx: Ctx, { usual, students, places }: ImportUnderstanding): Promise<RowWorld> => {
  const groups = await knownGroups(ctx.db);
  const memory = Object.entries((await remembered(ctx.db)).groups);
  return {
    today: ctx.today,
    students,
    columns: places,
    groups: {
      known: new Map(groups.map((group) => [groupKey(group.code), group])),
      usual: new Map(usual),
      replaced: new Map(memory.map(([typed, code]) => [groupKey(typed), code])),
    },
  };
};

const inReview = async (ctx: Ctx, importId: string): Promise<Import | undefined> => {
  const one = found(await importById(ctx.db, importId), 'import');
  return one.state === 'review' ? one : undefined;
};

/** A mended name or birth day may have made, or unmade, a twin. */
const twinNow = async (
  ctx: Ctx,
  importId: string,
  row: ImportRow,
): Promise<{ twin: Twin | null; decided: Twin | null }> => {
  const { values } = row.understood;
  const alike = (await rowsAlike(ctx.db, importId, values)).filter((one) => one.row < row.row);
  const rows = [...alike, row].map((one) => ({ row: one.row, values: one.understood.values }));
  const [best] = findDuplicates(rows, await comparablePeople(ctx.db)).filter(({ second }) => second.row === row.row);
  const twin = twinOf(best, row.twin?.answer ?? null);
  return { twin: twin && isShown(twin) ? twin : null, decided: twin };
};

const decided = (row: ImportRow, twin: Twin | null): ImportRow =>
  row.decision === 'skip' ? row : { ...row, ...decisionOf(twin) };

const reread = (row: ImportRow, world: RowWorld, { corrections, accept }: Correcting): ImportRow => {
  const all = { ...row.understood.corrections, ...corrections };
  const accepted = [...new Set([...row.understood.accepted, ...(accept ?? [])])];
  const read = recheckRow(understoodRow(row), all, world, accepted);
  return { ...row, understood: rowUnderstanding(read, all, accepted) };
};

const identity = ['fullName', 'lastName', 'firstName', 'patronymic', 'birthDay', 'phone'] as const;

/** Mends, accepts or leaves out one row of an import under review. Other rows are not touched. */
export const correctRow = async (ctx: Ctx, correcting: Correcting): Promise<Outcome<ImportRow, CorrectingReason>> => {
  demand(mayChangePeople(ctx.actor));
  const { importId } = correcting;
  const one = await inReview(ctx, importId);
  if (!one) return refused('not-in-review');
  const before = await importRow(ctx.db, importId, correcting.row);
  if (!before) return refused('no-such-row');

  let row = reread(before, await worldOf(ctx, one.understanding), correcting);
  if (correcting.skip === true) row = { ...row, decision: 'skip' };
  const back = correcting.skip === false && row.decision === 'skip';
  if (back) row = { ...row, decision: 'new' };
  if (back || identity.some((field) => correcting.corrections?.[field] !== undefined)) {
    const { twin, decided: settled } = await twinNow(ctx, importId, row);
    row = decided({ ...row, twin }, settled);
  }
  await saveRow(ctx.db, importId, row);
  return done(row);
};

const rereadGroup = async (ctx: Ctx, one: Import, typed: string): Promise<number> => {
  const world = await worldOf(ctx, one.understanding);
  const rows = await rowsWithGroup(ctx.db, one.id, typed);
  for (const row of rows) {
    const { group: _, ...corrections } = row.understood.corrections;
    const bare = { ...row, understood: { ...row.understood, corrections } };
    await saveRow(ctx.db, one.id, reread(bare, world, { importId: one.id, row: row.row }));
  }
  return rows.length;
};

/** «ЭМ11» means «ЭМ-11»: in all rows of this file, and in all files to come. Answers how many rows it concerned. */
export const replaceGroup = async (
  ctx: Ctx,
  { importId, typed, code }: { importId: string; typed: string; code: string },
): Promise<Outcome<number, 'not-in-review'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = await inReview(ctx, importId);
  if (!one) return refused('not-in-review');
  await remember(ctx.db, 'group', typed, code);
  return done(await rereadGroup(ctx, one, typed));
};

/** Takes a replacement back: the rows are read as if it had never been, and the next file asks again. */
export const forgetGroup = async (
  ctx: Ctx,
  { importId, typed }: { importId: string; typed: string },
): Promise<Outcome<number, 'not-in-review'>> => {
  demand(mayChangePeople(ctx.actor));
  const one = await inReview(ctx, importId);
  if (!one) return refused('not-in-review');
  await forget(ctx.db, 'group', typed);
  return done(await rereadGroup(ctx, one, typed));
};

/** Says of a possible twin whether it is one person or two. */
export const settleTwin = async (
  ctx: Ctx,
  { importId, row: number, answer }: { importId: string; row: number; answer: 'merge' | 'different' },
): Promise<Outcome<undefined, CorrectingReason>> => {
  demand(mayChangePeople(ctx.actor));
  if (!(await inReview(ctx, importId))) return refused('not-in-review');
  const row = await importRow(ctx.db, importId, number);
  if (!row?.twin) return refused('no-such-row');
  const twin = { ...row.twin, answer };
  await saveRow(ctx.db, importId, decided({ ...row, twin }, twin));
  return done();
};
