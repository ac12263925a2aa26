// Answers that have not reached the server yet. They outlive the page; where storage is shut they live as long as it does.

export interface Waiting {
  readonly question: string;
  /** Made here once: the same answer sent twice stays one answer. */
  readonly id: string;
  /** Milliseconds by the server's clock. */
  readonly at: number;
  readonly fields: readonly (readonly [string, string])[];
}

interface Kept {
  readonly waiting: readonly Waiting[];
  readonly finish: boolean;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'waiting' in value && Array.isArray(value.waiting);

const read = (key: string): Kept => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(value) ? value : { waiting: [], finish: false };
  } catch {
    return { waiting: [], finish: false };
  }
};

/** Every change is written down before anything is sent. */
export const openQueue = (key: string) => {
  let kept = read(key);
  const write = (next: Kept): void => {
    kept = next;
    try {
      if (next.waiting.length === 0 && !next.finish) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full or forbidden storage: the answers wait in this page.
    }
  };
  return {
    all: () => kept.waiting,
    first: () => kept.waiting[0],
    clock: () => Math.max(0, ...kept.waiting.map(({ at }) => at)),
    /** A newer answer to the same question takes the place of one that has not gone. */
    add: (one: Waiting) =>
      write({ ...kept, waiting: [...kept.waiting.filter(({ question }) => question !== one.question), one] }),
    remove: (id: string) => write({ ...kept, waiting: kept.waiting.filter((one) => one.id !== id) }),
    finishing: (finish: boolean) => write({ ...kept, finish }),
    wantsFinish: () => kept.finish,
  };
};
