import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { CollegeScope } from '../kernel/actor.ts';
import type { DB } from './generated/schema.ts';
import { lendingPool } from './pool.ts';
import { forget } from './remembered.ts';

/** The whole database. Only the session gate, sign-in and the command line hold it. */
export type Database = Kysely<DB>;

declare const inside: unique symbol;

/**
 * A transaction inside one college: row-level security shows and takes only its rows, and `college_id` fills itself in.
 * Every function of `rows.ts` asks for it, so a query without a college does not compile.
 */
export type CollegeDb = Transaction<DB> & { readonly [inside]: true };

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text) => text);
types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool on a PostgreSQL URL. Dates come as '2026-09-01', bigints as numbers. */
export const connect = (url: string, { max = 10 }: { max?: number } = {}): Database => {
  const pool = new pg.Pool({ connectionString: url, max, types });
  pool.on('error', () => {
    // An idle connection broke (the server was stopped); the next query opens another or reports the trouble itself.
  });
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: lendingPool(pool) }) });
};

/** Works inside one college in one transaction: committed when the work ends, rolled back when it throws. */
export const inCollege = async <T>(
  db: Database,
  scope: CollegeScope,
  work: (tx: CollegeDb) => Promise<T>,
): Promise<T> => {
  const { result, wrote } = await db.connection().execute((connection) => transaction(connection, scope, work));
  if (wrote) forget(scope);
  return result;
};

/** Begins inside the college and ends in one message each: every round trip counts when thousands ask at once. */
const transaction = async <T>(connection: Database, scope: CollegeScope, work: (tx: CollegeDb) => Promise<T>) => {
  if (!uuid.test(scope)) throw new Error('the scope of a college is not its id');
  await sql.raw(`begin; ${entering} set_config('app.college_id', '${scope}', true)`).execute(connection);
  try {
    const result = await work(connection as CollegeDb);
    // PostgreSQL gives a transaction its number with its first write.
    const ending = sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote; commit`;
    const { rows } = await ending.execute(connection);
    return { result, wrote: rows[0]?.wrote ?? true };
  } catch (error) {
    // A connection that broke cannot answer; the pool lets it go.
    await sql`rollback`.execute(connection).catch(() => undefined);
    throw error;
  }
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const entering = `select set_config('role', 'nastavnik_app', true),`;

/** Puts a transaction that runs into a college. Only the test harness needs it: `inCollege` begins inside. */
export const enterCollege = (tx: Transaction<DB>, scope: CollegeScope): Promise<unknown> =>
  sql`${sql.raw(entering)} set_config('app.college_id', ${scope}, true)`.execute(tx);

/** Goes round the gate: for sign-in (whose college is not known yet), the command line and jobs. Say why at each call. */
export const dangerouslyAsSystem = <T>(db: Database, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> =>
  db.transaction().execute(work);

/** Makes a scope without a session: for the command line, jobs and tests. */
export const dangerouslyScope = (collegeId: string): CollegeScope => collegeId as CollegeScope;

/** Name of the violated constraint, when an error is PostgreSQL's. */
export const violated = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;

/**
 * Runs a write that a constraint may refuse. The refusal leaves the transaction usable, so the page can be shown again.
 * Answers the constraint's name, or undefined when the write went through.
 */
export const refusedBy = async (db: CollegeDb, write: () => Promise<unknown>): Promise<string | undefined> => {
  await sql`savepoint attempt`.execute(db);
  try {
    await write();
    await sql`release savepoint attempt`.execute(db);
    return undefined;
  } catch (error) {
    const constraint = violated(error);
    if (!constraint) throw error;
    await sql`rollback to savepoint attempt`.execute(db);
    return constraint;
  }
};

/**
 * Runs several writes that belong together inside the transaction: when `keep` says no to what came out, or the work throws, all
 * of them are undone and the transaction goes on.
 */
export const allOrNothing = async <T>(
  db: CollegeDb,
  work: () => Promise<T>,
  keep: (value: T) => boolean,
): Promise<T> => {
  await sql`savepoint whole`.execute(db);
  let kept = false;
  try {
    const value = await work();
    kept = keep(value);
    return value;
  } finally {
    await (kept ? sql`release savepoint whole` : sql`rollback to savepoint whole`).execute(db);
  }
};
