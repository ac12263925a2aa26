import type { LivingRow } from '../living-roadmap.ts';

export const stateFilters = ['overdue', 'due-soon', 'open', 'closed', 'ahead', 'undated'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What of the roadmap is shown; all of it lives in the address. */
export interface RoadmapFilter {
  readonly year: number;
  readonly state: StateFilter | null;
  readonly mine: boolean;
}

export const readFilter = (query: URLSearchParams, currentYear: number): RoadmapFilter => {
  const year = Number(query.get('year'));
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : currentYear,
    state: stateFilters.find((one) => one === query.get('state')) ?? null,
    mine: query.get('mine') === 'yes',
  };
};

const words = ({ state, mine }: Pick<RoadmapFilter, 'state' | 'mine'>): [string, string][] => [
  ...(state ? [['state', state] satisfies [string, string]] : []),
  ...(mine ? [['mine', 'yes'] satisfies [string, string]] : []),
];

const withQuery = (path: string, pairs: readonly [string, string][]): string => {
  const query = new URLSearchParams(pairs.map((pair) => [...pair])).toString();
  return query ? `${path}?${query}` : path;
};

/** The year is always said, so that a link means the same after the year has turned. */
export const roadmapHref = (filter: RoadmapFilter, changes: Partial<RoadmapFilter> = {}): string => {
  const next = { ...filter, ...changes };
  return withQuery('/roadmap', [['year', String(next.year)], ...words(next)]);
};

export const rowHref = (rowId: string, filter: Pick<RoadmapFilter, 'state' | 'mine'>): string =>
  withQuery(`/roadmap/rows/${rowId}`, words(filter));

/** «В окне» is also what goes on all the time. */
export const fitsState = ({ state }: LivingRow, filter: StateFilter | null): boolean =>
  filter === null || state === filter || (filter === 'open' && state === 'always');
