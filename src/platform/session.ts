import { createHash } from 'node:crypto';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword } from 'better-auth/crypto';
import { username } from 'better-auth/plugins';
import { z } from 'zod';
import type { Database } from './db.ts';
import { limitAttempts } from './http/attempts.ts';

/** Sign-in by better-auth. Its own HTTP endpoints are not mounted: our pages call it from the server. */
export interface Sessions {
  /** By login or e-mail. Attempts are limited per address and login; `cookies` go to the browser as they are. */
  signIn(address: string, login: string, password: string): Promise<SignIn>;
  /** Opens a session for a person who showed a personal link. */
  open(userId: string): Promise<string[]>;
  /** The signed-in user's id, or undefined. */
  userOf(request: Request): Promise<string | undefined>;
  signOut(request: Request): Promise<string[]>;
}

export type SignIn =
  | { readonly ok: true; readonly cookies: string[] }
  | { readonly ok: false; readonly reason: 'wrong-password' | 'too-many-attempts' };

export interface SessionSettings {
  /** Address people type; cookies are `Secure` when it is https. */
  readonly baseUrl: string;
  readonly secret: string;
}

/** Attempts to sign in as one person from one address: five a minute. */
const attempts = { window: 60, max: 5 };

/** A college behind one router has one address for a whole class: many may come in at once, a guesser of everybody's passwords may not. */
const fromOneAddress = { most: 120, seconds: 60 };

/** better-auth counts by address; ours stands for the address and the login together. */
const countedAs = (address: string, login: string): string => {
  const [first, second, third] = createHash('sha256').update(`${address} ${login.toLowerCase()}`).digest();
  return `10.${first}.${second}.${third}`;
};

const personalLink = {
  id: 'personal-link',
  endpoints: {
    openPersonalLink: createAuthEndpoint(
      '/personal-link',
      { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (c) => {
        const user = await c.context.internalAdapter.findUserById(c.body.userId);
        if (!user) throw c.error('NOT_FOUND');
        const session = await c.context.internalAdapter.createSession(user.id);
        await setSessionCookie(c, { session, user });
        return c.json({});
      },
    ),
  },
} satisfies BetterAuthPlugin;

const makeAuth = (db: Database, { baseUrl, secret }: SessionSettings) =>
  betterAuth({
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db, type: 'postgres' },
    user: { modelName: 'auth_users' },
    session: { modelName: 'auth_sessions', expiresIn: 60 * 60 * 24 * 14, cookieCache: { enabled: true, maxAge: 60 } },
    account: { modelName: 'auth_credentials' },
    verification: { modelName: 'auth_verifications' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limits',
      customRules: { '/sign-in/username': attempts, '/sign-in/email': attempts },
    },
    advanced: { cookiePrefix: 'nastavnik', ipAddress: { ipAddressHeaders: ['x-real-ip'] } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: isLogin }), personalLink],
  });

/** A login: Latin letters, digits, dot, hyphen, underscore. */
export const isLogin = (login: string): boolean => /^[a-z0-9][a-z0-9._-]{2,59}$/i.test(login);

/** For storing a password chosen by a person or made by the system. */
export const passwordHash = (password: string): Promise<string> => hashPassword(password);

export const openSessions = (db: Database, settings: SessionSettings): Sessions => {
  const auth = makeAuth(db, settings);
  const mayTry = limitAttempts(fromOneAddress);

  return {
    async signIn(address, login, password) {
      if (!mayTry(address)) return { ok: false, reason: 'too-many-attempts' };
      const [path, body] = login.includes('@')
        ? ['email', { email: login.toLowerCase(), password }]
        : ['username', { username: login, password }];
      // Through the handler, not the API: only there better-auth counts attempts.
      const response = await auth.handler(
        new Request(`${settings.baseUrl}/api/auth/sign-in/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: new URL(settings.baseUrl).origin,
            'x-real-ip': countedAs(address, login),
          },
          body: JSON.stringify(body),
        }),
      );
      if (response.ok) return { ok: true, cookies: response.headers.getSetCookie() };
      return { ok: false, reason: response.status === 429 ? 'too-many-attempts' : 'wrong-password' };
    },

    async open(userId) {
      const response = await auth.api.openPersonalLink({ body: { userId }, asResponse: true });
      return response.headers.getSetCookie();
    },

    async userOf(request) {
      if (!request.headers.get('cookie')?.includes('session_token')) return undefined;
      const session = await auth.api.getSession({ headers: request.headers });
      return session?.user.id;
    },

    async signOut(request) {
      const response = await auth.api.signOut({ headers: request.headers, asResponse: true });
      return response.headers.getSetCookie();
    },
  };
};
