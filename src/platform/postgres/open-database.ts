import { setTimeout as pause } from 'node:timers/promises';
import { type StartLog, StartRefusal } from '../start-refusal.ts';
import { checkServer } from './check-server.ts';
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts';
import { type Postgres, startPostgres } from './start-postgres.ts';
import { databaseTexts } from './texts.ts';

export interface DatabaseSettings {
  readonly dataDir: string;
  /** Any PostgreSQL server; without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
}

export interface Database {
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** Settles with the reason when this instance may work no longer: end the process then. */
  readonly lost: Promise<StartRefusal>;
  close(): Promise<void>;
}

const patience = 60_000;

/**
 * Opens the one database of this installation and holds it: a second instance on the same data is refused.
 *
 * When the server dies under it, it is started again at the same address and the lock is retaken; the pools of the
 * application then simply connect anew. Migrations are not run here.
 */
export async function openDatabase(settings: DatabaseSettings, log: StartLog): Promise<Database> {
  const place = settings.databaseUrl ? 'DATABASE_URL' : settings.dataDir;
  let embedded: Postgres | undefined;
  let lock: InstanceLock;
  let closing = false;
  let giveUp: (reason: StartRefusal) => void = () => undefined;
  const lost = new Promise<StartRefusal>((settle) => {
    giveUp = settle;
  });

  const open = async (port?: number): Promise<string> => {
    if (settings.databaseUrl) await checkServer(settings.databaseUrl);
    else embedded = await startPostgres({ dataDir: settings.dataDir, log, ...(port ? { port } : {}) });
    const url = settings.databaseUrl ?? embedded?.url ?? '';
    const taken = await takeInstanceLock(url);
    if (!taken) throw new StartRefusal(databaseTexts.alreadyRunning(place));
    if (closing) await taken.letGo();
    lock = taken;
    taken.onLost(() => void reopen(embedded?.port));
    return url;
  };

  const reopen = async (port: number | undefined): Promise<void> => {
    log.warn(databaseTexts.lostServer);
    const start = performance.now();
    while (!closing) {
      try {
        await open(port);
        log.info(databaseTexts.foundServer);
        return;
      } catch (error) {
        if (performance.now() - start > patience) {
          giveUp(error instanceof StartRefusal ? error : new StartRefusal(String(error)));
          return;
        }
        await pause(500);
      }
    }
  };

  const url = await open();
  return {
    url,
    kind: settings.databaseUrl ? 'external' : 'embedded',
    lost,
    close: async () => {
      closing = true;
      await lock.letGo();
      await embedded?.stop();
    },
  };
}

/**
 * Opens the database beside an instance that may be running (for a backup, say). Closing stops the embedded server only
 * when nobody else works with it.
 */
export async function visitDatabase(
  settings: DatabaseSettings,
  log: StartLog,
): Promise<Pick<Database, 'url' | 'close'>> {
  if (settings.databaseUrl) {
    await checkServer(settings.databaseUrl);
    return { url: settings.databaseUrl, close: async () => undefined };
  }
  const server = await startPostgres({ dataDir: settings.dataDir, log });
  const close = async (): Promise<void> => {
    if (server.adopted) return;
    const lock = await takeInstanceLock(server.url);
    if (!lock) return;
    await lock.letGo();
    await server.stop();
  };
  return { url: server.url, close };
}
