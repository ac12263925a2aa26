/** Choices that look random and come out the same every time. */
export interface Chance {
  /** 0 … limit − 1 */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** Some of a list, in its own order. */
  few<T>(list: readonly T[], count: number): T[];
  shuffled<T>(list: readonly T[]): T[];
  happens(share: number): boolean;
}

/** mulberry32 by Tommy Ettinger (public domain): thirty-two bits of state are plenty for a college of five hundred. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };

  const below = (limit: number): number => Math.floor(next() * limit);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => ({ one, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one);

  return {
    below,
    shuffled,
    happens: (share) => next() < share,
    pick: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    few: (list, count) => {
      const chosen = new Set(shuffled(list).slice(0, count));
      return list.filter((one) => chosen.has(one));
    },
  };
};
