import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkInstance, InputError, type Instance } from './instance.ts';
import { marketOf } from './market.ts';
import { maximizeMarket } from './maximize.ts';
import { readMmi } from './mmi.ts';
import { finish } from './solve.ts';
import { verifyInstance } from './verify.ts';

const USAGE = `nastavnik-matching solve INSTANCE --out PAIRS [--prices FILE] [--policy max|fair|stable|groups] [--json]
nastavnik-matching verify INSTANCE PAIRS [--prices FILE]
nastavnik-matching explain INSTANCE (--mentee ID | --rule NAME | --kind KIND)
INSTANCE: a file .mmi (MMI1) or .json, or --mentors FILE.csv --mentees FILE.csv --rules FILE.json`;

const seconds = (from: number): number => (performance.now() - from) / 1e3;
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function solveMmi(file: string, out: string | undefined, priceFile: string | undefined): void {
  const began = performance.now();
  const x: Instance = readMmi(readFileSync(file));
  checkInstance(x);
  const reduced = marketOf(x);
  const readS = seconds(began);
  const start = performance.now();
  const startCpu = cpu();
  const choice = finish(maximizeMarket(x, reduced));
  const solveS = seconds(start);
  const solveCpuS = cpu() - startCpu;
  if (out) writeFileSync(out, pairLines(x, choice.edges));
  if (priceFile) writeFileSync(priceFile, `${[choice.weight, ...choice.prices].join('\n')}\n`);
  console.log(JSON.stringify({ read_s: readS, solve_s: solveS, solve_cpu_s: solveCpuS, pairs: choice.edges.length }));
}

/** One «mentee mentor» line per pair. */
function pairLines(x: Instance, edges: Int32Array): string {
  let i = 0;
  let text = '';
  for (const k of edges) {
    while ((x.rowPtr[i + 1] as number) <= k) i++;
    text += `${i} ${x.mentor[k]}\n`;
  }
  return text;
}

/** Runs the command line and tells the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      prices: { type: 'string' },
      policy: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [command, file, pairs] = positionals;
  try {
    if (command === 'solve' && file) {
      solveMmi(file, values.out, values.prices);
      return 0;
    }
    if (command === 'verify' && file && pairs) {
      const numbers = readFileSync(pairs, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
      const prices = values.prices ? readFileSync(values.prices, 'utf8').trim().split(/\s+/).map(Number) : null;
      const proof = prices && { weight: prices[0] ?? 0, prices: prices.slice(1) };
      const verdict = verifyInstance(readMmi(readFileSync(file)), numbers, proof);
      console.log(JSON.stringify(verdict));
      return verdict.ok ? 0 : 1;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.error(USAGE);
  return 2;
}
