import { type Choice, FREE, type Instance, PINNED } from './instance.ts';

/** An optimal choice that can be edited: edges by number, with rows and columns; every edit can be undone. */
export interface State {
  readonly weight: number;
  mentees: number;
  mentors: number;
  edges: number;
  /** Left after pins. */
  need: Int32Array;
  capacity: Int32Array;
  got: Int32Array;
  load: Int32Array;
  price: Float64Array;
  mentee: Int32Array;
  mentor: Int32Array;
  score: Int32Array;
  kind: Uint8Array;
  used: Uint8Array;
  /** Edges of a mentee, of a mentor; edges a mentor holds (pinned ones not among them). */
  readonly row: (i: number) => Int32Array | number[];
  readonly column: (j: number) => Int32Array | number[];
  readonly held: (j: number) => readonly number[];
  addEdge(i: number, j: number, score: number): number;
  addMentee(need: number): number;
  addMentor(capacity: number): number;
  hold(edge: number): void;
  release(edge: number): void;
  setPrice(j: number, price: number): void;
  setKind(edge: number, kind: number): void;
  setScore(edge: number, score: number): void;
  setNeed(i: number, need: number): void;
  setCapacity(j: number, capacity: number): void;
  /** Marks a pair as given (pinned), or no longer so; counts as a met need but not among got and load. */
  fix(edge: number, fixed: boolean): void;
  /** Needs met and total score, pinned pairs included. */
  met: number;
  total: number;
  /** Edges that changed hands since the map was last cleared, with their former use. */
  readonly toggled: Map<number, number>;
  /** Runs `undo` when the present edits are undone. */
  onUndo(undo: () => void): void;
  /** A mark to return to. */
  mark(): number;
  undo(mark: number): void;
  /** Forgets how to undo. */
  settle(): void;
}

const grown = <T extends Int32Array | Float64Array | Uint8Array>(a: T, size: number): T => {
  if (size <= a.length) return a;
  const more = new (a.constructor as new (n: number) => T)(Math.max(size, a.length + (a.length >> 2) + 64));
  more.set(a);
  return more;
};

