import { readEnvironment } from '../../platform/environment.ts';
import { checkServer } from '../../platform/postgres/check-server.ts';
import { startPostgres } from '../../platform/postgres/start-postgres.ts';
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

/**
 * Works on the installation's database: on the server of a running system, which goes on running, or on one that is
 * started for the command and stopped after it.
 */
export const withDatabase = async <T>(work: (database: CommandDatabase) => Promise<T>): Promise<T> => {
  const environment = readEnvironment(process.env);
  if (environment.databaseUrl) {
    await checkServer(environment.databaseUrl);
    return work({ url: environment.databaseUrl, dataDir: environment.dataDir });
  }
  const server = await startPostgres({ dataDir: environment.dataDir, log: silentLog });
  try {
    return await work({ url: server.url, dataDir: environment.dataDir });
  } finally {
    if (!server.adopted) await server.stop();
  }
};
