// What a phone in the hall keeps until it has reached the server. It outlives the page; where storage is shut it lives as long as it does.

type Fields = readonly (readonly [string, string])[];

export interface Waiting {
  /** Made once for each press of the button: the same vote sent twice stays one vote. */
  readonly key: string;
  /** Milliseconds by the server's clock. */
  readonly at: number;
  readonly fields: Fields;
}

interface Kept {
  /** Choices that were made and not sent yet. */
  readonly draft: Fields | null;
  readonly waiting: Waiting | null;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'draft' in value && 'waiting' in value;

const nothing: Kept = { draft: null, waiting: null };

const read = (name: string): Kept => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    return isKept(value) ? value : nothing;
  } catch {
    return nothing;
  }
};

/** Every change is written down before anything is sent. */
export const openHallQueue = (name: string) => {
  let kept = read(name);
  const write = (next: Kept): void => {
    kept = next;
    try {
      if (next.draft === null && next.waiting === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // A full or forbidden storage: the choices wait in this page.
    }
  };
  return {
    draft: () => kept.draft ?? kept.waiting?.fields ?? null,
    waiting: () => kept.waiting,
    keepDraft: (draft: Fields) => write({ ...kept, draft }),
    /** A newer vote takes the place of one that has not gone. */
    send: (waiting: Waiting) => write({ draft: null, waiting }),
    /** This very vote is no longer waited for. */
    settled: (key: string) => write(kept.waiting?.key === key ? { ...kept, waiting: null } : kept),
  };
};
