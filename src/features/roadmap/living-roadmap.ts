import { academicYear } from '../../kernel/academic-year.ts';
import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import { contains, type Window } from '../../kernel/period.ts';
import { readTerm } from '../../kernel/term/read-term.ts';
import { isEndless, isRecurring, type Term } from '../../kernel/term/term.ts';
import { type TermState, termState } from '../../kernel/term/term-state.ts';
import { windowsOf } from '../../kernel/term/term-windows.ts';
import type { Ctx } from '../../platform/context.ts';
import { recall } from '../../platform/remembered.ts';
import { evidenceOf } from './evidence-rows.ts';
import { factsOf, gather } from './facts.ts';
import { officialNumber } from './official.ts';
import { type OrderWarning, orderWarnings } from './order.ts';
import { roadmapOf, rowsOf } from './roadmap-rows.ts';
import type { Evidence, KeptRoadmap, KeptRow } from './row.ts';
import type { Fact, Gathered, RowFacts } from './stage.ts';

/** A row with what closes it, as it stands today. */
export interface LivingRow extends KeptRow {
  readonly official: string | undefined;
  readonly term: Term;
  readonly windows: readonly Window[];
  readonly facts: readonly Fact[];
  readonly evidence: readonly Evidence[];
  readonly state: TermState;
  /** Closed by a person, while the facts would not close it. */
  readonly byHand: boolean;
  readonly isDone: (window: Window) => boolean;
  /** Facts, or windows of a recurring row, or people: what counts is in `countOf`. */
  readonly count: { readonly have: number; readonly need: number };
  /** 0–1 */
  readonly share: number;
  /** The last day of the earliest window that is not done; null when never due. */
  readonly due: Day | null;
  readonly warnings: readonly OrderWarning[];
}

export interface LivingStage {
  readonly number: number;
  readonly title: string;
  readonly row: KeptRow | undefined;
  readonly rows: readonly LivingRow[];
}

export interface LivingRoadmap extends KeptRoadmap {
  readonly stages: readonly LivingStage[];
  /** Activities of all stages, in order. */
  readonly rows: readonly LivingRow[];
  /** What the facts were made of. */
  readonly data: Gathered;
}

const holidays = (year: number): Window => ({ from: `${year + 1}-07-01` as Day, till: academicYear(year).till });

const [far, near] = [100, 60];

/** «До 30 июня» forbids nothing from September on, but the work is waited for in its last two months. */
const lastWeeks = (window: Window): Window =>
  daysBetween(window.from, window.till) > far ? { from: addDays(window.till, -near), till: window.till } : window;

/** Windows of a term; of recurring work those in the holidays of July and August are not asked for. */
export const workingWindows = (term: Term, year: number): readonly Window[] => {
  const windows = windowsOf(term, year);
  if (term.kind === 'until') return windows.map(lastWeeks);
  if (!term.parts.some(({ kind }) => isRecurring(kind)) || windows.length < 3) return windows;
  return windows.filter(({ from }) => from < holidays(year).from);
};

const isWhole = (facts: readonly Fact[]): boolean => facts.length > 0 && facts.every(({ state }) => state === 'ok');

const shareOf = ({ state, count }: Fact): number => (state === 'ok' ? 1 : count ? count.have / count.need : 0);

/** What the row is counted by: its windows when it recurs, the people of its one counted fact, or its facts. */
function countOf(facts: readonly Fact[], windows: readonly Window[], isDone: (window: Window) => boolean) {
  if (windows.length > 1) return { have: windows.filter(isDone).length, need: windows.length };
  const counted = facts.filter(({ count, state }) => count && state !== 'ok');
  const missing = facts.filter(({ state }) => state !== 'ok').length;
  const only = missing === 1 ? counted[0]?.count : undefined;
  return only ?? { have: facts.length - missing, need: facts.length };
}

/** One row as it stands: pure, so that whatever made the facts, the state follows from them. */
export function livingRow(row: KeptRow, found: RowFacts, evidence: readonly Evidence[], today: Day): LivingRow {
  const term = readTerm(row.termText);
  const windows = workingWindows(term, row.year);
  const closing = evidence.filter(({ closes }) => closes);
  const recurs = windows.length > 1;
  const byFacts = found.isDone ?? (() => isWhole(found.facts));
  const handClosed = (window: Window) => closing.some(({ day }) => !recurs || contains(window, day));
  const isDone = (window: Window) => handClosed(window) || byFacts(window);
  const closed = windows.length > 0 ? isDone : closing.length > 0 || (!found.isDone && isWhole(found.facts));
  const state = termState({ kind: term.kind, windows, today, closed });
  const waiting = windows.find((window) => !isDone(window));
  const share =
    found.facts.length > 0 ? found.facts.reduce((sum, fact) => sum + shareOf(fact), 0) / found.facts.length : 0;
  return {
    ...row,
    official: officialNumber(row),
    term,
    windows,
    facts: found.facts,
    evidence,
    state,
    byHand: state === 'closed' && closing.length > 0 && !windows.every(byFacts),
    isDone,
    count: countOf(found.facts, windows, isDone),
    share,
    due: state === 'closed' || isEndless(term.kind) ? null : (waiting?.till ?? null),
    warnings: [],
  };
}

/** The roadmap of a year with the state of every row, out of one gathering of facts. */
export async function livingRoadmap(ctx: Pick<Ctx, 'db' | 'today'>, year: number): Promise<LivingRoadmap | undefined> {
  const roadmap = await roadmapOf(ctx.db, year);
  if (!roadmap) return undefined;
  const kept = await rowsOf(ctx.db, roadmap.id);
  const evidence = await evidenceOf(ctx.db, roadmap.id);
  const data: Gathered = await gather(ctx, year);
  const rows = kept
    .filter(({ kind }) => kind === 'activity')
    .map((row) => {
      const own = evidence.filter(({ rowId }) => rowId === row.id);
      return livingRow(row, factsOf(officialNumber(row), data), own, ctx.today);
    });
  const warnings = orderWarnings(
    rows.map(({ number, official, windows, term, state }) => ({
      number,
      official,
      windows,
      endless: isEndless(term.kind) || term.kind === 'year',
      closed: state === 'closed',
    })),
  );
  const warned = rows.map((row) => ({
    ...row,
    warnings: warnings.filter(({ beforeNumber, afterNumber }) => [beforeNumber, afterNumber].includes(row.number)),
  }));
  return { ...roadmap, rows: warned, stages: stagesOf(kept, warned), data };
}

function stagesOf(kept: readonly KeptRow[], rows: readonly LivingRow[]): readonly LivingStage[] {
  const numbers = [...new Set(kept.map(({ stage }) => stage))].toSorted((one, other) => one - other);
  return numbers.map((number) => {
    const row = kept.find(({ kind, stage }) => kind === 'stage' && stage === number);
    return { number, title: row?.title ?? '', row, rows: rows.filter(({ stage }) => stage === number) };
  });
}

/** How many days a row is late; 0 when it is not. */
export const daysLate = ({ state, due }: Pick<LivingRow, 'state' | 'due'>, today: Day): number =>
  state === 'overdue' && due !== null ? daysBetween(due, today) : 0;

/** The same for screens: computed once until something changes in the college, or the day does. */
export const rememberedRoadmap = (ctx: Ctx, year: number): Promise<LivingRoadmap | undefined> =>
  recall(ctx.actor.college, `roadmap ${year} ${ctx.today}`, () => livingRoadmap(ctx, year));
