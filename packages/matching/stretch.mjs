// How long the engine keeps its thread at a stretch: node stretch.mjs INSTANCE.mmi [SECONDS] prints, for each policy, the longest
// time the event loop had to wait while `solve` was at work (that long a cancel may take), and cancels after SECONDS (30).
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { solve } from './src/index.ts';
import { readMmi } from './src/mmi.ts';

const POLICIES = {
  max: { kind: 'max' },
  fair: { kind: 'fair' },
  'fair, lexicographic': { kind: 'fair', by: 'lexicographic' },
  'stable, size': { kind: 'stable' },
  'stable, mentee': { kind: 'stable', best: 'mentee' },
  'stable, mentor': { kind: 'stable', best: 'mentor' },
  groups: { kind: 'groups' },
};

/** The instance as a problem of the interface, ids not in the order of numbers. */
function problemOf(x) {
  const mentors = Array.from(x.capacity, (capacity, j) => ({ id: `m${j}`, capacity }));
  const mentees = Array.from(x.need, (need, i) => ({ id: `s${i}`, need }));
  const edges = [];
  const pinned = [];
  const vetoed = [];
  for (let i = 0; i < x.mentees; i++) {
    for (let k = x.rowPtr[i]; k < x.rowPtr[i + 1]; k++) {
      const pair = { mentee: mentees[i].id, mentor: mentors[x.mentor[k]].id };
      edges.push({
        ...pair,
        score: x.score[k],
        menteeRank: x.menteeRank?.[k] ?? 1 + (x.score[k] % 8),
        mentorRank: x.mentorRank?.[k] ?? 1 + (k % 8),
      });
      if (x.kind[k] === 1) pinned.push(pair);
      if (x.kind[k] === 2) vetoed.push(pair);
    }
  }
  return { mentors, mentees, edges, pinned, vetoed };
}

/** The longest time between two turns of the event loop while a policy is at work: by the clock and of this thread's processor, ms. */
async function stretchOf(problem, policy, seconds) {
  const cancel = new AbortController();
  const stretches = [];
  let on = true;
  let last = performance.now();
  let cpu = process.threadCpuUsage();
  const tick = () => {
    const now = performance.now();
    const used = process.threadCpuUsage(cpu);
    stretches.push({ ms: now - last, cpu: (used.user + used.system) / 1e3 });
    last = now;
    cpu = process.threadCpuUsage();
    if (now - began > seconds * 1e3) {
      cancelled ??= now;
      cancel.abort();
    }
    if (on) setImmediate(tick);
  };
  const began = last;
  let cancelled;
  setImmediate(tick);
  const end = await solve(problem, policy, { signal: cancel.signal }).then(
    () => 'solved',
    () => 'cancelled',
  );
  const ended = performance.now();
  tick();
  on = false;
  const longest = stretches.reduce((a, b) => (b.ms > a.ms ? b : a));
  return {
    seconds: (ended - began) / 1e3,
    end,
    ...(cancelled ? { cancelMs: ended - cancelled } : {}),
    longestMs: longest.ms,
    longestCpuMs: Math.max(...stretches.map((s) => s.cpu)),
    overCpu50: stretches.filter((s) => s.cpu > 50).length,
  };
}

export async function stretches(file, seconds = 30) {
  const problem = problemOf(readMmi(readFileSync(file)));
  const rows = [];
  for (const [name, policy] of Object.entries(POLICIES))
    rows.push({ instance: basename(file, '.mmi'), policy: name, ...(await stretchOf(problem, policy, seconds)) });
  return rows;
}

if (process.argv[1]?.endsWith('stretch.mjs'))
  for (const row of await stretches(process.argv[2], Number(process.argv[3] ?? 30))) console.log(JSON.stringify(row));
