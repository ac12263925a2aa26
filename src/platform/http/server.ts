import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { Failure } from '../../kernel/failure.ts';
import { today } from '../clock.ts';
import { type Database, inCollege } from '../db.ts';
import { log, safely } from '../log.ts';
import type { Messenger } from '../messengers.ts';
import type { Sessions } from '../session.ts';
import type { FileStore } from '../storage.ts';
import type { Tasks } from '../tasks.ts';
import { brokenText } from '../texts.ts';
import { findMembership, type Membership } from './gate.ts';
import { readInput } from './input.ts';
import { pageHeaders, type Toast, toastCookie } from './replies.ts';
import {
  type Doors,
  type MemberRoute,
  mayEnter,
  type PageCtx,
  type PublicRoute,
  type Reply,
  type Route,
} from './route.ts';

/** 25 MB of a file and room for the form around it. */
export const largestBody = 26 * 1024 * 1024;

export interface ShellRequest {
  readonly path: string;
  /** The display mode as its cookie says it. */
  readonly mode: string | undefined;
  readonly toast?: Toast;
}

/** What the house is built of; `app/main.ts` knows all of it. */
export interface House {
  readonly db: Database;
  readonly store: FileStore;
  readonly tasks: Tasks;
  readonly sessions: Sessions;
  readonly baseUrl: string;
  readonly sendsMail: boolean;
  readonly messengers: readonly Messenger[];
  readonly routes: readonly Route[];
  /** What `style-src` allows besides our own files: hashes of sheets that a client library writes into the page. */
  readonly styleHashes: readonly string[];
  memberShell(ctx: PageCtx, request: ShellRequest): Promise<unknown>;
  publicShell(request: ShellRequest): Promise<unknown>;
  /** The page of a failure, in words. `id` stands in the log beside what really happened. */
  failurePage(code: FailureReason, shell: unknown, id: string): Reply;
}

export type FailureReason = Failure['code'] | 'too-large' | 'wrong-origin';

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  broken: 500,
  'too-large': 413,
  'wrong-origin': 403,
} as const;

/** The web server over the route table. Deny by default: what is not in the table, or names no role, is not there. */
export const createServer = (house: House): Hono => {
  const app = new Hono();
  const origin = new URL(house.baseUrl).origin;

  // Pages hold no secret that a guesser could squeeze out (BREACH): a form is known by its origin, not by a token.
  app.use(packPages);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...house.styleHashes],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
      crossOriginEmbedderPolicy: false,
      referrerPolicy: 'same-origin',
      strictTransportSecurity: origin.startsWith('https') ? 'max-age=15552000' : false,
    }),
  );
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => failed(house, c, 'too-large') }));
  app.use(async (c, next) => {
    const guard = csrf({ origin: [origin, new URL(c.req.url).origin] });
    let blocked = false;
    try {
      return await guard(c, next);
    } catch (error) {
      if (!(error instanceof Error) || !('status' in error)) throw error;
      blocked = true;
    }
    return blocked ? failed(house, c, 'wrong-origin') : undefined;
  });

  for (const route of house.routes) {
    app.on(route.method, [route.path], (c) =>
      route.who === 'public' ? servePublic(house, route, c) : serveMember(house, route, c),
    );
  }
  app.notFound((c) => failed(house, c, 'not-found'));
  app.onError((error, c) =>
    failed(house, c, error).catch((second: unknown) => {
      log.error(safely(second), 'the failure page itself is broken');
      return c.text(brokenText, 500);
    }),
  );
  return app;
};

const pack = promisify(gzip);
/** Smaller pages fit into one packet anyway. */
const worthPacking = 1400;

