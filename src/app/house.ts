import { join } from 'node:path';
import type { Hono } from 'hono';
import { campaignWorkers } from '../features/campaigns/jobs.ts';
import { consentWorkers } from '../features/consents/jobs.ts';
import { digestOf, nightOf } from '../features/feedback/jobs.ts';
import { matchingWorkers } from '../features/matching/jobs.ts';
import { remindersOf } from '../features/meetings/jobs.ts';
import { peopleWorkers } from '../features/people/jobs.ts';
import { needsOfImport } from '../features/registers/follow-import.ts';
import { connect, type Database } from '../platform/db.ts';
import { createServer } from '../platform/http/server.ts';
import { type Letter, type MailSettings, openPost } from '../platform/mail.ts';
import type { Messenger } from '../platform/messengers.ts';
import { openSessions } from '../platform/session.ts';
import { localFiles } from '../platform/storage.ts';
import { openTasks, type TaskWorker } from '../platform/tasks.ts';
import { turboStyleHash } from '../ui/csp.ts';
import { besideMatching } from './beside-matching.ts';
import { failurePage } from './failure-page.tsx';
import { systemActor } from './first-sign-in.ts';
import { galleryPage } from './pages/gallery.tsx';
import { questionsOfWeek } from './questions-of-week.ts';
import { routes } from './routes.ts';
import { memberShell, publicShell } from './shell.ts';

export interface OpenHouse {
  readonly app: Hono;
  readonly db: Database;
  close(): Promise<void>;
}

/** All long work that features know and that sends no letters. */
export const workers: readonly TaskWorker[] = [
  ...consentWorkers,
  ...peopleWorkers([needsOfImport]),
  ...matchingWorkers(besideMatching),
];

/** Puts the house together over a migrated database; the same for the server and for tests. */
export const openHouse = async (settings: {
  url: string;
  dataDir: string;
  baseUrl: string;
  secret: string;
  /** undefined: no letters are sent. */
  mail?: MailSettings | undefined;
  /** Those whose keys the settings hold; none: nobody can link one. */
  messengers?: readonly Messenger[];
  /** Work that nobody orders goes by itself (reminders, the nightly look at pairs); tests call it when they want it. */
  worksByItself?: boolean;
  /** Shows the living page of the ui at /ui. */
  development?: boolean;
}): Promise<OpenHouse> => {
  const db = connect(settings.url);
  const store = localFiles(join(settings.dataDir, 'files'));
  const post = settings.mail && openPost(settings.mail);
  const mailers = campaignWorkers({ post, baseUrl: settings.baseUrl });
  const send = post && ((letter: Letter) => post.send(letter));
  const messengers = settings.messengers ?? [];
  const ways = { send, messengers, baseUrl: settings.baseUrl };
  const daily = [nightOf(systemActor), digestOf({ ...ways, sources: [questionsOfWeek] }), remindersOf(ways)];
  const tasks = await openTasks(db, settings.url, store, [...workers, ...mailers], settings.worksByItself ? daily : []);
  const app = createServer({
    db,
    store,
    tasks,
    sessions: openSessions(db, settings),
    baseUrl: settings.baseUrl,
    sendsMail: post !== undefined,
    messengers,
    routes: settings.development ? [...routes, galleryPage] : routes,
    styleHashes: [turboStyleHash],
    memberShell: (ctx, request) => memberShell(ctx, request, routes),
    publicShell: async (request) => publicShell(request),
    failurePage,
  });
  return {
    app,
    db,
    close: async () => {
      await tasks.stop();
      post?.close();
      await db.destroy();
    },
  };
};
