import pg from 'pg';
import { pino } from 'pino';

/** The log of the installation. Personal data never goes here: no bodies, no query values, no names. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null });

/** What may be said of an error: PostgreSQL's details quote the row, so only the code and the constraint are kept. */
export const safely = (error: unknown): Record<string, unknown> => {
  if (error instanceof pg.DatabaseError) {
    return {
      sqlstate: error.code,
      constraint: error.constraint,
      table: error.table,
      routine: error.routine,
      stack: frames(error),
    };
  }
  return error instanceof Error
    ? { type: error.name, message: error.message.slice(0, 300), stack: frames(error) }
    : { type: typeof error };
};

const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
