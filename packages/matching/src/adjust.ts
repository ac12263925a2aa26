import { InputError } from './instance.ts';
import { solve } from './solve.ts';
import type { Edge, PairKey, Policy, Problem, Solution, SolveOptions } from './types.ts';

const keyOf = (p: PairKey): string => `${p.mentee}\n${p.mentor}`;
const points = (value: number): number => {
  if (!Number.isInteger(value)) throw new InputError(`${value} points: not a whole number`);
  return value;
};
const more = (e: Edge, rule: string, by: number): Edge => ({
  ...e,
  score: e.score + by,
  parts: [...(e.parts ?? []), { rule, points: by }],
});

/** Continuity: last year's pairs that are still allowed weigh so many points more. */
export function withContinuity(
  problem: Problem,
  lastYear: readonly PairKey[],
  bonus: number,
  rule = 'continuity',
): Problem {
  const were = new Set(lastYear.map(keyOf));
  const by = points(bonus);
  return { ...problem, edges: problem.edges.map((e) => (were.has(keyOf(e)) ? more(e, rule, by) : e)) };
}

/** No-shows: every edge of a mentee weighs so many points less for each missed meeting, so scarce places go to others first. */
export function withNoShows(
  problem: Problem,
  misses: Readonly<Record<string, number>>,
  each: number,
  rule = 'no-shows',
): Problem {
  const by = points(each);
  return {
    ...problem,
    edges: problem.edges.map((e) => {
      const missed = points(misses[e.mentee] ?? 0);
      return missed > 0 ? more(e, rule, -by * missed) : e;
    }),
  };
}

/** One form of mentoring. `person` of mentors and mentees tells who is the same human in several forms (default: the id). */
export interface Form {
  readonly form: string;
  readonly problem: Problem;
}

const joined = (form: string, id: string): string => `${form}/${id}`;

/**
 * Several forms as one problem: people of form f are called «f/id»; nobody mentors themself. places: how many mentees one person
 * can take over all forms; such a person is one mentor, «all/person», with so many places, so the total is exact.
 */
export function joinForms(forms: readonly Form[], places: Readonly<Record<string, number>> = {}): Problem {
  const mentors = new Map<string, { id: string; capacity: number; person: string }>();
  const whole = {
    mentees: [] as Problem['mentees'][number][],
    edges: [] as Edge[],
    pinned: [] as PairKey[],
    vetoed: [] as PairKey[],
  };
  const seen = new Set<string>(['all']);
  for (const { form, problem } of forms) {
    if (seen.has(form))
      throw new InputError(`form ${form}: listed twice, or the word kept for people in several forms`);
    seen.add(form);
    const person = new Map(problem.mentees.map((m) => [m.id, m.person ?? m.id]));
    const mentorPerson = new Map(problem.mentors.map((m) => [m.id, m.person ?? m.id]));
    const mentorId = (id: string): string => {
      const who = mentorPerson.get(id) ?? id;
      return places[who] === undefined ? joined(form, id) : joined('all', who);
    };
    for (const m of problem.mentors) {
      const who = m.person ?? m.id;
      const id = mentorId(m.id);
      mentors.set(id, { id, person: who, capacity: places[who] ?? m.capacity });
    }
    for (const m of problem.mentees) whole.mentees.push({ ...m, id: joined(form, m.id), person: m.person ?? m.id });
    const pair = <T extends PairKey>(p: T): T => ({ ...p, mentee: joined(form, p.mentee), mentor: mentorId(p.mentor) });
    const self = (p: PairKey): boolean =>
      (person.get(p.mentee) ?? p.mentee) === (mentorPerson.get(p.mentor) ?? p.mentor);
    whole.edges.push(...problem.edges.filter((e) => !self(e)).map(pair));
    whole.pinned.push(...(problem.pinned ?? []).map(pair));
    whole.vetoed.push(...(problem.vetoed ?? []).map(pair));
  }
  return { mentors: [...mentors.values()], ...whole };
}

/** Solves several forms at once; see joinForms for how people are called in the solution. */
export function solveForms(
  forms: readonly Form[],
  places: Readonly<Record<string, number>> = {},
  policy: Policy = { kind: 'max' },
  options: SolveOptions = {},
): Promise<Solution> {
  return solve(joinForms(forms, places), policy, options);
}
