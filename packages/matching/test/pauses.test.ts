import { Session } from 'node:inspector';
import { afterAll, describe, expect, it } from 'vitest';
import type { Edge, Policy, Problem } from '../src/index.ts';
import { solve } from '../src/index.ts';
import { solving } from '../src/solve.ts';

/** Everybody knows `row` of the mentors; scores, ranks and the order of the edges look like chance. */
function town(mentees: number, mentors: number, row: number, slack: number): Problem {
  let seed = 88172645;
  const chance = (n: number): number => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % n;
  };
  const edges: Edge[] = [];
  for (let k = 0; k < mentees * row; k++) {
    const i = k % mentees;
    const j = (i * 7 + Math.floor(k / mentees) * 13) % mentors;
    const e = {
      mentee: `s${i}`,
      mentor: `m${j}`,
      score: chance(1000),
      menteeRank: 1 + chance(8),
      mentorRank: 1 + chance(8),
    };
    edges.push(e);
  }
  const places = Math.round((mentees * slack) / mentors);
  return {
    mentees: Array.from({ length: mentees }, (_, i) => ({ id: `s${i}` })),
    mentors: Array.from({ length: mentors }, (_, j) => ({ id: `m${j}`, capacity: places })),
    edges,
  };
}

// V8's own coverage counts how often each part of the engine's code is entered: loop turns, calls, branches. It has to be on
// before that code first runs.
const session = new Session();
session.connect();
const ask = <T>(method: string, params: object = {}): T => {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer as T;
};
ask('Profiler.enable');
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
afterAll(() => session.disconnect());

/** Parts of the engine's code entered since last asked. */
function workDone(): number {
  const { result } = ask<{ result: { url: string; functions: { ranges: { count: number }[] }[] }[] }>(
    'Profiler.takePreciseCoverage',
  );
  let sum = 0;
  for (const file of result)
    if (file.url.includes('/matching/src/'))
      for (const f of file.functions) for (const range of f.ranges) sum += range.count;
  return sum;
}

/** The most work between two pauses, and all of it. What takes more than `most` is left unfinished, as by a cancel. */
function longest(problem: Problem, policy: Policy, most: number): { stretch: number; all: number } {
  const job = solving(problem, policy);
  let stretch = 0;
  let all = 0;
  workDone();
  for (let done = false; !done && all < most; ) {
    done = job.next().done ?? false;
    const work = workDone();
    stretch = Math.max(stretch, work);
    all += work;
  }
  return { stretch, all };
}

const policies: [string, Policy][] = [
  ['max', { kind: 'max' }],
  ['fair', { kind: 'fair' }],
  ['fair, lexicographic', { kind: 'fair', by: 'lexicographic' }],
  ['stable', { kind: 'stable' }],
  ['stable, best for mentees', { kind: 'stable', best: 'mentee' }],
  ['stable, best for mentors', { kind: 'stable', best: 'mentor' }],
  ['groups', { kind: 'groups' }],
];

const PAIRS = 240_000;
// A pass over all pairs without a pause would be more.
const BOUND = 3 * PAIRS;
const MOST = 30 * PAIRS;

describe('between two pauses', () => {
  it.each(policies)(
    'policy %s does less than a few looks at every pair, so a cancel need not wait for them',
    (_, policy) => {
      const { stretch, all } = longest(town(3000, 600, PAIRS / 3000, 1.1), policy, MOST);
      expect(stretch).toBeLessThan(BOUND);
      expect(all).toBeGreaterThan(4 * BOUND);
    },
  );

  it.each([
    ['places are short', 0.8],
    ['there is no place to spare', 1],
  ])('so it is where %s', (_, slack) => {
    expect(longest(town(3000, 600, PAIRS / 3000, slack), { kind: 'max' }, MOST).stretch).toBeLessThan(BOUND);
  });
});

describe('a cancel', () => {
  it.each(policies)('ends policy %s with the reason given, at the next pause', async (_, policy) => {
    const cancel = new AbortController();
    const reason = new Error('closed by the visitor');
    let told = 0;
    const onProgress = () => {
      told++;
      cancel.abort(reason);
    };
    await expect(solve(town(3000, 600, PAIRS / 3000, 1.1), policy, { signal: cancel.signal, onProgress })).rejects.toBe(
      reason,
    );
    expect(told).toBe(1);
  });
});
