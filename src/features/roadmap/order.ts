import type { Day } from '../../kernel/day.ts';
import type { Window } from '../../kernel/period.ts';

/** Rows whose work needs the other's: the base comes before the pairs that are made of it. */
const dependencies: readonly (readonly [before: string, after: string])[] = [
  ['1.5', '1.6'],
  ['1.7', '4.1'],
  ['2.2', '5.1'],
  ['3.2', '4.2'],
  ['3.2', '5.1'],
  ['4.1', '4.2'],
  ['4.2', '5.1'],
  ['4.3.1', '4.3'],
  ['5.1', '6.1'],
];

export interface Planned {
  /** Number in the college's roadmap. */
  readonly number: string;
  readonly official: string | undefined;
  readonly windows: readonly Window[];
  /** Goes on all year, so it never comes too late. */
  readonly endless: boolean;
  readonly closed: boolean;
}

export interface OrderWarning {
  /** Official numbers. */
  readonly before: string;
  readonly after: string;
  /** Numbers in the college's roadmap. */
  readonly beforeNumber: string;
  readonly afterNumber: string;
  readonly beforeTill: Day;
  readonly afterTill: Day;
}

/** Rows that by their terms end after the work that needs them. It is said, and nothing is forbidden. */
export function orderWarnings(rows: readonly Planned[]): readonly OrderWarning[] {
  const dated = rows.filter(({ endless, windows }) => !endless && windows.length > 0);
  return dependencies.flatMap(([before, after]) => {
    const [first, second] = [dated.find((row) => row.official === before), dated.find((row) => row.official === after)];
    const [beforeTill, afterTill] = [first?.windows.at(-1)?.till, second?.windows.at(-1)?.till];
    if (!first || !second || !beforeTill || !afterTill) return [];
    if (first.closed || second.closed || beforeTill <= afterTill) return [];
    return [{ before, after, beforeNumber: first.number, afterNumber: second.number, beforeTill, afterTill }];
  });
}
