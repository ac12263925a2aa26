import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/changes.ts';
import { type Edge, type Problem, solveNow } from '../src/index.ts';
import { openDesk } from '../src/session.ts';
import { problems } from './random-problem.ts';

type Draw = { readonly what: number; readonly a: number; readonly b: number; readonly n: number };

const draws = fc.array(fc.record({ what: fc.nat(9), a: fc.nat(99), b: fc.nat(99), n: fc.nat(40) }), { maxLength: 8 });
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const same = (p: { mentee: string; mentor: string }) => (q: { mentee: string; mentor: string }) =>
  p.mentee === q.mentee && p.mentor === q.mentor;

/** A change that fits the problem, and the problem changed by hand. */
function change(problem: Problem, { what, a, b, n }: Draw, step: number): [Change, Problem] | null {
  const mentee = at(problem.mentees, a);
  const mentor = at(problem.mentors, b);
  const edge = at(problem.edges, a);
  const pinned = problem.pinned ?? [];
  const vetoed = problem.vetoed ?? [];
  const without = <T extends { mentee: string; mentor: string }>(list: readonly T[], e: Edge) =>
    list.filter((p) => !same(e)(p));
  const pinsAt = (id: string) => pinned.filter((p) => p.mentor === id || p.mentee === id).length;
  switch (what) {
    case 0: {
      if (!edge || pinned.some(same(edge)) || vetoed.some(same(edge))) return null;
      const places = problem.mentors.find((m) => m.id === edge.mentor)?.capacity ?? 0;
      const need = problem.mentees.find((m) => m.id === edge.mentee)?.need ?? 1;
      if (pinsAt(edge.mentor) >= places || pinsAt(edge.mentee) >= need) return null;
      return [
        { kind: 'pin', mentee: edge.mentee, mentor: edge.mentor },
        { ...problem, pinned: [...pinned, edge] },
      ];
    }
    case 1: {
      const pin = at(pinned, a);
      return pin
        ? [
            { ...pin, kind: 'unpin' },
            { ...problem, pinned: pinned.filter((p) => !same(pin)(p)) },
          ]
        : null;
    }
    case 2:
      if (!edge || vetoed.some(same(edge))) return null;
      return [
        { kind: 'veto', mentee: edge.mentee, mentor: edge.mentor },
        { ...problem, pinned: without(pinned, edge), vetoed: [...vetoed, edge] },
      ];
    case 3: {
      const veto = at(vetoed, a);
      return veto
        ? [
            { ...veto, kind: 'unveto' },
            { ...problem, vetoed: vetoed.filter((p) => !same(veto)(p)) },
          ]
        : null;
    }
    case 4:
      if (!edge) return null;
      return [
        { kind: 'score', mentee: edge.mentee, mentor: edge.mentor, score: n },
        { ...problem, edges: problem.edges.map((e) => (e === edge ? { ...e, score: n } : e)) },
      ];
    case 5: {
      if (!mentor) return null;
      const capacity = Math.max(n % 5, pinsAt(mentor.id));
      return [
        { kind: 'capacity', mentor: mentor.id, capacity },
        { ...problem, mentors: problem.mentors.map((m) => (m === mentor ? { ...m, capacity } : m)) },
      ];
    }
    case 6: {
      if (!mentee) return null;
      const need = Math.max(n % 4, pinsAt(mentee.id));
      return [
        { kind: 'need', mentee: mentee.id, need },
        { ...problem, mentees: problem.mentees.map((m) => (m === mentee ? { ...m, need } : m)) },
      ];
    }
    case 7: {
      const mentorNew = { id: `new${step}`, capacity: 1 + (n % 2) };
      const edges = problem.mentees
        .filter((_, i) => (i + n) % 2 === 0)
        .map((m, i) => ({ mentee: m.id, mentor: mentorNew.id, score: (n * 7 + i * 5) % 21 }));
      return [
        { kind: 'add-mentor', mentor: mentorNew, edges },
        { ...problem, mentors: [...problem.mentors, mentorNew], edges: [...problem.edges, ...edges] },
      ];
    }
    case 8: {
      const menteeNew = { id: `new${step}`, need: 1 + (n % 2) };
      const edges = problem.mentors
        .filter((_, i) => (i + n) % 2 === 0)
        .map((m, i) => ({ mentor: m.id, mentee: menteeNew.id, score: (n * 7 + i * 5) % 21 }));
      return [
        { kind: 'add-mentee', mentee: menteeNew, edges },
        { ...problem, mentees: [...problem.mentees, menteeNew], edges: [...problem.edges, ...edges] },
      ];
    }
    default:
      if (!mentor || !mentee) return null;
      if (n % 2)
        return [
          { kind: 'drop-mentor', mentor: mentor.id },
          {
            ...problem,
            mentors: problem.mentors.map((m) => (m === mentor ? { ...m, capacity: 0 } : m)),
            pinned: pinned.filter((p) => p.mentor !== mentor.id),
          },
        ];
      return [
        { kind: 'drop-mentee', mentee: mentee.id },
        {
          ...problem,
          mentees: problem.mentees.map((m) => (m === mentee ? { ...m, need: 0 } : m)),
          pinned: pinned.filter((p) => p.mentee !== mentee.id),
        },
      ];
  }
}

describe('a session', () => {
  it('is after every change as good as a fresh solve, and a what-if leaves no trace', () => {
    fc.assert(
      fc.property(problems({ mentees: 7, mentors: 5, need: 2, top: 20 }), draws, (start, list) => {
        let problem = start;
        const desk = openDesk(problem);
        list.forEach((draw, step) => {
          const next = change(problem, draw, step);
          if (!next) return;
          const [edit, changed] = next;
          const before = {
            met: desk.state.met,
            score: desk.state.total,
            used: desk.state.used.slice(0, desk.state.edges),
            prices: desk.state.price.slice(0, desk.state.mentors),
          };
          const effect = desk.whatIf([edit]);
          const { totals } = solveNow(changed);
          expect({ met: before.met + effect.met, score: before.score + effect.score }).toEqual({
            met: totals.met,
            score: totals.score,
          });
          const { state } = desk;
          expect({
            met: state.met,
            score: state.total,
            used: state.used.slice(0, state.edges),
            prices: state.price.slice(0, state.mentors),
          }).toEqual(before);
          desk.apply([edit]);
          problem = changed;
          expect({ met: state.met, score: state.total }).toEqual({ met: totals.met, score: totals.score });
        });
      }),
      { numRuns: 1500 },
    );
  });
});
