/** What a guest says: people of the other side. Wishes are in order. */
export interface Ballot {
  readonly wants: readonly string[];
  readonly helps: readonly string[];
  readonly avoids: readonly string[];
}

/** Ticks without an order: more than this is no choice any more. */
export const mostTicks = 20;

export type BallotProblem =
  | 'nobody-chosen'
  | 'too-many-wishes'
  | 'too-many-ticks'
  | 'wanted-and-avoided'
  | 'not-a-guest';

/** What is wrong with a ballot; undefined when it can be counted. `known` are the guests of the other side. */
export const problemOf = (
  { wants, helps, avoids }: Ballot,
  { mostWishes, known }: { readonly mostWishes: number; readonly known: ReadonlySet<string> },
): BallotProblem | undefined => {
  if (wants.length + helps.length + avoids.length === 0) return 'nobody-chosen';
  if (wants.length > mostWishes) return 'too-many-wishes';
  if (helps.length > mostTicks || avoids.length > mostTicks) return 'too-many-ticks';
  if (avoids.some((id) => wants.includes(id) || helps.includes(id))) return 'wanted-and-avoided';
  return [...wants, ...helps, ...avoids].every((id) => known.has(id)) ? undefined : 'not-a-guest';
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/**
 * Reads a ballot as the page sends it: `place-<id>` holds a place among the wishes, `helps` and `avoids` hold ids. Two people
 * on one place keep the order of the page; nobody is counted twice.
 */
export const readBallot = (values: Readonly<Record<string, readonly string[]>>): Ballot => {
  const places = Object.entries(values).flatMap(([name, [place = '']]) => {
    const id = name.startsWith('place-') ? name.slice('place-'.length) : '';
    const at = Number(place);
    return uuid.test(id) && Number.isInteger(at) && at > 0 ? [{ id, at }] : [];
  });
  const ids = (name: string): string[] => [...new Set((values[name] ?? []).filter((id) => uuid.test(id)))];
  return {
    wants: places.sort((one, other) => one.at - other.at).map(({ id }) => id),
    helps: ids('helps'),
    avoids: ids('avoids'),
  };
};

/** «12, 4 31» of a paper ballot as numbers of guests; undefined when something is no number. */
export const readNumbers = (text: string): readonly number[] | undefined => {
  const words = text.split(/[\s,;.]+/).filter(Boolean);
  const numbers = words.map((word) => Number(word.replace(/^№/, '')));
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? [...new Set(numbers)] : undefined;
};
