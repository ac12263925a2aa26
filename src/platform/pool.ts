import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, sql } from 'kysely';
import type pg from 'pg';

const oftenMark = '/* often */';

/**
 * Opens a statement that thousands of people ask at the same moment: each connection plans it once. Under row-level security
 * the plan costs more than the work. Only for texts that are always the same, since a connection keeps every plan.
 */
export const often = sql.raw(oftenMark);

const inBulk = new AsyncLocalStorage<true>();

/**
 * Every statement of this work is planned once by its connection, for work that says the same few hundred texts thousands of
 * times over. The connection keeps the plans until the pool lets it go.
 */
export const preparing = <T>(work: () => Promise<T>): Promise<T> => inBulk.run(true, work);

/** The pool as Kysely uses it: statements of `often` are prepared, and a message may hold several statements. */
export const lendingPool = (pool: pg.Pool): PostgresPool => {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const known = clients.get(client) ?? lent(client);
    clients.set(client, known);
    return known;
  };
  return { options: pool.options, connect, end: () => pool.end() };
};

const lent = (client: pg.PoolClient): PostgresPoolClient => {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('cursors are not used here');
    return ask<R>(client, text, values);
  }
  return { query, release: (destroy) => client.release(destroy) };
};

/** Of several statements in one message, the one that has rows answers. */
const ask = async <R>(client: pg.PoolClient, text: string, values: readonly unknown[]) => {
  const kept = text.startsWith(oftenMark) || (inBulk.getStore() && oneStatement.test(text));
  const name = kept ? { name: nameOf(text) } : {};
  const answer: unknown = await client.query({ text, values: [...values], ...name });
  const answers = (Array.isArray(answer) ? answer : [answer]) as [PostgresQueryResult<R>, ...PostgresQueryResult<R>[]];
  return answers.find(({ rows }) => rows.length > 0) ?? answers[0];
};

/** What a plan can be kept of; a message of several statements cannot be prepared. */
const oneStatement = /^\s*(select|insert|update|delete|with)\b[^;]*$/;

const nameOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
