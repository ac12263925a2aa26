import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../src/app/first-sign-in.ts';
import { openHouse as openRealHouse } from '../src/app/house.ts';
import { openAccount } from '../src/features/accounts/open-account.ts';
import { createCollege } from '../src/features/college/create-college.ts';
import type { CollegeScope, Role } from '../src/kernel/actor.ts';
import { day } from '../src/kernel/day.ts';
import { holdToday } from '../src/platform/clock.ts';
import { type CollegeDb, type Database, inCollege } from '../src/platform/db.ts';
import type { Messenger } from '../src/platform/messengers.ts';
import { openSessions } from '../src/platform/session.ts';
import { type Given, givenIn } from './given.ts';
import { freshDatabase } from './postgres.ts';

const baseUrl = 'http://nastavnik.test';
const secret = 'a secret of the tests only, thirty-two signs and more';

/** A browser of one signed-in person: keeps cookies, follows nothing by itself. */
export interface Visitor {
  readonly accountId: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Visit>;
  post(
    path: string,
    form?: Readonly<Record<string, string | readonly string[] | File>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Visit>;
}

export interface Visit {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly response: Response;
}

export interface TestHouse {
  readonly db: Database;
  readonly college: CollegeScope;
  /** Works inside the house's college and commits. */
  inside<T>(work: (db: CollegeDb, given: Given) => Promise<T>): Promise<T>;
  signIn(roles: Role | readonly Role[], options?: { college?: CollegeScope; personId?: string }): Promise<Visitor>;
  /** Another college in the same installation. */
  anotherCollege(): Promise<CollegeScope>;
  stranger(): Visitor;
  close(): Promise<void>;
}

/** The whole house on a database of its own, without a network: requests go straight into the server. Today is 12 October 2026. */
export const openHouse = async ({
  messengers = [],
}: {
  messengers?: readonly Messenger[];
} = {}): Promise<TestHouse> => {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-house-'));
  holdToday(day('2026-10-12'));
  const house = await openRealHouse({ url: database.url, dataDir, baseUrl, secret, messengers });
  const sessions = openSessions(house.db, { baseUrl, secret });
  const newCollege = (name: string) =>
    createCollege(house.db, { fullName: `ГПОАУ «${name}»`, shortName: name, today: day('2026-10-12') });
  const college = await newCollege('Верхнереченский колледж');

  const visitor = (cookie: string, accountId = ''): Visitor => {
    const ask = async (path: string, init: RequestInit = {}): Promise<Visit> => {
      const response = await house.app.request(`${baseUrl}${path}`, {
        ...init,
        headers: { cookie, origin: baseUrl, ...init.headers },
      });
      const html = response.headers.get('content-type')?.startsWith('text/') ? await response.clone().text() : '';
      return { status: response.status, location: response.headers.get('location'), html, response };
    };
    return {
      accountId,
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, form = {}, headers = {}) => {
        const body = new FormData();
        for (const [name, value] of Object.entries(form)) {
          for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
        }
        return ask(path, { method: 'POST', body, headers });
      },
    };
  };

  return {
    db: house.db,
    college,
    inside: (work) => inCollege(house.db, college, (tx) => work(tx, givenIn(tx))),
    anotherCollege: () => newCollege('Нижнереченский колледж'),
    stranger: () => visitor(''),
    async signIn(roles, options = {}) {
      const there = options.college ?? college;
      const list = typeof roles === 'string' ? [roles] : roles;
      const { accountId, userId } = await inCollege(house.db, there, async (tx) => {
        const ctx = { db: tx, actor: systemActor(there), today: day('2026-10-12') };
        const name = `Ложкина ${list.join(' ')}`;
        const account = await openAccount(ctx, {
          name,
          login: '',
          email: '',
          roles: list,
          personId: options.personId ?? null,
        });
        if (!account.ok) throw new Error(account.reason);
        const row = await tx
          .selectFrom('accounts')
          .select('user_id')
          .where('id', '=', account.value)
          .executeTakeFirstOrThrow();
        return { accountId: account.value, userId: row.user_id };
      });
      const cookies = await sessions.open(userId);
      return visitor(cookies.map((one) => one.split(';')[0]).join('; '), accountId);
    },
    close: async () => {
      holdToday(undefined);
      await house.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
