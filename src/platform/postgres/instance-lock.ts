import pg from 'pg';

const lockKey = 72_410_002;

export interface InstanceLock {
  /** Called once when the connection that holds the lock is lost, not when it is let go. */
  onLost(listener: () => void): void;
  letGo(): Promise<void>;
}

/**
 * Takes the right to work on this database, or answers undefined when another instance has it. The lock belongs to a
 * connection: when its process dies in whatever way, the server lets it go by itself.
 */
export async function takeInstanceLock(url: string): Promise<InstanceLock | undefined> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    application_name: 'nastavnik: instance lock',
  });
  let state: 'held' | 'lost' | 'let go' = 'held';
  let tell = (): void => undefined;
  const lose = (): void => {
    if (state !== 'held') return;
    state = 'lost';
    tell();
  };
  client.on('error', lose);
  client.on('end', lose);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey]);
  const letGo = async (): Promise<void> => {
    state = 'let go';
    await client.end().catch(() => undefined);
  };
  if (!rows[0]?.taken) {
    await letGo();
    return undefined;
  }
  return {
    onLost: (listener) => {
      tell = listener;
      if (state === 'lost') listener();
    },
    letGo,
  };
}
