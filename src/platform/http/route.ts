import type { Actor, Role } from '../../kernel/actor.ts';
import type { Ctx } from '../context.ts';
import type { Database } from '../db.ts';
import type { RawForm } from '../fields.ts';
import type { Messenger } from '../messengers.ts';
import type { Sessions } from '../session.ts';
import type { FileStore } from '../storage.ts';
import type { Tasks } from '../tasks.ts';

/** A page's markup (hono/jsx), or a finished response: a redirect, a file. */
export type Reply = Response | Markup;
export interface Markup {
  toString(): string | Promise<string>;
}

export interface Input {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: RawForm;
  readonly request: Request;
  /** IP address of the browser (or of the proxy before us). */
  readonly address: string;
}

/** Doors of the house that a handler may use besides its transaction. */
export interface Doors {
  readonly store: FileStore;
  readonly tasks: Tasks;
  readonly sessions: Sessions;
  /** Address of this installation as people type it, without a slash at the end. */
  readonly baseUrl: string;
  /** Whether the settings name a mail server. */
  readonly sendsMail: boolean;
  /** Messengers whose keys the settings hold. */
  readonly messengers: readonly Messenger[];
  /** Work that must see the transaction committed (start a job, send a letter). Not run when it was rolled back. */
  afterCommit(work: () => Promise<unknown>): void;
  /** What surrounds a page; only `ui/screen.tsx` looks inside. */
  shell(): Promise<unknown>;
}

/** A signed-in person's request, inside one transaction in one college. */
export interface PageCtx extends Ctx, Doors {}

/** A request before sign-in: no college, no actor. Such handlers reach data only through `system`. */
export interface PublicCtx extends Doors {
  readonly system: Database;
}

interface RouteBase {
  readonly method: 'GET' | 'POST';
  /** '/people/:personId'. Parameters that end in `Id` must be UUIDs; anything else is not found. */
  readonly path: string;
}

export interface MemberRoute extends RouteBase {
  /** Roles that may come in at all. What they may do with one record is asked in access.ts. */
  readonly who: readonly Role[];
  handle(ctx: PageCtx, input: Input): Promise<Reply>;
}

export interface PublicRoute extends RouteBase {
  readonly who: 'public';
  handle(ctx: PublicCtx, input: Input): Promise<Reply>;
}

/** A screen or a form's target. `who` is not optional: a route that names nobody does not compile. */
export type Route = MemberRoute | PublicRoute;

export const mayEnter = (actor: Actor, route: MemberRoute): boolean =>
  actor.roles.some((role) => route.who.includes(role));
