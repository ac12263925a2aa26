// Benchmark page of the README out of bench/result.json.
//   node bench.mjs                             renders the page from the last result
//   node bench.mjs --import RAW.json … --anchor NAME='what it is'   takes raw measurements of a harness (a list of
//       { name, instance, solve, solveCpu, mb } per run; «product» is this engine) as the new result, then renders
//   node bench.mjs --add RAW.json …            the same for some instances; the others stay as they were
//   node bench.mjs --stretch INSTANCE.mmi      measures how long each policy keeps its thread (stretch.mjs), then renders
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const resultFile = join(here, 'bench/result.json');
const readmeFile = join(here, 'README.md');
const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const short = (x) => (x >= 100 ? x.toFixed(0) : x.toPrecision(2));

function resultOf(files, anchors) {
  const runs = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  const instances = [...new Set(runs.map((r) => r.instance))];
  const solvers = [...new Set(runs.map((r) => r.name))];
  const rows = instances.map((instance) => {
    const of = (name) => runs.filter((r) => r.instance === instance && r.name === name);
    const times = solvers
      .filter((name) => of(name).length > 0)
      .map((name) => [
        name,
        {
          solve: median(of(name).map((r) => r.solve)),
          cpu: median(of(name).map((r) => r.solveCpu)),
          mb: median(of(name).map((r) => r.mb)),
          runs: of(name).length,
        },
      ]);
    return { instance: basename(instance, '.mmi'), times: Object.fromEntries(times) };
  });
  const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}`;
  return { date: new Date().toISOString().slice(0, 10), machine, anchors, rows };
}

const tableOf = (head, lines) =>
  [head, head.map((_, x) => (x ? '---:' : '---')), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function waits(stretches) {
  if (!stretches) return '';
  const lines = stretches.rows.map((r) => [
    r.policy,
    r.instance,
    `${r.end} after ${r.seconds.toFixed(0)} s`,
    r.longestCpuMs.toFixed(0),
    r.longestMs.toFixed(0),
    r.overCpu50,
  ]);
  const head = ['policy', 'instance', '', 'longest, CPU ms', 'longest, ms', 'above 50 CPU ms'];
  return `\n\nLongest time that \`solve\` keeps its thread before it looks at the signal (${stretches.date}, load of the machine ${stretches.load}):\nprocessor time, then time by the clock, in which other processes ran as well.\n\n${tableOf(head, lines)}`;
}

function page({ date, machine, anchors, rows, stretches, note }) {
  const names = Object.keys(anchors);
  const head = [
    'instance',
    ...names.map((n) => `${n}, CPU s`),
    'this engine, CPU s',
    `ratio to ${names[0]}`,
    'MB of the process',
    'rounds',
  ];
  const lines = rows.map(({ instance, times }) => {
    const mine = times.product;
    const ratio = times[names[0]] ? mine.cpu / times[names[0]].cpu : undefined;
    return [
      instance,
      ...names.map((n) => (times[n] ? short(times[n].cpu) : '–')),
      short(mine.cpu),
      ratio ? short(ratio) : '–',
      mine.mb.toFixed(0),
      mine.runs,
    ];
  });
  const about = names.map((n) => `${n}: ${anchors[n]}`).join('; ');
  return `Measured ${date} on ${machine}. Median of rounds, solvers taking turns in one run; processor seconds of solving (the machine was shared),\nevery answer proved by prices with an independent checker. Anchors: ${about}.\n\n${tableOf(head, lines)}${note ? `\n\n${note}` : ''}${waits(stretches)}`;
}

const args = process.argv.slice(2);
const save = (result) => writeFileSync(resultFile, `${JSON.stringify(result, null, 1)}\n`);
const saved = () => JSON.parse(readFileSync(resultFile, 'utf8'));
if (args[0] === '--add') {
  const old = saved();
  const { rows, date, machine } = resultOf(args.slice(1), old.anchors);
  const fresh = new Map(rows.map((r) => [r.instance, r]));
  const kept = old.rows.map((r) => (fresh.has(r.instance) ? { ...r, ...fresh.get(r.instance) } : r));
  const more = rows.filter((r) => !old.rows.some((o) => o.instance === r.instance));
  save({ ...old, date, machine, rows: [...kept, ...more] });
}
if (args[0] === '--stretch') {
  const { stretches } = await import('./stretch.mjs');
  const load = loadavg()[0].toFixed(0);
  save({
    ...saved(),
    stretches: { date: new Date().toISOString().slice(0, 10), load, rows: await stretches(args[1], 12) },
  });
}
if (args[0] === '--import') {
  const split = args.indexOf('--anchor');
  const anchors = Object.fromEntries(
    args.slice(split + 1).map((a) => [a.slice(0, a.indexOf('=')), a.slice(a.indexOf('=') + 1)]),
  );
  save(resultOf(args.slice(1, split), anchors));
}
const [before, rest] = readFileSync(readmeFile, 'utf8').split('<!-- bench -->');
const [, after] = rest.split('<!-- /bench -->');
writeFileSync(readmeFile, `${before}<!-- bench -->\n${page(saved())}\n<!-- /bench -->${after}`);