/** Pages go packed to whoever takes it so. The quickest level: a tenth of the bytes for a third of a millisecond. */
const packPages: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
  c.res.headers.append('vary', 'accept-encoding');
  if (!c.req.header('accept-encoding')?.includes('gzip')) return;
  const { status, headers } = c.res;
  const page = new Uint8Array(await c.res.arrayBuffer());
  const body = page.length < worthPacking ? page : await pack(page, { level: 1 });
  c.res = new Response(new Uint8Array(body), { status, headers });
  if (body !== page) c.res.headers.set('content-encoding', 'gzip');
};

const shellRequest = (c: Context): ShellRequest => {
  const toast = readToast(getCookie(c, toastCookie));
  return {
    path: new URL(c.req.url).pathname + new URL(c.req.url).search,
    mode: getCookie(c, 'mode'),
    ...(toast ? { toast } : {}),
  };
};

const readToast = (cookie: string | undefined): Toast | undefined => {
  if (!cookie) return undefined;
  try {
    return JSON.parse(cookie) as Toast;
  } catch {
    return undefined;
  }
};

const doors = (house: House, shell: () => Promise<unknown>, later: (() => Promise<unknown>)[]): Doors => ({
  store: house.store,
  tasks: house.tasks,
  sessions: house.sessions,
  baseUrl: house.baseUrl,
  sendsMail: house.sendsMail,
  messengers: house.messengers,
  afterCommit: (work) => void later.push(work),
  shell,
});

const servePublic = async (house: House, route: PublicRoute, c: Context): Promise<Response> => {
  const input = await readInput(route.path, c);
  const later: (() => Promise<unknown>)[] = [];
  const ctx = { ...doors(house, () => house.publicShell(shellRequest(c)), later), system: house.db };
  const response = await respond(await route.handle(ctx, input), c);
  for (const work of later) await work();
  return response;
};

const serveMember = async (house: House, route: MemberRoute, c: Context): Promise<Response> => {
  const userId = await house.sessions.userOf(c.req.raw);
  const membership = userId ? await findMembership(house.db, userId, getCookie(c, 'college')) : undefined;
  if (!membership) {
    const back = c.req.method === 'GET' && c.req.path !== '/' ? `?back=${encodeURIComponent(c.req.path)}` : '';
    return c.redirect(`/sign-in${back}`, 303);
  }
  const later: (() => Promise<unknown>)[] = [];
  const response = await inCollege(house.db, membership.actor.college, async (db) => {
    const ctx = memberCtx(house, membership, c, db, later);
    if (!mayEnter(membership.actor, route)) throw new Failure('forbidden', `route ${route.path}`);
    return respond(await route.handle(ctx, await readInput(route.path, c)), c);
  });
  for (const work of later) await work();
  return response;
};

const memberCtx = (
  house: House,
  { actor, timeZone }: Membership,
  c: Context,
  db: PageCtx['db'],
  later: (() => Promise<unknown>)[],
): PageCtx => {
  const ctx: PageCtx = {
    db,
    actor,
    today: today(timeZone),
    ...doors(house, () => house.memberShell(ctx, shellRequest(c)), later),
  };
  return ctx;
};

const respond = async (reply: Reply, c: Context, status = 200): Promise<Response> => {
  if (reply instanceof Response) return reply;
  const headers = new Headers(pageHeaders);
  if (getCookie(c, toastCookie))
    headers.append('set-cookie', `${toastCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  return new Response(await reply.toString(), { status, headers });
};

const failed = async (house: House, c: Context, reason: unknown): Promise<Response> => {
  const id = randomUUID().slice(0, 8);
  const code = codeOf(reason);
  if (reason instanceof Failure) log.info({ id, code, rule: reason.rule }, 'refused');
  else if (code === 'broken') log.error({ id, ...safely(reason), method: c.req.method }, 'broken');
  return respond(house.failurePage(code, await house.publicShell(shellRequest(c)), id), c, statusOf[code]);
};

const codeOf = (reason: unknown): FailureReason => {
  if (reason instanceof Failure) return reason.code;
  return reason === 'too-large' || reason === 'wrong-origin' || reason === 'not-found' ? reason : 'broken';
};
