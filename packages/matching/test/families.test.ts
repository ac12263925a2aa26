import { describe, expect, it } from 'vitest';
import type { Instance } from '../src/instance.ts';
import { maximize } from '../src/maximize.ts';
import { stable } from '../src/stable.ts';
import { verifyInstance } from '../src/verify.ts';
import { finish } from '../src/work.ts';

interface Family {
  readonly mentees: number;
  readonly mentors: number;
  /** Places for each need. */
  readonly slack: number;
  readonly top: number;
  /** 0..1: how much all mentees agree about mentors. */
  readonly fame?: number;
  readonly need?: number;
  readonly closed?: boolean;
}

/** Towns on a ring: a mentee knows mentors of its own town and of the next one; some towns may be closed and short of places. */
function towns({ mentees, mentors, slack, top, fame = 0, need: most = 1, closed = false }: Family): Instance {
  let seed = 2463534242;
  const chance = (n: number): number => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % n;
  };
  const count = Math.max(2, Math.round(mentors / 40));
  const townOf = Array.from({ length: mentors }, () => chance(count));
  const famous = townOf.map(() => chance(top + 1));
  const need = Int32Array.from({ length: mentees }, () => 1 + chance(most));
  const wanted = need.reduce((a, b) => a + b, 0);
  const capacity = new Int32Array(mentors).fill(1);
  for (let left = Math.round(wanted * slack) - mentors; left > 0; left--) {
    const j = chance(mentors);
    capacity[j] = (capacity[j] ?? 0) + 1;
  }
  const rowPtr = new Int32Array(mentees + 1);
  const mentor: number[] = [];
  const score: number[] = [];
  const kind: number[] = [];
  for (let i = 0; i < mentees; i++) {
    const town = chance(count);
    const list = new Set<number>();
    for (let tries = 0; tries < 60; tries++) {
      const j = chance(mentors);
      const far = ((townOf[j] ?? 0) - town + count) % count;
      if (far === 0 || (far === 1 && !(closed && town % 5 === 0)) || (!closed && tries % 20 === 0)) list.add(j);
    }
    for (const j of [...list].sort((a, b) => a - b)) {
      mentor.push(j);
      score.push(Math.round(chance(top + 1) * (1 - fame) + (famous[j] ?? 0) * fame));
      kind.push(chance(100) === 0 ? 2 : 0);
    }
    rowPtr[i + 1] = mentor.length;
  }
  const ranks = (): Int32Array => Int32Array.from(mentor, () => 1 + chance(4));
  return {
    mentees,
    mentors,
    capacity,
    need,
    rowPtr,
    mentor: Int32Array.from(mentor),
    score: Int32Array.from(score),
    kind: Uint8Array.from(kind),
    menteeRank: ranks(),
    mentorRank: ranks(),
  };
}

const pairsOf = (x: Instance, edges: Int32Array): number[] => {
  let i = 0;
  const pairs: number[] = [];
  for (const k of edges) {
    while ((x.rowPtr[i + 1] ?? 0) <= k) i++;
    pairs.push(i, x.mentor[k] ?? -1);
  }
  return pairs;
};

const size = { mentees: 3000, mentors: 600, slack: 1.1, top: 1000 };

describe('a region of towns', () => {
  it.each<[string, Family]>([
    ['with places to spare', size],
    ['with fine scores', { ...size, top: 1_000_000 }],
    ['with many ties', { ...size, top: 5 }],
    ['where all scores are equal', { ...size, top: 0 }],
    ['with hardly a place to spare', { ...size, slack: 1.005 }],
    ['with no place to spare', { ...size, slack: 1, top: 1_000_000 }],
    ['with too few places', { ...size, slack: 0.8 }],
    ['with closed towns', { ...size, closed: true }],
    ['with stars whom everybody wants', { ...size, fame: 0.8 }],
    ['with stars and no place to spare', { ...size, fame: 0.8, slack: 1, top: 1_000_000 }],
    ['with mentees who want several mentors', { ...size, mentees: 1500, need: 3, slack: 1.02 }],
    ['with mentees who want several mentors and too few places', { ...size, mentees: 1500, need: 3, slack: 0.7 }],
    [
      'with mentees who want several mentors in closed towns',
      { ...size, mentees: 1500, need: 2, slack: 0.9, closed: true },
    ],
  ])('%s is matched and proved', (_, family) => {
    const x = towns(family);
    const choice = finish(maximize(x));
    expect(verifyInstance(x, pairsOf(x, choice.edges), choice)).toMatchObject({ ok: true, proved: true });
  });

  it.each(['size', 'mentee', 'mentor'] as const)(
    'has a stable matching without a blocking pair (best for %s)',
    (best) => {
      const x = towns({ ...size, slack: 1 });
      const edges = finish(stable(x, best));
      const mentee = new Int32Array(x.mentees).fill(99);
      const load = new Int32Array(x.mentors);
      const worst = new Int32Array(x.mentors);
      const pairs = pairsOf(x, edges);
      edges.forEach((k, p) => {
        const j = x.mentor[k] ?? 0;
        mentee[pairs[2 * p] ?? 0] = x.menteeRank?.[k] ?? 0;
        load[j] = (load[j] ?? 0) + 1;
        worst[j] = Math.max(worst[j] ?? 0, x.mentorRank?.[k] ?? 0);
      });
      let blocking = 0;
      for (let i = 0; i < x.mentees; i++) {
        for (let k = x.rowPtr[i] ?? 0; k < (x.rowPtr[i + 1] ?? 0); k++) {
          const j = x.mentor[k] ?? 0;
          if (x.kind[k] !== 0 || (x.menteeRank?.[k] ?? 0) >= (mentee[i] ?? 0)) continue;
          if ((load[j] ?? 0) < (x.capacity[j] ?? 0) || (x.mentorRank?.[k] ?? 0) < (worst[j] ?? 0)) blocking++;
        }
      }
      expect(blocking).toBe(0);
      expect(verifyInstance(x, pairs, null)).toMatchObject({ ok: true });
    },
  );
});
