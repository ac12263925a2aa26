/** A generator's values are shares of work done, 0..1 (0 where it is not known); between two of them at most some milliseconds pass. */
export type Work<T> = Generator<number, T>;

/** Looks at edges (or as much other work) between two pauses: some milliseconds even before a function is compiled. */
export const SLICE = 1 << 16;
/** Entries with texts or objects, or such that are searched for, between two pauses. */
export const FEW = 1 << 12;

/** Runs work to its end at once. */
export function finish<T>(job: Work<T>): T {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

/** Does `part` for 0..count in pieces with a pause after each. (Loops belong into plain functions: engines compile them sooner.) */
export function* inSlices(count: number, size: number, part: (from: number, to: number) => void): Work<void> {
  for (let from = 0; from < count; from += size) {
    part(from, Math.min(count, from + size));
    yield 0;
  }
}

/** Does `part` for rows 0..rows, so many at a time that about SLICE edges are looked at (row i has edges ptr[i] .. ptr[i + 1] - 1). */
export function* inRows(ptr: Int32Array, rows: number, part: (from: number, to: number) => void): Work<void> {
  for (let from = 0; from < rows; ) {
    const limit = (ptr[from] as number) + from + SLICE;
    let lo = from + 1;
    let hi = rows;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if ((ptr[mid] as number) + mid <= limit) lo = mid;
      else hi = mid - 1;
    }
    part(from, lo);
    from = lo;
    yield 0;
  }
}
