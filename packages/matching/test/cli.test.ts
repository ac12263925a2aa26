import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../src/cli.ts';
import { readCsv } from '../src/csv.ts';
import { solveNow } from '../src/index.ts';
import { readMmi, writeMmi } from '../src/mmi.ts';
import { numbered } from '../src/problem.ts';
import { problemOf } from '../src/rules.ts';

const college = fileURLToPath(new URL('../examples/college/', import.meta.url));
const tables = [
  '--mentors',
  `${college}mentors.csv`,
  '--mentees',
  `${college}mentees.csv`,
  '--rules',
  `${college}rules.json`,
];
const dir = mkdtempSync(join(tmpdir(), 'matching-'));
const file = (name: string): string => join(dir, name);
const printed: string[] = [];

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

const problem = () => {
  const read = (name: string) => readFileSync(college + name, 'utf8');
  return problemOf(readCsv(read('mentors.csv')), readCsv(read('mentees.csv')), JSON.parse(read('rules.json')));
};

describe('the command line', () => {
  it('solves two tables with rules, and verifies and explains the answer', async () => {
    expect(await main(['solve', ...tables, '--out', file('pairs.csv'), '--prices', file('proof.json')])).toBe(0);
    expect(readFileSync(file('pairs.csv'), 'utf8')).toBe(
      'mentee,mentor,score\nDmitry,Anna,526\nElena,Boris,526\nFyodor,Clara,496\nGalina,Anna,193\n',
    );
    expect(await main(['verify', ...tables, file('pairs.csv'), '--prices', file('proof.json')])).toBe(0);
    expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ ok: true, proved: true, pairs: 4 });
    expect(await main(['explain', ...tables, '--mentee', 'Hariton'])).toBe(0);
    const reasons = JSON.parse(printed.at(-1) ?? '');
    expect(reasons.cuts).toEqual([{ rule: 'common-hour', mentors: ['Anna', 'Boris', 'Clara'] }]);
    expect(reasons.relaxations[0]).toMatchObject({
      way: 'rule',
      mentor: 'Clara',
      rule: 'common-hour',
      costForOthers: 0,
    });
  });

  it('solves the binary form and writes one line per pair and the prices that prove it', async () => {
    const { instance } = numbered(problem());
    writeFileSync(file('college.mmi'), writeMmi(instance));
    expect(readMmi(readFileSync(file('college.mmi')))).toEqual(instance);
    expect(await main(['solve', file('college.mmi'), '--out', file('pairs'), '--prices', file('prices')])).toBe(0);
    expect(readFileSync(file('pairs'), 'utf8')).toBe('0 0\n1 1\n2 2\n3 0\n');
    expect(await main(['verify', file('college.mmi'), file('pairs'), '--prices', file('prices')])).toBe(0);
    writeFileSync(file('worse'), '0 0\n1 1\n2 2\n');
    expect(await main(['verify', file('college.mmi'), file('worse'), '--prices', file('prices')])).toBe(1);
  });

  it('solves JSON by every policy that the data allow', async () => {
    writeFileSync(file('college.json'), JSON.stringify(problem()));
    for (const policy of ['max', 'fair', 'fair-lexicographic', 'groups']) {
      expect(
        await main(['solve', file('college.json'), '--policy', policy, '--out', file(`${policy}.json`), '--json']),
      ).toBe(0);
    }
    const { pairs } = JSON.parse(readFileSync(file('max.json'), 'utf8'));
    expect(pairs).toEqual(solveNow(problem()).pairs);
  });

  it.each([
    [['solve', 'nowhere.json', '--out', 'x'], 'no such file'],
    [['solve'], 'INSTANCE'],
    [['solve', 'x.json', '--policy', 'best'], '--policy: one of max'],
  ])('refuses %j and says why', async (args, why) => {
    expect(await main(args)).toBe(1);
    expect(printed.at(-1)).toContain(why);
  });
});

describe('tables', () => {
  it('may be separated by semicolons, quoted and come from a spreadsheet', () => {
    expect(readCsv('\uFEFFid;note\r\na;"x; ""y"""\r\n')).toEqual([{ id: 'a', note: 'x; "y"' }]);
  });

  it('are refused where a quotation mark stays open', () => {
    expect(() => readCsv('id\n"a')).toThrow('line 2: a quotation mark is not closed');
  });
});
