import { StartRefusal } from '../platform/start-refusal.ts';
import { type Command, say, UsageError } from './commands/command.ts';
import { backupCommand, createAdminCommand, migrateCommand, restoreCommand } from './commands/database.ts';
import { peopleCommand, roadmapCommand } from './commands/parse.ts';

const commands: readonly Command[] = [
  migrateCommand,
  createAdminCommand,
  backupCommand,
  restoreCommand,
  roadmapCommand,
  peopleCommand,
];

const callOf = ({ name, usage }: Command): string => `npm run nastavnik -- ${name} ${usage}`.trimEnd();

const help = (): void => {
  say('Наставник, командная строка:');
  for (const command of commands) say(`  ${callOf(command)}\n      ${command.help}`);
};

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    if (name && name !== '--help') say(`Команды «${name}» нет.`);
    help();
    return name === undefined || name === '--help' ? 0 : 2;
  }
  if (args.includes('--help')) {
    say(`${callOf(command)}\n  ${command.help}`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const badOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (error instanceof UsageError || badOption) {
      say(badOption ? 'Такого параметра нет.' : error.message);
      say(callOf(command));
      return 2;
    }
    if (error instanceof StartRefusal) {
      say(error.message);
      return 1;
    }
    throw error;
  }
};

// `… | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await run(process.argv.slice(2));
