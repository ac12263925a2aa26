import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHeap } from '../src/heap.ts';
import { largestSize, shortage } from '../src/largest.ts';
import { extendHead, type Market, marketOf } from '../src/market.ts';
import { numbering, sortedTexts } from '../src/numbering.ts';
import { openPlaces, VACANT } from '../src/places.ts';
import { numbered } from '../src/problem.ts';
import { finish, inRows, inSlices } from '../src/work.ts';
import { bruteForce, problems } from './random-problem.ts';

describe('the heap', () => {
  it('gives back entries by rising key, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 600 }), (keys) => {
        const heap = openHeap();
        for (const [node, key] of keys.entries()) heap.push(key, node);
        const out: number[] = [];
        while (heap.size() > 0) {
          const key = heap.topKey();
          expect(keys[heap.pop()]).toBe(key);
          out.push(key);
        }
        expect(out).toEqual([...keys].sort((a, b) => a - b));
        expect(heap.topKey()).toBe(Infinity);
      }),
    );
  });
});

describe('places of a mentor', () => {
  it('hold the highest offers made and cost as much as the lowest of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (offers, count) => {
          const places = openPlaces(1, Int32Array.of(count), offers.length, 0);
          places.clear();
          const inside = new Set<number>();
          offers.forEach((offer, who) => {
            if (offer <= (places.price[0] ?? 0)) return;
            const out = places.give(0, offer, who);
            inside.add(who);
            if (out !== VACANT) inside.delete(out);
          });
          const best = [...offers].sort((a, b) => b - a).slice(0, count);
          expect([...inside].map((who) => offers[who] ?? 0).sort((a, b) => b - a)).toEqual(best);
          expect(places.price[0]).toBe(best.length < count ? 0 : best.at(-1));
        },
      ),
    );
  });
});

describe('the row of a mentee', () => {
  it('is put in order from the best score on, no further than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 300 }), (scores) => {
        const row = Int32Array.from(scores.flatMap((s, j) => [s, j]));
        const market: Market = {
          bidders: 1,
          objects: scores.length,
          need: Int32Array.of(1),
          capacity: new Int32Array(scores.length).fill(1),
          ptr: Int32Array.of(0, scores.length),
          row,
          head: Int32Array.of(0),
          span: 40,
        };
        const sorted = [...scores].sort((a, b) => b - a);
        for (let end = 0; end < row.length; ) {
          const next = extendHead(market, 0);
          expect(next).toBeGreaterThan(end);
          end = next;
          const head = Array.from(row.subarray(0, end)).filter((_, x) => x % 2 === 0);
          expect(head).toEqual(sorted.slice(0, end / 2));
        }
        for (let k = 0; k < row.length; k += 2) expect(row[k]).toBe(scores[row[k + 1] ?? 0]);
      }),
    );
  });
});

describe('a largest matching', () => {
  const small = problems({ mentees: 4, mentors: 4, need: 2, top: 3, pins: false });

  it('meets as many needs as trying everything does', () => {
    fc.assert(
      fc.property(small, (problem) => {
        expect(finish(largestSize(marketOf(numbered(problem).instance).market))).toBe(bruteForce(problem).met);
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts off mentees only when somebody stays without', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const wanted = problem.mentees.reduce((sum, m) => sum + (m.need ?? 1), 0);
        const part = finish(shortage(marketOf(numbered(problem).instance).market));
        expect(part.bidders > 0).toBe(bruteForce(problem).met < wanted);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reading a problem', () => {
  it('sorts ids as the library does, also when there are more than one part of them', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 99_999 })), fc.integer({ min: 0, max: 20_000 }), (chance, count) => {
        const texts = Array.from({ length: count }, () => `p${chance.next().value}`);
        expect(finish(sortedTexts(texts))).toEqual([...texts].sort());
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same numbers whatever the order of pairs', () => {
    fc.assert(
      fc.property(problems({ mentees: 8, mentors: 5, need: 2, top: 99, ranks: true }), fc.nat(), (problem, turn) => {
        const at = turn % Math.max(1, problem.edges.length);
        const edges = [...problem.edges.slice(at).reverse(), ...problem.edges.slice(0, at)];
        expect(finish(numbering({ ...problem, edges })).instance).toEqual(finish(numbering(problem)).instance);
      }),
    );
  });
});

describe('work in slices', () => {
  it('does every entry once, in order', () => {
    const done: number[] = [];
    finish(
      inSlices(10, 3, (from, to) => {
        for (let x = from; x < to; x++) done.push(x);
      }),
    );
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('does every row once, in order, however long rows are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 40 }), (lengths) => {
        const ptr = Int32Array.from([0, ...lengths]);
        for (let i = 0; i < lengths.length; i++) ptr[i + 1] = (ptr[i + 1] ?? 0) + (ptr[i] ?? 0);
        const done: number[] = [];
        finish(
          inRows(ptr, lengths.length, (from, to) => {
            for (let i = from; i < to; i++) done.push(i);
            if (to - from > 1) expect((ptr[to] ?? 0) - (ptr[from] ?? 0)).toBeLessThanOrEqual(1 << 16);
          }),
        );
        expect(done).toEqual([...lengths.keys()]);
      }),
    );
  });
});