/** Opens the state of a solved instance. O(edges). */
export function openState(x: Instance, choice: Choice): State {
  const edges = x.mentor.length;
  const base = { mentees: x.mentees, mentors: x.mentors };
  const mentee = new Int32Array(edges + 64);
  for (let i = 0; i < x.mentees; i++) mentee.fill(i, x.rowPtr[i] as number, x.rowPtr[i + 1] as number);
  const ids = new Int32Array(edges);
  const colPtr = new Int32Array(x.mentors + 1);
  for (let k = 0; k < edges; k++) {
    ids[k] = k;
    colPtr[(x.mentor[k] as number) + 1] = (colPtr[(x.mentor[k] as number) + 1] as number) + 1;
  }
  for (let j = 0; j < x.mentors; j++) colPtr[j + 1] = (colPtr[j + 1] as number) + (colPtr[j] as number);
  const colEdge = new Int32Array(edges);
  const at = colPtr.slice();
  for (let k = 0; k < edges; k++) {
    const j = x.mentor[k] as number;
    colEdge[at[j] as number] = k;
    at[j] = (at[j] as number) + 1;
  }
  const moreRow = new Map<number, number[]>();
  const moreColumn = new Map<number, number[]>();
  const held: number[][] = Array.from({ length: x.mentors }, () => []);
  const log: (() => void)[] = [];
  let logging = false;
  const later = (undo: () => void): void => {
    if (logging) log.push(undo);
  };
  const heldBy = (j: number): number[] => held[j] ?? [];
  const extend = (map: Map<number, number[]>, key: number, value: number): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };

  const s: State = {
    weight: choice.weight,
    mentees: x.mentees,
    mentors: x.mentors,
    edges,
    need: Int32Array.from(x.need),
    capacity: Int32Array.from(x.capacity),
    got: new Int32Array(x.mentees),
    load: new Int32Array(x.mentors),
    price: Float64Array.from(choice.prices),
    mentee,
    mentor: Int32Array.from(x.mentor),
    score: Int32Array.from(x.score),
    kind: Uint8Array.from(x.kind),
    used: new Uint8Array(edges),
    row(i) {
      const plain = i < base.mentees ? ids.subarray(x.rowPtr[i] as number, x.rowPtr[i + 1] as number) : [];
      const more = moreRow.get(i);
      return more ? [...plain, ...more] : plain;
    },
    column(j) {
      const plain = j < base.mentors ? colEdge.subarray(colPtr[j] as number, colPtr[j + 1] as number) : [];
      const more = moreColumn.get(j);
      return more ? [...plain, ...more] : plain;
    },
    held: heldBy,
    addEdge(i, j, score) {
      const k = s.edges++;
      s.mentee = grown(s.mentee, s.edges);
      s.mentor = grown(s.mentor, s.edges);
      s.score = grown(s.score, s.edges);
      s.kind = grown(s.kind, s.edges);
      s.used = grown(s.used, s.edges);
      s.mentee[k] = i;
      s.mentor[k] = j;
      s.score[k] = score;
      s.kind[k] = FREE;
      s.used[k] = 0;
      extend(moreRow, i, k);
      extend(moreColumn, j, k);
      later(() => {
        s.edges--;
        moreRow.get(i)?.pop();
        moreColumn.get(j)?.pop();
      });
      return k;
    },
    addMentee(need) {
      const i = s.mentees++;
      s.need = grown(s.need, s.mentees);
      s.got = grown(s.got, s.mentees);
      s.need[i] = need;
      s.got[i] = 0;
      later(() => {
        s.mentees--;
      });
      return i;
    },
    addMentor(capacity) {
      const j = s.mentors++;
      s.capacity = grown(s.capacity, s.mentors);
      s.load = grown(s.load, s.mentors);
      s.price = grown(s.price, s.mentors);
      s.capacity[j] = capacity;
      s.load[j] = 0;
      s.price[j] = 0;
      held[j] = [];
      later(() => {
        s.mentors--;
      });
      return j;
    },
    met: 0,
    total: 0,
    toggled: new Map(),
    onUndo: later,
    fix(edge, fixed) {
      if (!s.toggled.has(edge)) s.toggled.set(edge, s.used[edge] as number);
      s.used[edge] = fixed ? 1 : 0;
      s.met += fixed ? 1 : -1;
      s.total += fixed ? (s.score[edge] as number) : -(s.score[edge] as number);
      later(() => s.fix(edge, !fixed));
    },
    hold(edge) {
      if (!s.toggled.has(edge)) s.toggled.set(edge, 0);
      s.met++;
      s.total += s.score[edge] as number;
      const i = s.mentee[edge] as number;
      const j = s.mentor[edge] as number;
      s.used[edge] = 1;
      s.got[i] = (s.got[i] as number) + 1;
      s.load[j] = (s.load[j] as number) + 1;
      heldBy(j).push(edge);
      later(() => s.release(edge));
    },
    release(edge) {
      if (!s.toggled.has(edge)) s.toggled.set(edge, 1);
      s.met--;
      s.total -= s.score[edge] as number;
      const i = s.mentee[edge] as number;
      const j = s.mentor[edge] as number;
      s.used[edge] = 0;
      s.got[i] = (s.got[i] as number) - 1;
      s.load[j] = (s.load[j] as number) - 1;
      const list = heldBy(j);
      list.splice(list.indexOf(edge), 1);
      later(() => s.hold(edge));
    },
    setPrice(j, price) {
      const before = s.price[j] as number;
      s.price[j] = price;
      later(() => {
        s.price[j] = before;
      });
    },
    setKind(edge, kind) {
      const before = s.kind[edge] as number;
      s.kind[edge] = kind;
      later(() => {
        s.kind[edge] = before;
      });
    },
    setScore(edge, score) {
      const before = s.score[edge] as number;
      s.score[edge] = score;
      if ((s.used[edge] as number) === 1) s.total += score - before;
      later(() => s.setScore(edge, before));
    },
    setNeed(i, need) {
      const before = s.need[i] as number;
      s.need[i] = need;
      later(() => {
        s.need[i] = before;
      });
    },
    setCapacity(j, capacity) {
      const before = s.capacity[j] as number;
      s.capacity[j] = capacity;
      later(() => {
        s.capacity[j] = before;
      });
    },
    mark() {
      logging = true;
      return log.length;
    },
    undo(mark) {
      logging = false;
      while (log.length > mark) log.pop()?.();
      logging = mark > 0;
    },
    settle() {
      log.length = 0;
      logging = false;
    },
  };
  for (const k of choice.edges) {
    if ((s.kind[k] as number) === PINNED) {
      const i = mentee[k] as number;
      const j = s.mentor[k] as number;
      s.fix(k, true);
      s.need[i] = (s.need[i] as number) - 1;
      s.capacity[j] = (s.capacity[j] as number) - 1;
    } else s.hold(k);
  }
  s.toggled.clear();
  return s;
}
