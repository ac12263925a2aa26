import type { CollegeScope } from '../kernel/actor.ts';

/**
 * Figures that are dear to compute and hold until somebody changes something in the college. Exact, because one process
 * holds a database (the instance lock) and every transaction of a college that wrote something ends with `forget`.
 */
const remembered = new Map<string, Map<string, Promise<unknown>>>();

/** The figure under this key, computed once until `forget`. The key must name all that the figure depends on, the day too. */
export const recall = <T>(college: CollegeScope, key: string, compute: () => Promise<T>): Promise<T> => {
  let figures = remembered.get(college);
  if (!figures || figures.size > 500) {
    figures = new Map();
    remembered.set(college, figures);
  }
  const known = figures.get(key) as Promise<T> | undefined;
  if (known) return known;
  const fresh = compute();
  figures.set(key, fresh);
  // A request that broke leaves nothing behind; a figure computed before a change was forgotten with its whole map.
  fresh.catch(() => figures.delete(key));
  return fresh;
};

/** Something was written in the college; `inCollege` calls it after the commit. */
export const forget = (college: CollegeScope): void => {
  remembered.delete(college);
};
