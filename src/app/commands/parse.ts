import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { peopleJson } from '../../features/people/people-json.ts';
import { parseRoadmapFile } from '../../features/roadmap/parse-roadmap.ts';
import { roadmapJson } from '../../features/roadmap/roadmap-json.ts';
import { notARoadmapWords } from '../../features/roadmap/texts.ts';
import { yearOf } from '../../kernel/academic-year.ts';
import { today } from '../../platform/clock.ts';
import { readRefusals, uploadRefusalText } from '../../platform/files/texts.ts';
import { type Command, say, UsageError } from './command.ts';

const readInput = async (path: string): Promise<{ name: string; bytes: Uint8Array }> => {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new UsageError(`Файла ${path} нет или его нельзя прочитать.`);
  }
};

const options = (args: readonly string[], what: string) => {
  const [action, ...rest] = args;
  if (action !== 'parse') throw new UsageError(`После «${what}» ждём «parse».`);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, year: { type: 'string' } },
  });
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new UsageError('Укажите один файл.');
  return { path, year: values.year };
};

const startYear = (text: string | undefined): number => {
  if (text === undefined) return yearOf(today('Europe/Moscow'));
  if (!/^20\d\d$/.test(text)) throw new UsageError('--year — год начала учебного года, например 2026.');
  return Number(text);
};

export const roadmapCommand: Command = {
  name: 'roadmap',
  usage: 'parse ФАЙЛ --json [--year 2026]',
  help: 'читает дорожную карту из DOCX, ODT, XLSX или текста и печатает, как она понята',
  async run(args) {
    const { path, year } = options(args, 'roadmap');
    const start = startYear(year);
    const { bytes, name } = await readInput(path);
    const read = await parseRoadmapFile(bytes, name);
    if (!read.ok) {
      say(read.kind === 'upload' ? uploadRefusalText(read.refusal) : readRefusals[read.reason]);
      return 1;
    }
    say(
      read.reading.ok
        ? JSON.stringify(roadmapJson(read.reading, start), null, 2)
        : notARoadmapWords[read.reading.reason],
    );
    return read.reading.ok ? 0 : 1;
  },
};

export const peopleCommand: Command = {
  name: 'people',
  usage: 'parse ФАЙЛ --json',
  help: 'читает список людей из XLSX, ODS или CSV и печатает, как он понят',
  async run(args) {
    const { path } = options(args, 'people');
    const outcome = await peopleJson(await readInput(path), { today: today('Europe/Moscow') });
    say(outcome.ok ? JSON.stringify(outcome.json, null, 2) : outcome.text);
    return outcome.ok ? 0 : 1;
  },
};
