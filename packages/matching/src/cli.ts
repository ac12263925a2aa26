import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { readCsv } from './csv.ts';
import { checkInstance, InputError, type Instance } from './instance.ts';
import { marketOf } from './market.ts';
import { maximizeMarket } from './maximize.ts';
import { readMmi } from './mmi.ts';
import { openInstance, openSession, type Session } from './open-session.ts';
import { byNumber, numbered } from './problem.ts';
import { problemOf } from './rules.ts';
import { solveNumbered } from './solve.ts';
import type { Policy, Problem, Solution } from './types.ts';
import { type Verdict, verify, verifyInstance } from './verify.ts';
import { finish } from './work.ts';

const USAGE = `nastavnik-matching solve INSTANCE --out PAIRS [--prices FILE] [--policy max|fair|fair-lexicographic|stable|groups] [--json]
nastavnik-matching verify INSTANCE PAIRS [--prices FILE]
nastavnik-matching explain INSTANCE (--mentee ID [--mentor ID] | --rule NAME | --kind KIND)
INSTANCE: a file .mmi (MMI1) or .json, or --mentors FILE.csv --mentees FILE.csv --rules FILE.json`;

const OPTIONS = {
  out: { type: 'string' },
  prices: { type: 'string' },
  policy: { type: 'string' },
  json: { type: 'boolean' },
  mentors: { type: 'string' },
  mentees: { type: 'string' },
  rules: { type: 'string' },
  mentee: { type: 'string' },
  mentor: { type: 'string' },
  rule: { type: 'string' },
  kind: { type: 'string' },
} as const;

type Options = { readonly [name in Exclude<keyof typeof OPTIONS, 'json'>]?: string | undefined } & {
  readonly json?: boolean | undefined;
};

const POLICIES: Readonly<Record<string, Policy>> = {
  max: { kind: 'max' },
  fair: { kind: 'fair' },
  'fair-lexicographic': { kind: 'fair', by: 'lexicographic' },
  stable: { kind: 'stable' },
  groups: { kind: 'groups' },
};

const seconds = (from: number): number => (performance.now() - from) / 1e3;
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const text = (file: string): string => readFileSync(file, 'utf8');
const numbers = (file: string): number[] => text(file).trim().split(/\s+/).filter(Boolean).map(Number);

function problemFrom(file: string | undefined, options: Options): Problem {
  const { mentors, mentees, rules } = options;
  if (mentors && mentees && rules)
    return problemOf(readCsv(text(mentors)), readCsv(text(mentees)), JSON.parse(text(rules)));
  if (!file) throw new InputError(USAGE);
  const problem: Problem = JSON.parse(text(file));
  for (const name of ['mentors', 'mentees', 'edges'] as const) {
    if (!Array.isArray(problem[name])) throw new InputError(`${file}: ${name} is not a list`);
  }
  return problem;
}

/** One «mentee mentor» line per pair, by number. */
function pairLines(x: Instance, edges: Int32Array): string {
  let i = 0;
  const lines: string[] = [];
  for (const k of edges) {
    while ((x.rowPtr[i + 1] as number) <= k) i++;
    lines.push(`${i} ${x.mentor[k]}\n`);
  }
  return lines.join('');
}

const report = (times: object, solution: Pick<Solution, 'totals'>): void =>
  console.log(JSON.stringify({ ...solution.totals, ...times }));

const BRIEF = 1_000_000;

/**
 * A process that lives for a tenth of a second should not spend half of it on the optimizing compiler (V8's Maglev, on by default
 * since Node 22, is enough); with more edges than BRIEF it pays.
 */
function compileBriefly(edges: number): void {
  if (edges < BRIEF && Number.parseInt(process.versions.node, 10) >= 22) setFlagsFromString('--no-opt');
}

function solveMmi(file: string, policy: Policy, options: Options): void {
  const began = performance.now();
  const x = readMmi(readFileSync(file));
  compileBriefly(x.mentor.length);
  checkInstance(x);
  if (policy.kind !== 'max' || options.json) {
    const read_s = seconds(began);
    write(finish(timed(solveNumbered(byNumber(x), policy, null))), options, read_s, ' ');
    return;
  }
  const reduced = marketOf(x);
  const read_s = seconds(began);
  const start = performance.now();
  const startCpu = cpu();
  const choice = finish(maximizeMarket(x, reduced));
  const times = { read_s, solve_s: seconds(start), solve_cpu_s: cpu() - startCpu };
  if (options.out) writeFileSync(options.out, pairLines(x, choice.edges));
  if (options.prices) writeFileSync(options.prices, `${[choice.weight, ...choice.prices].join('\n')}\n`);
  console.log(JSON.stringify({ met: choice.edges.length, ...times }));
}

