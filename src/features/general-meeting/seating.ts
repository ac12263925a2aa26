import { solveNow } from 'nastavnik-matching';

export interface Talk {
  readonly mentorId: string;
  readonly menteeId: string;
}

export interface Seat extends Talk {
  readonly round: number;
  /** The one who stays at the table while the others walk from table to table. */
  readonly hostId: string;
}

export interface Seating {
  readonly mentorIds: readonly string[];
  readonly menteeIds: readonly string[];
  /** The first and the last round to be planned; 1 is the first of the meeting. */
  readonly from: number;
  readonly till: number;
  /** Talks of the rounds before. */
  readonly before: readonly Talk[];
  /** How well two suit each other: a whole number from 0. */
  suits(mentorId: string, menteeId: string): number;
}

const keyOf = (one: string, other: string): string => `${one} ${other}`;

/** In how many rounds everybody can meet somebody new: as many as the smaller side has people. */
export const mostRounds = (mentors: number, mentees: number): number => Math.min(mentors, mentees);

interface Room {
  readonly hosts: readonly string[];
  readonly walkers: readonly string[];
  suits(host: string, walker: string): number;
}

/** Host by walker. */
type Round = ReadonlyMap<string, string>;

/** Places of each host: as even as can be, the larger tables moving on by one each round. */
const evenPlaces = ({ hosts, walkers }: Room, round: number): Map<string, number> => {
  const least = Math.floor(walkers.length / hosts.length);
  const larger = walkers.length % hosts.length;
  return new Map(
    hosts.map((host, at) => [host, least + ((at + round * larger) % hosts.length < larger ? 1 : 0)] as const),
  );
};

const samePlaces = ({ hosts }: Room, each: number): Map<string, number> => new Map(hosts.map((host) => [host, each]));

/** The best talks of one round among those that have not been; the engine places as many as can be placed. */
const seated = (room: Room, places: ReadonlyMap<string, number>, met: ReadonlySet<string>): Round => {
  const edges = room.hosts.flatMap((mentor) =>
    room.walkers
      .filter((mentee) => !met.has(keyOf(mentor, mentee)))
      .map((mentee) => ({ mentor, mentee, score: 1 + room.suits(mentor, mentee) })),
  );
  const { pairs } = solveNow({
    mentors: room.hosts.map((id) => ({ id, capacity: places.get(id) ?? 0 })),
    mentees: room.walkers.map((id) => ({ id })),
    edges,
  });
  return new Map(pairs.map(({ mentor, mentee }) => [mentee, mentor]));
};

const remember = (met: Set<string>, round: Round): void => {
  for (const [walker, host] of round) met.add(keyOf(host, walker));
};

/** Round by round the best talks; undefined when a later round would leave somebody standing or alone. */
const byBest = (room: Room, rounds: number, before: ReadonlySet<string>): Round[] | undefined => {
  const met = new Set(before);
  const plan: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const next = seated(room, evenPlaces(room, round), met);
    if (next.size < room.walkers.length) return undefined;
    remember(met, next);
    plan.push(next);
  }
  return plan;
};

/** Everybody moves one table on: even and without repeats for as many rounds as there are hosts, whoever suits whom. */
const inCircle = ({ hosts, walkers }: Room, rounds: number): Round[] =>
  Array.from(
    { length: rounds },
    (_, round) => new Map(walkers.map((walker, at) => [walker, hosts[(at + round) % hosts.length] ?? ''] as const)),
  );

/** People came or left after the first rounds: as many sit down as have somebody new, at tables as even as that lets. */
const asWellAsCan = (room: Room, rounds: number, before: ReadonlySet<string>): Round[] => {
  const met = new Set(before);
  return Array.from({ length: rounds }, (_, at) => {
    const least = Math.ceil(room.walkers.length / room.hosts.length);
    const tries = [evenPlaces(room, at), samePlaces(room, least), samePlaces(room, room.walkers.length)];
    let best: Round = new Map();
    for (const places of tries) {
      const next = seated(room, places, met);
      if (next.size > best.size) best = next;
      if (best.size === room.walkers.length) break;
    }
    remember(met, best);
    return best;
  });
};

/**
 * Who talks with whom in each round. The larger side walks, the smaller one stays at its tables; everybody sits, tables are
 * even (they differ by one at most), no two meet twice, and each round takes the best suited talks that are left. Who
 * comes when others have met everybody may rest for a round. The same people always get the same plan.
 */
export const planSeats = ({ mentorIds, menteeIds, from, till, before, suits }: Seating): Seat[] => {
  const mentorsStay = mentorIds.length <= menteeIds.length;
  const room: Room = {
    hosts: (mentorsStay ? mentorIds : menteeIds).toSorted(),
    walkers: (mentorsStay ? menteeIds : mentorIds).toSorted(),
    suits: (host, walker) => (mentorsStay ? suits(host, walker) : suits(walker, host)),
  };
  const rounds = Math.min(till - from + 1, room.hosts.length);
  if (rounds < 1) return [];
  const met = new Set(
    before.map(({ mentorId, menteeId }) => (mentorsStay ? keyOf(mentorId, menteeId) : keyOf(menteeId, mentorId))),
  );
  const plan = byBest(room, rounds, met) ?? (met.size === 0 ? inCircle(room, rounds) : asWellAsCan(room, rounds, met));
  return plan.flatMap((round, at) =>
    [...round].map(([walker, host]) => ({
      round: from + at,
      mentorId: mentorsStay ? host : walker,
      menteeId: mentorsStay ? walker : host,
      hostId: host,
    })),
  );
};
