import type { Change, Effect, PairReasons, Relaxation, UnmetReasons } from './changes.ts';
import { FREE, InputError, PINNED, VETOED } from './instance.ts';
import type { Desk } from './session.ts';
import type { Edge, HallViolator, PairKey, Problem } from './types.ts';

const byCost = (a: Relaxation, b: Relaxation): number =>
  b.effect.met - a.effect.met ||
  a.costForOthers - b.costForOthers ||
  (a.mentor < b.mentor ? -1 : a.mentor > b.mentor ? 1 : 0);

/** Reasons as data. Problem: the one the desk was opened with, for parts of scores, cuts and kinds. */
export interface Reasons {
  pair(mentee: string, mentor: string): PairReasons;
  unmet(mentee: string, most?: number): UnmetReasons;
  /** Everybody who lacks a mentor and all they could have; null when nobody does. */
  violator(): HallViolator | null;
  /** What dropping the rule altogether would bring. */
  rule(rule: string): Effect;
  /** What one more mentor of a kind would bring: everybody with an edge to one of them could have the new one, at the best such score. */
  marginal(kind: string): Effect;
}

/** Answers questions about a solved problem by what-ifs from the last state. */
export function openReasons(problem: Problem, desk: Desk): Reasons {
  const { state, menteeIds, mentorIds } = desk;
  const nameOf = (k: number): PairKey => ({
    mentee: menteeIds[state.mentee[k] as number] ?? '',
    mentor: mentorIds[state.mentor[k] as number] ?? '',
  });
  const numberOf = (mentee: string): number => {
    const i = desk.menteeAt.get(mentee);
    if (i === undefined) throw new InputError(`mentee ${mentee}: nobody is called so`);
    return i;
  };
  const holders = (j: number): string[] =>
    Array.from(state.column(j))
      .filter((k) => state.used[k] === 1)
      .map((k) => nameOf(k).mentee)
      .sort();

  // Everybody these mentees reach by exchanges, and their mentors: all of them full. Null when a place is vacant there.
  const blocking = (roots: Iterable<number>): HallViolator | null => {
    const mentees = new Set(roots);
    const mentors = new Set<number>();
    const asked = new Map<number, number>();
    let wanted = 0;
    for (const i of mentees) {
      wanted += state.need[i] as number;
      for (const k of state.row(i)) {
        const j = state.mentor[k] as number;
        if (state.kind[k] !== FREE) continue;
        asked.set(j, (asked.get(j) ?? 0) + 1);
        if (state.used[k] === 1 || mentors.has(j)) continue;
        if ((state.load[j] as number) < (state.capacity[j] as number)) return null;
        mentors.add(j);
        for (const held of state.held(j)) mentees.add(state.mentee[held] as number);
      }
    }
    let places = 0;
    for (const [j, count] of asked) places += Math.min(count, state.capacity[j] as number);
    const names = (set: Iterable<number>, ids: readonly string[]): string[] => [...set].map((x) => ids[x] ?? '').sort();
    return { mentees: names(mentees, menteeIds), mentors: names(asked.keys(), mentorIds), wanted, places };
  };

  const relaxation = (
    mentee: string,
    way: Relaxation['way'],
    mentor: string,
    changes: readonly Change[],
    more: object,
  ): Relaxation | null => {
    const missing = (state.need[numberOf(mentee)] as number) - (state.got[numberOf(mentee)] as number);
    const effect = desk.whatIf(changes);
    const gained =
      effect.added.filter((p) => p.mentee === mentee).length - effect.removed.filter((p) => p.mentee === mentee).length;
    if (missing <= 0 || gained <= 0) return null;
    const own = effect.added.filter((p) => p.mentee === mentee);
    const extra = new Map(
      changes.flatMap((c) => (c.kind === 'allow' ? c.edges.map((e) => [e.mentor, e.score] as const) : [])),
    );
    const ownScore = own.reduce((sum, p) => sum + (extra.get(p.mentor) ?? (state.score[desk.edge(p)] as number)), 0);
    return { way, mentor, changes, effect, costForOthers: ownScore - effect.score, ...more };
  };

  const capacityOf = (mentor: string): number => {
    const j = desk.mentorAt.get(mentor) ?? -1;
    const pins = Array.from(state.column(j)).filter((k) => state.kind[k] === PINNED).length;
    return (state.capacity[j] as number) + pins;
  };

  const relaxations = (mentee: string, reach: HallViolator | null, most: number): Relaxation[] => {
    const found: (Relaxation | null)[] = [];
    const i = numberOf(mentee);
    const near = new Set(
      Array.from(state.row(i))
        .filter((k) => state.kind[k] === FREE)
        .map((k) => nameOf(k).mentor),
    );
    const places = [...near, ...(reach?.mentors ?? []).filter((m) => !near.has(m))].slice(0, most);
    for (const mentor of places)
      found.push(
        relaxation(mentee, 'place', mentor, [{ kind: 'capacity', mentor, capacity: capacityOf(mentor) + 1 }], {}),
      );
    const known = new Set(Array.from(state.row(i)).map((k) => nameOf(k).mentor));
    const cuts = new Map<string, { rules: string[]; score: number }>();
    for (const cut of problem.cuts ?? []) {
      if (cut.mentee !== mentee || known.has(cut.mentor) || !desk.mentorAt.has(cut.mentor)) continue;
      const before = cuts.get(cut.mentor);
      cuts.set(cut.mentor, { rules: [...(before?.rules ?? []), cut.rule], score: before?.score ?? cut.score ?? 0 });
    }
    for (const [mentor, { rules, score }] of [...cuts].filter(([, c]) => c.rules.length === 1).slice(0, most)) {
      found.push(
        relaxation(mentee, 'rule', mentor, [{ kind: 'allow', edges: [{ mentee, mentor, score }] }], {
          rule: rules[0] ?? '',
        }),
      );
    }
    for (const k of state.row(i)) {
      if (state.kind[k] === VETOED)
        found.push(
          relaxation(mentee, 'unlock', nameOf(k).mentor, [{ ...nameOf(k), kind: 'unveto' }], { pair: nameOf(k) }),
        );
    }
    for (const mentor of places) {
      for (const k of Array.from(state.column(desk.mentorAt.get(mentor) ?? -1))) {
        if (state.kind[k] === PINNED)
          found.push(relaxation(mentee, 'unlock', mentor, [{ ...nameOf(k), kind: 'unpin' }], { pair: nameOf(k) }));
      }
    }
    return found.filter((r) => r !== null).sort(byCost);
  };

  return {
    pair(mentee, mentor) {
      const k = desk.edge({ mentee, mentor });
      const score = state.score[k] as number;
      const given = problem.edges.find((e) => e.mentee === mentee && e.mentor === mentor);
      const better = Array.from(state.row(numberOf(mentee)))
        .filter((e) => state.kind[e] !== VETOED && (state.score[e] as number) > score)
        .map((e) => ({
          mentor: nameOf(e).mentor,
          score: state.score[e] as number,
          holders: holders(state.mentor[e] as number),
        }))
        .sort((a, b) => b.score - a.score || (a.mentor < b.mentor ? -1 : 1));
      return { mentee, mentor, score, parts: given?.parts ?? [], pinned: state.kind[k] === PINNED, better };
    },
    unmet(mentee, most = 40) {
      const i = numberOf(mentee);
      const missing = (state.need[i] as number) - (state.got[i] as number);
      const byRule = new Map<string, string[]>();
      for (const cut of problem.cuts ?? []) {
        if (cut.mentee === mentee) byRule.set(cut.rule, [...(byRule.get(cut.rule) ?? []), cut.mentor]);
      }
      const row = Array.from(state.row(i));
      const reach = missing > 0 ? blocking([i]) : null;
      return {
        mentee,
        missing,
        cuts: [...byRule].map(([rule, mentors]) => ({ rule, mentors: mentors.sort() })),
        vetoed: row.filter((k) => state.kind[k] === VETOED).map((k) => nameOf(k).mentor),
        possible: row.filter((k) => state.kind[k] === FREE && state.used[k] === 0).map((k) => nameOf(k).mentor),
        blocking: reach,
        relaxations: missing > 0 ? relaxations(mentee, reach, most) : [],
      };
    },
    violator() {
      const roots: number[] = [];
      for (let i = 0; i < state.mentees; i++) if ((state.got[i] as number) < (state.need[i] as number)) roots.push(i);
      return roots.length > 0 ? blocking(roots) : null;
    },
    rule(rule) {
      const others = new Set(
        (problem.cuts ?? []).filter((c) => c.rule !== rule).map((c) => `${c.mentee}\n${c.mentor}`),
      );
      const edges = (problem.cuts ?? [])
        .filter((c) => c.rule === rule && !others.has(`${c.mentee}\n${c.mentor}`))
        .map((c): Edge => ({ mentee: c.mentee, mentor: c.mentor, score: c.score ?? 0 }));
      return desk.whatIf([{ kind: 'allow', edges }]);
    },
    marginal(kind) {
      const same = new Set(problem.mentors.filter((m) => m.kind === kind).map((m) => m.id));
      const best = new Map<string, number>();
      for (const e of problem.edges)
        if (same.has(e.mentor)) best.set(e.mentee, Math.max(best.get(e.mentee) ?? -Infinity, e.score));
      let id = `one more ${kind}`;
      while (desk.mentorAt.has(id)) id += '+';
      const edges = [...best].map(([mentee, score]): Edge => ({ mentee, mentor: id, score }));
      return desk.whatIf([{ kind: 'add-mentor', mentor: { id, capacity: 1 }, edges }]);
    },
  };
}
