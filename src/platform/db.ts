import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { CollegeScope } from '../kernel/actor.ts';
import type { DB } from './generated/schema.ts';
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
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
};

/** Works inside one college in one transaction: committed when the work ends, rolled back when it throws. */
export const inCollege = async <T>(
  db: Database,
  scope: CollegeScope,
  work: (tx: CollegeDb) => Promise<T>,
): Promise<T> => {
  const { result, wrote } = await db.transaction().execute(async (tx) => {
    await enterCollege(tx, scope);
    const value = await work(tx as CollegeDb);
    return { result: value, wrote: await hasWritten(tx) };
  });
  if (wrote) forget(scope);
  return result;
};

/** PostgreSQL gives a transaction its number with its first write. */
const hasWritten = async (tx: Transaction<DB>): Promise<boolean> => {
  const { rows } = await sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(
    tx,
  );
  return rows[0]?.wrote ?? true;
};

/** Puts a transaction into a college. Only `inCollege` and the test harness need it. */
export const enterCollege = (tx: Transaction<DB>, scope: CollegeScope): Promise<unknown> =>
  sql`select set_config('role', 'nastavnik_app', true), set_config('app.college_id', ${scope}, true)`.execute(tx);

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
