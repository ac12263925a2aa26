import type { Row } from './csv.ts';
import { InputError } from './instance.ts';
import type { Cut, Edge, Mentee, Mentor, Part, Problem } from './types.ts';

/** How a mentee's cell and a mentor's cell are compared. Cells may hold several values, separated by a bar: «Mon 9|Tue 10». */
export interface Rule {
  readonly rule: string;
  /** common: values both have; equal: 1 when the cells are equal; near: numbers not further apart than `reach`. */
  readonly compare: 'common' | 'equal' | 'near';
  readonly mentee: string;
  readonly mentor: string;
  /** Hard rule: the pair is allowed only with at least so many (common values, or 1 for equal and near). */
  readonly least?: number;
  /** Points for each common value (or for being equal or near), up to `most` points. */
  readonly points?: number;
  readonly most?: number;
  readonly reach?: number;
}

const values = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((x) => x.trim())
    .filter(Boolean);

function amount(rule: Rule, mentee: Row, mentor: Row): number {
  const a = mentee[rule.mentee];
  const b = mentor[rule.mentor];
  if (a === undefined) throw new InputError(`rule ${rule.rule}: mentees have no column ${rule.mentee}`);
  if (b === undefined) throw new InputError(`rule ${rule.rule}: mentors have no column ${rule.mentor}`);
  switch (rule.compare) {
    case 'common': {
      const theirs = new Set(values(b));
      return new Set(values(a).filter((x) => theirs.has(x))).size;
    }
    case 'equal':
      return a !== '' && a === b ? 1 : 0;
    case 'near':
      return a !== '' && b !== '' && Math.abs(Number(a) - Number(b)) <= (rule.reach ?? 0) ? 1 : 0;
    default:
      throw new InputError(`rule ${rule.rule}: compare is common, equal or near`);
  }
}

const counted = (cell: string | undefined, otherwise: number, what: string): number => {
  const n = cell === undefined || cell === '' ? otherwise : Number(cell);
  if (!Number.isInteger(n) || n < 0) throw new InputError(`${what}: ${cell} is not a whole number`);
  return n;
};

/** A problem out of two tables (columns id, capacity, kind; id, need, level) and rules. Every pair is looked at. O(pairs · rules). */
export function problemOf(mentors: readonly Row[], mentees: readonly Row[], rules: readonly Rule[]): Problem {
  const edges: Edge[] = [];
  const cuts: Cut[] = [];
  for (const i of mentees) {
    for (const j of mentors) {
      const pair = { mentee: i.id ?? '', mentor: j.id ?? '' };
      const parts: Part[] = [];
      const against: string[] = [];
      for (const rule of rules) {
        const n = amount(rule, i, j);
        if (rule.least !== undefined && n < rule.least) against.push(rule.rule);
        const points = Math.min(n * (rule.points ?? 0), rule.most ?? Infinity);
        if (points !== 0) parts.push({ rule: rule.rule, points });
      }
      const score = parts.reduce((sum, p) => sum + p.points, 0);
      if (against.length === 0) edges.push({ ...pair, score, parts });
      for (const rule of against) cuts.push({ ...pair, rule, score });
    }
  }
  const toMentor = (r: Row): Mentor => {
    const id = r.id ?? '';
    return {
      id,
      capacity: counted(r.capacity, 1, `mentor ${id}: capacity`),
      ...(r.kind ? { kind: r.kind } : {}),
    };
  };
  const toMentee = (r: Row): Mentee => {
    const id = r.id ?? '';
    return {
      id,
      need: counted(r.need, 1, `mentee ${id}: need`),
      ...(r.level ? { level: Number(r.level) } : {}),
    };
  };
  return { mentors: mentors.map(toMentor), mentees: mentees.map(toMentee), edges, cuts };
}
