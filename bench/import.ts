// A list of 10,000 students × 20 columns, as wide as colleges keep them: parsed and checked by the command line, against openpyxl which merely reads it. Whole processes, best of three.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf } from '../src/app/demo/chance.ts';
import { namesBy } from '../src/app/demo/names.ts';
import { writeSpreadsheet } from '../src/platform/files/write-spreadsheet.ts';
import { best, type Result, report } from './measure.ts';

const chance = chanceOf(7);
const two = (number: number): string => String(number).padStart(2, '0');
const row = (index: number): string[] => {
  // Names may come twice in so long a list, as they do in life.
  const name = namesBy(chance, [])(chance.happens(0.6) ? 'male' : 'female');
  const birthDay = `${two(1 + chance.below(28))}.${two(1 + chance.below(12))}.${2006 + chance.below(5)}`;
  const place = [
    `ЭМ-${1 + (index % 4)}${1 + (index % 9)}`,
    `+7912${two(index % 100)}${String(index).padStart(5, '0')}`,
  ];
  const mother = namesBy(chance, [])('female');
  const rest = [
    `${mother.lastName} ${mother.firstName} ${mother.patronymic}`,
    `8 (912) ${200 + (index % 700)}-${two(index % 97)}-${two(index % 89)}`,
    `student${index}@college.example`,
    ...['г. Верхневятск, ул. Заводская', 'бюджет', 'очная', '13.02.11', 'Электромонтёр', 'общежитие № 2'],
    ...['аттестат', `125/${1 + (index % 40)}-уч`, '01.09.2025', 'русский', 'нет', `${3 + (index % 3)},${index % 10}`],
  ];
  return [String(index + 1), `${name.lastName} ${name.firstName} ${name.patronymic}`, birthDay, ...place, ...rest];
};

const directory = await mkdtemp(join(tmpdir(), 'nastavnik-bench-'));
const file = join(directory, 'list.xlsx');
const headers = [
  ...[
    '№',
    'ФИО',
    'Дата рождения',
    'Группа',
    'Телефон',
    'ФИО родителя',
    'Телефон родителя',
    'E-mail',
    'Адрес',
    'Основа',
    'Форма',
  ],
  ...['Код', 'Специальность', 'Проживание', 'Документ', 'Приказ', 'Дата приказа', 'Язык', 'Льготы', 'Средний балл'],
];
const columns = headers.map((header) => ({ header, kind: 'text' as const }));
const rows = Array.from({ length: 10_000 }, (_, index) => row(index));
await writeFile(file, await writeSpreadsheet([{ name: 'Студенты', columns, rows }]));

const run = (command: string, args: readonly string[]): void => {
  const { status, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`${command}: ${stderr.toString('utf8').slice(-500)}`);
};
const reading = `
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active
print(sum(1 for row in sheet.iter_rows(values_only=True)))`;
const python = ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0);

const ours = await best(3, () =>
  run(process.execPath, [join('dist', 'server', 'cli.js'), 'people', 'parse', file, '--json']),
);
const results: Result[] = [
  { what: 'list of 10,000 × 20 parsed and checked', value: ours, unit: 'ms', bar: 'faster than openpyxl reads it' },
];
if (python) {
  const theirs = await best(3, () => run(python, ['-c', reading, file]));
  results.push({ what: 'the same list only read by openpyxl', value: theirs, unit: 'ms' });
}
await rm(directory, { recursive: true });
report(results);
