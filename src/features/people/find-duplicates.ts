import type { Day } from '../../kernel/day.ts';
import { oneApart } from './group-name.ts';
import { folded } from './person-values.ts';
import { isMobile } from './phone.ts';

/** A person as far as comparing goes: of the file (`row`) or of the college (`id`). */
export interface Comparable {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly patronymic: string | null;
  readonly birthDay: Day | null;
  readonly phone: string | null;
  readonly group: string | null;
}

export type Who = { readonly row: number } | { readonly id: string };

export type Evidence =
  | 'same-name'
  | 'similar-name'
  | 'same-birth-day'
  | 'other-birth-day'
  | 'no-birth-day'
  | 'same-phone'
  | 'same-group'
  | 'other-group';

export interface Duplicate {
  readonly first: Who;
  readonly second: { readonly row: number };
  /** `same`: merge unless told otherwise; `maybe`: a person decides; `namesakes`: two people unless told otherwise. */
  readonly verdict: 'same' | 'maybe' | 'namesakes';
  readonly evidence: readonly Evidence[];
}

interface Entry {
  readonly who: Who;
  readonly person: Comparable;
  /** Surname, name, patronymic as they compare. */
  readonly parts: readonly [string, string, string];
  readonly name: string;
}

function entryOf(who: Who, person: Comparable): Entry {
  const parts = [
    folded(person.lastName ?? ''),
    folded(person.firstName ?? ''),
    folded(person.patronymic ?? ''),
  ] as const;
  return { who, person, parts, name: `${parts[0]} ${parts[1]} ${parts[2]}` };
}

/** Whether an initial may stand for a name, or one side does not give it. */
const fits = (one: string, other: string): boolean => {
  if (one === other || one === '' || other === '') return true;
  return (one.endsWith('.') && other[0] === one[0]) || (other.endsWith('.') && one[0] === other[0]);
};

function similar({ parts: one, name }: Entry, { parts: other, name: otherName }: Entry): boolean {
  if (one[0] === other[0] && fits(one[1], other[1]) && fits(one[2], other[2])) return true;
  return oneApart(name, otherName);
}

function evidenceOf(first: Entry, second: Entry): Evidence[] {
  const named = first.name === second.name ? 'same-name' : similar(first, second) ? 'similar-name' : undefined;
  if (named === undefined) return [];
  const [one, other] = [first.person, second.person];
  const evidence: Evidence[] = [named];
  if (one.birthDay === null || other.birthDay === null) evidence.push('no-birth-day');
  else evidence.push(one.birthDay === other.birthDay ? 'same-birth-day' : 'other-birth-day');
  if (one.phone !== null && one.phone === other.phone && isMobile(one.phone)) evidence.push('same-phone');
  if (one.group !== null && other.group !== null)
    evidence.push(folded(one.group) === folded(other.group) ? 'same-group' : 'other-group');
  return evidence;
}

/** undefined: two people, and nothing to ask about. */
function judge(evidence: readonly Evidence[]): Duplicate['verdict'] | undefined {
  const has = (each: Evidence) => evidence.includes(each);
  if (has('same-name')) {
    if (has('same-birth-day')) return 'same';
    if (has('other-birth-day')) return has('same-phone') ? 'maybe' : 'namesakes';
    return has('same-phone') ? 'same' : 'maybe';
  }
  if (!has('similar-name')) return undefined;
  return has('same-birth-day') || has('same-phone') ? 'maybe' : undefined;
}

/** People seen so far under a key; at most this many are compared with a newcomer, so a hostile list costs no time. */
const compared = 12;

class Index {
  readonly #byKey = new Map<string, Entry[]>();

  candidates(entry: Entry): Iterable<Entry> {
    const near = new Set<Entry>();
    if (this.#byKey.size > 0)
      for (const key of this.#keys(entry)) for (const each of this.#byKey.get(key) ?? []) near.add(each);
    return near;
  }

  add(entry: Entry): void {
    for (const key of this.#keys(entry)) {
      const entries = this.#byKey.get(key);
      if (!entries) this.#byKey.set(key, [entry]);
      else if (entries.length < compared) entries.push(entry);
    }
  }

  #keys({ name, parts, person }: Entry): string[] {
    const keys = [`name ${name}`];
    if (person.birthDay) keys.push(`born ${person.birthDay} ${parts[1].slice(0, 1)}`);
    if (person.phone && isMobile(person.phone)) keys.push(`phone ${person.phone}`);
    return keys;
  }
}

const weight = { same: 0, maybe: 1, namesakes: 2 } as const;

function bestMatch(row: number, entry: Entry, index: Index): Duplicate | undefined {
  let best: Duplicate | undefined;
  for (const other of index.candidates(entry)) {
    const evidence = evidenceOf(other, entry);
    const verdict = judge(evidence);
    if (!verdict || (best && weight[best.verdict] <= weight[verdict])) continue;
    best = { first: other.who, second: { row }, verdict, evidence };
  }
  return best;
}

/**
 * Pairs that may be one person: each row against the people of the college and against the rows above it, the
 * likeliest match of each side. Rows without a name are left out.
 */
export function findDuplicates(
  rows: readonly { readonly row: number; readonly values: Comparable }[],
  existing: readonly (Comparable & { readonly id: string })[] = [],
): Duplicate[] {
  const college = new Index();
  for (const person of existing) college.add(entryOf({ id: person.id }, person));
  const file = new Index();
  return rows.flatMap(({ row, values }) => {
    if (values.lastName === null || values.firstName === null) return [];
    const entry = entryOf({ row }, values);
    const matches = [bestMatch(row, entry, college), bestMatch(row, entry, file)];
    file.add(entry);
    return matches.filter((match) => match !== undefined);
  });
}
