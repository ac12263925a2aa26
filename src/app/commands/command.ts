import { readEnvironment } from '../../platform/environment.ts';
import { openDatabase, visitDatabase } from '../../platform/postgres/open-database.ts';
import { silentLog } from '../../platform/start-refusal.ts';

/** One command of `npm run nastavnik -- <name>`. */
export interface Command {
  readonly name: string;
  /** What follows the name: «ФАЙЛ --json». */
  readonly usage: string;
  readonly help: string;
  /** Answers the exit code. */
  run(args: readonly string[]): Promise<number>;
}

/** A call that cannot be understood; the command's help is printed after it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export interface CommandDatabase {
  readonly url: string;
  readonly dataDir: string;
}

/** Works beside a running system, or on a database that is started for the command and stopped after it. */
export const withDatabase = async <T>(work: (database: CommandDatabase) => Promise<T>): Promise<T> => {
  const environment = readEnvironment(process.env);
  const database = await visitDatabase(environment, silentLog);
  try {
    return await work({ url: database.url, dataDir: environment.dataDir });
  } finally {
    await database.close();
  }
};

/** Works alone: refused while the system runs. */
export const withDatabaseAlone = async <T>(work: (database: CommandDatabase) => Promise<T>): Promise<T> => {
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment, silentLog);
  try {
    return await work({ url: database.url, dataDir: environment.dataDir });
  } finally {
    await database.close();
  }
};
