import type { Change, Effect } from './changes.ts';
import { FREE, InputError, PINNED, VETOED } from './instance.ts';
import type { Reduced } from './market.ts';
import { marketOf } from './market.ts';
import { maximizeMarket } from './maximize.ts';
import { type Numbered, numbered } from './problem.ts';
import { openRepair, type Repair } from './repair.ts';
import { openState, type State } from './state.ts';
import type { Edge, PairKey, Problem } from './types.ts';
import { finish } from './work.ts';

/** The numbers behind a session: ids, the edited state, and what repairs it. */
export interface Desk {
  readonly menteeIds: string[];
  readonly mentorIds: string[];
  readonly menteeAt: Map<string, number>;
  readonly mentorAt: Map<string, number>;
  readonly state: State;
  readonly repair: Repair;
  edge(pair: PairKey): number;
  apply(changes: readonly Change[]): void;
  /** What the changes would bring; the state is as before afterwards. */
  whatIf(changes: readonly Change[]): Effect;
}

const ROOM = 4; // later scores may be so many times higher before everything is solved anew

/** Solves a problem (policy max) and keeps prices and pairs for changes. */
export function openDesk(problem: Problem): Desk {
  return deskOf(numbered(problem));
}

/** The same for a problem that is already numbers. */
export function deskOf(known: Numbered): Desk {
  const x = known.instance;
  const reduced: Reduced = marketOf(x);
  const limit = ROOM * Math.max(reduced.market.span, Math.abs(reduced.shift), 250);
  const wanted = x.need.reduce((sum, y) => sum + y, 0);
  const choice = finish(maximizeMarket(x, reduced, (2 * limit + 1) * (2 * wanted + 1000)));
  const state = openState(x, choice);
  const repair = openRepair(state);
  const menteeIds = [...known.menteeIds];
  const mentorIds = [...known.mentorIds];
  const menteeAt = new Map(known.menteeAt);
  const mentorAt = new Map(known.mentorAt);

  const at = (map: Map<string, number>, id: string, what: string): number => {
    const found = map.get(id);
    if (found === undefined) throw new InputError(`${what} ${id}: nobody is called so`);
    return found;
  };
  const edgeOf = (pair: PairKey): number => {
    const i = at(menteeAt, pair.mentee, 'mentee');
    const j = at(mentorAt, pair.mentor, 'mentor');
    for (const k of state.row(i)) if ((state.mentor[k] as number) === j) return k;
    return -1;
  };
  const edge = (pair: PairKey): number => {
    const k = edgeOf(pair);
    if (k < 0) throw new InputError(`pair ${pair.mentee} – ${pair.mentor}: not among the edges`);
    return k;
  };
  const room = (value: number, what: string): number => {
    if (!Number.isInteger(value) || Math.abs(value) > limit)
      throw new InputError(`${what}: ${value} is not a whole number up to ${limit}; solve anew`);
    return value;
  };
  const drop = (k: number): void => {
    if ((state.used[k] as number) === 1) state.release(k);
  };
  const touch = (k: number): void => {
    repair.recheck(state.mentee[k] as number);
    repair.relieve(state.mentor[k] as number);
  };
  const unfix = (k: number): void => {
    const i = state.mentee[k] as number;
    const j = state.mentor[k] as number;
    state.fix(k, false);
    state.setKind(k, FREE);
    state.setNeed(i, (state.need[i] as number) + 1);
    state.setCapacity(j, (state.capacity[j] as number) + 1);
    if ((state.capacity[j] as number) === 1) repair.priceOut(j);
    touch(k);
  };
  const fix = (k: number): void => {
    const i = state.mentee[k] as number;
    const j = state.mentor[k] as number;
    const full = (state.capacity[j] as number) === 0 || (state.need[i] as number) === 0;
    if (full && (state.used[k] as number) === 0)
      throw new InputError(`pair ${menteeIds[i]} – ${mentorIds[j]}: pins leave no place for it`);
    drop(k);
    state.fix(k, true);
    state.setKind(k, PINNED);
    state.setNeed(i, (state.need[i] as number) - 1);
    state.setCapacity(j, (state.capacity[j] as number) - 1);
    touch(k);
  };
  const allow = (edges: readonly Edge[]): void => {
    for (const e of edges) {
      if (edgeOf(e) >= 0) throw new InputError(`edge ${e.mentee} – ${e.mentor}: listed twice`);
      state.addEdge(at(menteeAt, e.mentee, 'mentee'), at(mentorAt, e.mentor, 'mentor'), room(e.score, 'score'));
    }
  };
  const setCapacity = (j: number, capacity: number): void => {
    const pins = Array.from(state.column(j)).filter((k) => (state.kind[k] as number) === PINNED).length;
    if (!Number.isInteger(capacity) || capacity < pins)
      throw new InputError(`mentor ${mentorIds[j]}: capacity ${capacity} is below the number of pinned mentees`);
    const before = state.capacity[j] as number;
    state.setCapacity(j, capacity - pins);
    if (before <= 0 && capacity > pins) repair.priceOut(j);
    repair.relieve(j);
  };
  const setNeed = (i: number, need: number): void => {
    const pins = Array.from(state.row(i)).filter((k) => (state.kind[k] as number) === PINNED).length;
    if (!Number.isInteger(need) || need < pins)
      throw new InputError(`mentee ${menteeIds[i]}: need ${need} is below the number of pinned mentors`);
    state.setNeed(i, need - pins);
    repair.recheck(i);
  };
  const enrol = (ids: string[], map: Map<string, number>, id: string, number: number): void => {
    if (map.has(id)) throw new InputError(`${id}: listed twice`);
    ids[number] = id;
    map.set(id, number);
    state.onUndo(() => {
      ids.length = number;
      map.delete(id);
    });
  };

  const one = (change: Change): void => {
    switch (change.kind) {
      case 'pin': {
        const k = edge(change);
        if ((state.kind[k] as number) === VETOED)
          throw new InputError(`pair ${change.mentee} – ${change.mentor}: vetoed`);
        if ((state.kind[k] as number) === FREE) fix(k);
        break;
      }
      case 'unpin': {
        const k = edge(change);
        if ((state.kind[k] as number) === PINNED) unfix(k);
        break;
      }
      case 'veto': {
        const k = edge(change);
        if ((state.kind[k] as number) === PINNED) unfix(k);
        drop(k);
        state.setKind(k, VETOED);
        touch(k);
        break;
      }
      case 'unveto': {
        const k = edge(change);
        if ((state.kind[k] as number) === VETOED) state.setKind(k, FREE);
        touch(k);
        break;
      }
      case 'score': {
        const k = edge(change);
        state.setScore(k, room(change.score, 'score'));
        touch(k);
        break;
      }
      case 'capacity':
        setCapacity(at(mentorAt, change.mentor, 'mentor'), change.capacity);
        break;
      case 'need':
        setNeed(at(menteeAt, change.mentee, 'mentee'), change.need);
        break;
      case 'allow':
        allow(change.edges);
        for (const e of change.edges) touch(edge(e));
        break;
      case 'add-mentor': {
        const j = state.addMentor(0);
        enrol(mentorIds, mentorAt, change.mentor.id, j);
        allow(change.edges);
        setCapacity(j, change.mentor.capacity);
        break;
      }
      case 'add-mentee': {
        const i = state.addMentee(0);
        enrol(menteeIds, menteeAt, change.mentee.id, i);
        allow(change.edges);
        setNeed(i, change.mentee.need ?? 1);
        break;
      }
      case 'drop-mentor': {
        const j = at(mentorAt, change.mentor, 'mentor');
        for (const k of Array.from(state.column(j))) if ((state.kind[k] as number) === PINNED) unfix(k);
        setCapacity(j, 0);
        break;
      }
      case 'drop-mentee': {
        const i = at(menteeAt, change.mentee, 'mentee');
        for (const k of Array.from(state.row(i))) if ((state.kind[k] as number) === PINNED) unfix(k);
        setNeed(i, 0);
        break;
      }
    }
    repair.run();
  };
  const attempt = (changes: readonly Change[]): void => {
    const mark = state.mark();
    try {
      for (const change of changes) one(change);
    } catch (error) {
      state.undo(mark);
      throw error;
    }
  };

  return {
    menteeIds,
    mentorIds,
    menteeAt,
    mentorAt,
    state,
    repair,
    edge,
    apply(changes) {
      attempt(changes);
      state.settle();
      state.toggled.clear();
    },
    whatIf(changes) {
      const met = state.met;
      const total = state.total;
      state.toggled.clear();
      attempt(changes);
      const added: PairKey[] = [];
      const removed: PairKey[] = [];
      for (const [k, before] of state.toggled) {
        if ((state.used[k] as number) === before) continue;
        const pair = {
          mentee: menteeIds[state.mentee[k] as number] ?? '',
          mentor: mentorIds[state.mentor[k] as number] ?? '',
        };
        (before === 1 ? removed : added).push(pair);
      }
      const effect = { met: state.met - met, score: state.total - total, added, removed };
      state.undo(0);
      state.settle();
      state.toggled.clear();
      return effect;
    },
  };
}
