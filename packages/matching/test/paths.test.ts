import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/index.ts';
import { type Market, marketOf } from '../src/market.ts';
import { placeByPaths } from '../src/paths.ts';
import { openPlaces, VACANT } from '../src/places.ts';
import { numbered } from '../src/problem.ts';
import { finish } from '../src/work.ts';
import { bruteForce, problems } from './random-problem.ts';

const small = problems({ mentees: 4, mentors: 4, need: 2, top: 20, pins: false });
const runs = { numRuns: 1000 };

interface Placed {
  readonly market: Market;
  readonly owner: Int32Array;
  readonly object: Int32Array;
  readonly worth: Int32Array;
  readonly price: Float64Array;
  readonly weight: number;
  readonly shift: number;
}

/** Places everybody by paths alone, from empty places and prices of 0. */
function placed(problem: Problem): Placed {
  const { market, shift } = marketOf(numbered(problem).instance);
  const owner = Int32Array.from(Array.from(market.need).flatMap((need, i) => Array.from({ length: need }, () => i)));
  const object = new Int32Array(owner.length).fill(VACANT);
  const worth = new Int32Array(owner.length);
  const places = openPlaces(market.objects, market.capacity, owner.length, 0);
  places.clear();
  const weight = (market.span + 1) * (owner.length + 2);
  finish(placeByPaths(market, places, { owner, object, worth }, weight));
  return { market, owner, object, worth, price: places.price, weight, shift };
}

describe('shortest augmenting paths alone', () => {
  it('place as many as can be placed and score as high as can be, as trying everything shows', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const { object, worth, shift } = placed(problem);
        const held = Array.from(object.keys()).filter((u) => object[u] !== VACANT);
        const score = held.reduce((sum, u) => sum + (worth[u] ?? 0) + shift, 0);
        expect({ met: held.length, score }).toEqual(bruteForce(problem));
      }),
      runs,
    );
  });

  it('leave whole prices at which everybody holds what it values best and vacant places are free', () => {
    fc.assert(
      fc.property(problems({ mentees: 12, mentors: 6, need: 2, top: 1000, pins: false }), (problem) => {
        const { market, owner, object, worth, price, weight } = placed(problem);
        const load = new Int32Array(market.objects);
        for (const j of object) if (j !== VACANT) load[j] = (load[j] ?? 0) + 1;
        for (let j = 0; j < market.objects; j++) {
          expect(load[j]).toBeLessThanOrEqual(market.capacity[j] ?? 0);
          expect(Number.isInteger(price[j])).toBe(true);
          if ((load[j] ?? 0) < (market.capacity[j] ?? 0)) expect(price[j]).toBe(0);
        }
        owner.forEach((i, u) => {
          const j = object[u] ?? VACANT;
          const own = j === VACANT ? -weight : (worth[u] ?? 0) - (price[j] ?? 0);
          expect(own).toBeGreaterThanOrEqual(-weight);
          for (let k = market.ptr[i] ?? 0; k < (market.ptr[i + 1] ?? 0); k++) {
            const other = market.row[2 * k + 1] ?? 0;
            const heldToo = owner.some((who, v) => who === i && object[v] === other);
            if (!heldToo) expect((market.row[2 * k] ?? 0) - (price[other] ?? 0)).toBeLessThanOrEqual(own);
          }
        });
      }),
      runs,
    );
  });

  it('give nobody the same mentor twice', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const { owner, object } = placed(problem);
        const pairs = Array.from(owner, (i, u) => `${i} ${object[u]}`).filter((_, u) => object[u] !== VACANT);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
      runs,
    );
  });
});
