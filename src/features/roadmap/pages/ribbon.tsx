import { monthGenitive } from '../../../kernel/russian/calendar.ts';
import { counted, plural } from '../../../kernel/russian/plural.ts';
import type { TermState } from '../../../kernel/term/term-state.ts';
import type { Tone } from '../../../ui/badge.tsx';
import type { RibbonStage } from '../../../ui/stage-ribbon.tsx';
import type { LivingRoadmap, LivingRow, LivingStage } from '../living-roadmap.ts';

const worst: readonly TermState[] = ['overdue', 'due-soon', 'open', 'always', 'ahead', 'undated', 'closed'];

const countOf = (rows: readonly LivingRow[], ...states: readonly TermState[]): number =>
  rows.filter(({ state }) => states.includes(state)).length;

/** «с мая 2027»: when the first of what is ahead begins. */
const beginning = (rows: readonly LivingRow[]): string => {
  const first = rows
    .flatMap(({ windows, isDone }) => windows.filter((window) => !isDone(window)).slice(0, 1))
    .map(({ from }) => from)
    .toSorted()[0];
  return first ? `с ${monthGenitive(Number(first.slice(5, 7)))} ${first.slice(0, 4)}` : 'впереди';
};

const stateOfStage = (rows: readonly LivingRow[]): { readonly tone: Tone; readonly label: string } => {
  const state = worst.find((each) => countOf(rows, each) > 0) ?? 'undated';
  switch (state) {
    case 'overdue': {
      const count = countOf(rows, 'overdue');
      return { tone: 'bad', label: counted(count, 'просрочена', 'просрочены', 'просрочено') };
    }
    case 'due-soon':
      return { tone: 'warn', label: 'срок близко' };
    case 'open':
    case 'always':
      return { tone: 'run', label: 'в окне' };
    case 'ahead':
      return { tone: 'mute', label: beginning(rows) };
    case 'closed':
      return { tone: 'ok', label: 'закрыт' };
    default:
      return { tone: 'mute', label: 'без срока' };
  }
};

/** A stage of the roadmap as a column of the ribbon. */
export const ribbonStage = (roadmap: LivingRoadmap, { number, title, rows }: LivingStage): RibbonStage => {
  const share = (...states: readonly TermState[]) =>
    rows.length > 0 ? (countOf(rows, ...states) * 100) / rows.length : 0;
  const [first] = rows;
  const closed = countOf(rows, 'closed');
  return {
    number,
    name: title || `Этап ${number}`,
    href: `/roadmap?year=${roadmap.year}${first ? `#row-${first.id}` : ''}`,
    note:
      rows.length > 0 ? `${plural(closed, 'закрыта', 'закрыто', 'закрыто')} ${closed} из ${rows.length}` : 'строк нет',
    parts: [
      { percent: share('closed'), tone: 'ok' },
      { percent: share('overdue'), tone: 'bad' },
      { percent: share('due-soon'), tone: 'warn' },
      { percent: share('open', 'always'), tone: 'run' },
    ],
    state: stateOfStage(rows),
  };
};
