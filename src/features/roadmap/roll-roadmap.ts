import { type AcademicYear, yearLabel } from '../../kernel/academic-year.ts';
import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { readTerm, shiftTo } from '../../kernel/term/read-term.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { openYear, theCollege } from '../college/rows.ts';
import { mayKeepRoadmap } from './access.ts';
import { insertRoadmap, insertRows, putInOrder, roadmapOf, rowsOf } from './roadmap-rows.ts';
import type { KeptRow, RowContent } from './row.ts';

export type RolledPart = 'title' | 'content' | 'termText';

/** A row as it will stand in the next year, and where it differs. */
export interface RolledRow {
  readonly before: KeptRow;
  readonly after: RowContent;
  readonly changed: readonly RolledPart[];
}

const rolledParts: readonly RolledPart[] = ['title', 'content', 'termText'];

/** Years in the words of acts («от 19.10.2020») stay; only the label of the year itself moves («2026/27»). */
const relabelled = (text: string, from: AcademicYear): string =>
  text.replaceAll(yearLabel(from), yearLabel(from + 1)).replaceAll(`${from}-${from + 1}`, `${from + 1}-${from + 2}`);

/** The row one year later: days of its term move by a year, terms without years stay. */
export const rolledRow = (row: KeptRow): RolledRow => {
  const { kind, number, stage, responsible, documents } = row;
  const term = readTerm(row.termText);
  const after: RowContent = {
    ...{ kind, number, stage, responsible, documents },
    title: relabelled(row.title, row.year),
    content: relabelled(row.content, row.year),
    // A term of an older year was left behind already: it moves as far as the roadmap does.
    termText: term.year === undefined ? row.termText : shiftTo(term, term.year + 1).text,
  };
  return { before: row, after, changed: rolledParts.filter((part) => row[part] !== after[part]) };
};

/** What the rows looked like when the difference was shown. */
export const seenOf = (rows: readonly KeptRow[]): string =>
  `${rows.length}-${rows.reduce((sum, { version }) => sum + version, 0)}`;

export interface Roll {
  readonly year: AcademicYear;
  readonly rows: readonly RolledRow[];
  readonly seen: string;
}

export type RollRefusal = 'year-has-no-roadmap' | 'next-year-has-roadmap' | 'changed-meanwhile';

/** The roadmap of the current year as it would stand in the next one; nothing is written. */
export const planRoll = async ({ db }: Pick<Ctx, 'db'>): Promise<Outcome<Roll, RollRefusal>> => {
  const { currentYear } = await theCollege(db);
  const roadmap = await roadmapOf(db, currentYear);
  if (!roadmap) return refused('year-has-no-roadmap');
  if (await roadmapOf(db, currentYear + 1)) return refused('next-year-has-roadmap');
  const rows = await rowsOf(db, roadmap.id);
  return done({ year: currentYear + 1, rows: rows.map(rolledRow), seen: seenOf(rows) });
};

/** Writes the roadmap of the next year and opens that year; the college goes on working in the current one. */
export const rollRoadmap = async (ctx: Ctx, seen: string): Promise<Outcome<number, RollRefusal>> => {
  demand(mayKeepRoadmap(ctx.actor));
  const plan = await planRoll(ctx);
  if (!plan.ok) return plan;
  const { year, rows } = plan.value;
  if (plan.value.seen !== seen) return refused('changed-meanwhile');
  const last = await roadmapOf(ctx.db, year - 1);
  const source = { source: last?.source ?? 'template', sourceName: last?.sourceName ?? '' };
  await openYear(ctx.db, year);
  const id = await insertRoadmap(ctx.db, { year, ...source });
  await insertRows(
    ctx.db,
    id,
    rows.map(({ after }) => after),
  );
  await putInOrder(ctx.db, id);
  await record(ctx, 'roadmap.rolled-over', { kind: 'roadmap', id }, { year });
  return done(year);
};
