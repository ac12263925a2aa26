import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { inject } from 'vitest';
import type { Actor, Role } from '../src/kernel/actor.ts';
import { day } from '../src/kernel/day.ts';
import type { Ctx } from '../src/platform/context.ts';
import { type CollegeDb, connect, type Database, dangerouslyScope, enterCollege } from '../src/platform/db.ts';
import type { DB } from '../src/platform/generated/schema.ts';
import { type Given, givenIn } from './given.ts';

export interface World {
  /** A use case's context in the story's college. The same transaction for everybody in the story. */
  ctx(who: Role | readonly Role[] | Partial<Actor>, today?: string): Ctx;
  readonly db: CollegeDb;
  readonly given: Given;
  /** Actions recorded so far, oldest first. */
  journal(): Promise<string[]>;
  /** Works in another college of the same database, seen from inside it; then comes back. */
  elsewhere<T>(work: (db: CollegeDb, given: Given) => Promise<T>): Promise<T>;
}

let database: Database | undefined;

const open = (): Database => {
  database ??= connect(inject('testServer').replace(/[^/]*$/, 'stories'), { max: 2 });
  return database;
};

/**
 * A test whose world is one real transaction, rolled back at the end. Its college is «Верхнереченский колледж»,
 * its today 12 October 2026 unless told otherwise.
 */
export const story = (tell: (world: World) => Promise<void>) => async (): Promise<void> => {
  const tx = await open().startTransaction().execute();
  try {
    const college = await newCollege(tx, 'Верхнереченский колледж');
    const inside = await entered(tx, college);
    await tell({
      db: inside,
      given: givenIn(inside),
      ctx: (who, today = '2026-10-12') => ({ db: inside, today: day(today), actor: actorOf(college, who) }),
      journal: async () => {
        const rows = await inside.selectFrom('journal').select('action').orderBy('id').execute();
        return rows.map(({ action }) => action);
      },
      elsewhere: async (work) => {
        const other = await newCollege(tx, 'Нижнереченский колледж');
        const there = await entered(tx, other);
        try {
          return await work(there, givenIn(there));
        } finally {
          await entered(tx, college);
        }
      },
    });
  } finally {
    await tx.rollback().execute();
  }
};

const entered = async (tx: Transaction<DB>, college: string): Promise<CollegeDb> => {
  await enterCollege(tx, dangerouslyScope(college));
  return tx as unknown as CollegeDb;
};

/** Colleges are made past the gate: a request never makes one. */
const newCollege = async (tx: Transaction<DB>, name: string): Promise<string> => {
  const id = randomUUID();
  await sql`select set_config('role', 'none', true)`.execute(tx);
  await tx
    .insertInto('colleges')
    .values({ id, full_name: `ГПОАУ «${name}»`, short_name: name, city: 'г. Верхнереченск', current_year: 2026 })
    .execute();
  return id;
};

const actorOf = (college: string, who: Role | readonly Role[] | Partial<Actor>): Actor => {
  const roles = typeof who === 'string' ? [who] : Array.isArray(who) ? (who as readonly Role[]) : undefined;
  const given = roles ? {} : (who as Partial<Actor>);
  return {
    college: dangerouslyScope(college),
    accountId: '00000000-0000-4000-8000-000000000001',
    personId: null,
    name: 'Ложкина Е. С.',
    roles: roles ?? [],
    groupIds: [],
    ...given,
  };
};
