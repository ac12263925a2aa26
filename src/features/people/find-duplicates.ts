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
  readonly second: Who & { readonly row: number };
  /** `same`: merge unless told otherwise; `maybe`: a person decides; `namesakes`: two people unless told otherwise. */
  readonly verdict: 'same' | 'maybe' | 'namesakes';
  readonly evidence: readonly Evidence[];
}

interface Entry {
  readonly who: Who;
  readonly person: Comparable;
  readonly name: string;
}

const nameOf = ({ lastName, firstName, patronymic }: Comparable): string =>
  folded([lastName, firstName, patronymic].filter(Boolean).join(' '));

/** Whether «И.» may stand for «Игорь», or a patronymic is not given on one side. */
const fits = (first: string | null, second: string | null): boolean => {
  const [one, other] = [folded(first ?? ''), folded(second ?? '')];
  if (one === other || one === '' || other === '') return true;
  return (
    (one.endsWith('.') && other.startsWith(one[0] ?? ' ')) || (other.endsWith('.') && one.startsWith(other[0] ?? ' '))
  );
};

function similar(first: Entry, second: Entry): boolean {
  const [one, other] = [first.person, second.person];
  const surname = folded(one.lastName ?? '') === folded(other.lastName ?? '');
  if (surname && fits(one.firstName, other.firstName) && fits(one.patronymic, other.patronymic)) return true;
  return oneApart(first.name, second.name);
}

function evidenceOf(first: Entry, second: Entry): Evidence[] {
  const [one, other] = [first.person, second.person];
  const evidence: Evidence[] = [];
  if (first.name === second.name) evidence.push('same-name');
  else if (similar(first, second)) evidence.push('similar-name');
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

  candidates(entry: Entry): Entry[] {
    return [...new Set(this.#keys(entry).flatMap((key) => this.#byKey.get(key) ?? []))];
  }

  add(entry: Entry): void {
    for (const key of this.#keys(entry)) {
      const entries = this.#byKey.get(key);
      if (!entries) this.#byKey.set(key, [entry]);
      else if (entries.length < compared) entries.push(entry);
    }
  }

  #keys({ name, person }: Entry): string[] {
    const keys = [`name ${name}`];
    if (person.birthDay) keys.push(`born ${person.birthDay} ${folded(person.firstName ?? '').slice(0, 1)}`);
    if (person.phone && isMobile(person.phone)) keys.push(`phone ${person.phone}`);
    return keys;
  }
}

const weight = { same: 0, maybe: 1, namesakes: 2 } as const;

function bestMatch(entry: Entry & { who: { row: number } }, index: Index): Duplicate | undefined {
  let best: Duplicate | undefined;
  for (const other of index.candidates(entry)) {
    const evidence = evidenceOf(other, entry);
    const verdict = judge(evidence);
    if (!verdict || (best && weight[best.verdict] <= weight[verdict])) continue;
    best = { first: other.who, second: entry.who, verdict, evidence };
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
  for (const person of existing) college.add({ who: { id: person.id }, person, name: nameOf(person) });
  const file = new Index();
  return rows.flatMap(({ row, values }) => {
    const name = nameOf(values);
    if (name === '' || values.firstName === null) return [];
    const entry = { who: { row }, person: values, name };
    const matches = [bestMatch(entry, college), bestMatch(entry, file)];
    file.add(entry);
    return matches.filter((match) => match !== undefined);
  });
}