interface Timed {
  readonly solution: Solution;
  readonly solve_s: number;
  readonly solve_cpu_s: number;
}

function* timed(job: Generator<number, Solution>): Generator<number, Timed> {
  const start = performance.now();
  const startCpu = cpu();
  const solution = yield* job;
  return { solution, solve_s: seconds(start), solve_cpu_s: cpu() - startCpu };
}

function write({ solution, ...times }: Timed, { out, prices, json }: Options, read_s: number, mark: string): void {
  if (out && json) writeFileSync(out, JSON.stringify(solution, null, 1));
  else if (out) {
    const quoted = (id: string): string => (/[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
    const lines = solution.pairs.map((p) =>
      mark === ' ' ? `${p.mentee} ${p.mentor}\n` : `${quoted(p.mentee)},${quoted(p.mentor)},${p.score}\n`,
    );
    writeFileSync(out, `${mark === ' ' ? '' : 'mentee,mentor,score\n'}${lines.join('')}`);
  }
  if (prices && solution.certificate) writeFileSync(prices, JSON.stringify(solution.certificate, null, 1));
  report({ proof: solution.proof, read_s, ...times }, solution);
}

function check(file: string | undefined, pairs: string | undefined, options: Options): number {
  let verdict: Verdict;
  if (file?.endsWith('.mmi') && pairs) {
    const [weight = 0, ...prices] = options.prices ? numbers(options.prices) : [];
    verdict = verifyInstance(readMmi(readFileSync(file)), numbers(pairs), options.prices ? { weight, prices } : null);
  } else {
    const answer = pairs ?? file ?? '';
    const problem = problemFrom(file, options);
    const given = answer.endsWith('.json') ? (JSON.parse(text(answer)) as Solution) : null;
    const list =
      given?.pairs ??
      readCsv(text(answer)).map((r) => ({
        mentee: r.mentee ?? '',
        mentor: r.mentor ?? '',
        score: 0,
        pinned: false,
      }));
    verdict = verify(
      problem,
      { pairs: list },
      options.prices ? JSON.parse(text(options.prices)) : (given?.certificate ?? null),
    );
  }
  console.log(JSON.stringify(verdict));
  return verdict.ok ? 0 : 1;
}

function explain(session: Session, { mentee, mentor, rule, kind }: Options): unknown {
  if (mentee && mentor) return session.explainPair(mentee, mentor);
  if (mentee) return session.explainUnmet(mentee);
  if (rule) return session.ruleCost(rule);
  if (kind) return session.marginal(kind);
  throw new InputError(USAGE);
}

function run(
  command: string | undefined,
  file: string | undefined,
  pairs: string | undefined,
  options: Options,
): number {
  const binary = file?.endsWith('.mmi') ?? false;
  if (!file && !options.mentors) throw new InputError(USAGE);
  switch (command) {
    case 'solve': {
      const policy = POLICIES[options.policy ?? 'max'];
      if (!policy) throw new InputError(`--policy: one of ${Object.keys(POLICIES).join(', ')}`);
      if (file && binary) solveMmi(file, policy, options);
      else {
        const began = performance.now();
        const problem = problemFrom(file, options);
        const known = numbered(problem);
        write(finish(timed(solveNumbered(known, policy, problem))), options, seconds(began), ',');
      }
      return 0;
    }
    case 'verify':
      return check(file, pairs, options);
    case 'explain': {
      const session =
        file && binary ? openInstance(readMmi(readFileSync(file))) : openSession(problemFrom(file, options));
      console.log(JSON.stringify(explain(session, options), null, 1));
      return 0;
    }
    default:
      throw new InputError(USAGE);
  }
}

/** Runs the command line and tells the exit code: 0 done, 1 refused (the reason is on standard error). */
export async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const [command, file, pairs] = positionals;
    return run(command, file, pairs, values);
  } catch (error) {
    if (error instanceof InputError || (error instanceof Error && 'code' in error)) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}
