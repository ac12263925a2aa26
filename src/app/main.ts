import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { clientDirectory } from '../platform/assets.ts';
import { holdToday } from '../platform/clock.ts';
import { type Environment, readEnvironment } from '../platform/environment.ts';
import { log, safely } from '../platform/log.ts';
import { openMax, openVk } from '../platform/messengers.ts';
import { migrate } from '../platform/migrate.ts';
import { openDatabase } from '../platform/postgres/open-database.ts';
import { StartRefusal } from '../platform/start-refusal.ts';
import { openDemo } from './demo/demo.ts';
import { firstSignIn } from './first-sign-in.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { installationSecret } from './secret.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const startLog = { info: (line: string) => log.debug(line), warn: (line: string) => log.warn(line) };

const withStaticFiles = (app: Hono): Hono => {
  const outer = new Hono();
  const root = clientDirectory();
  if (root) {
    const forever = (path: string, c: { header(name: string, value: string): void }) => {
      c.header('cache-control', 'public, max-age=31536000, immutable');
      // The worker that keeps the phone pages lies with the other files and looks after pages outside of their folder.
      if (path.includes('phone-worker')) c.header('service-worker-allowed', '/my-meetings');
    };
    outer.use('/assets/*', serveStatic({ root, onFound: forever }));
    outer.use('/favicon.svg', serveStatic({ root, path: 'favicon.svg' }));
  }
  // Not `route`: a mounted app's own page for what is not found would be lost.
  outer.all('*', (c) => app.fetch(c.req.raw, c.env));
  return outer;
};

const openOn = async (url: string, environment: Environment): Promise<OpenHouse> => {
  const { dataDir, baseUrl, development, smtpUrl, mailFrom, maxToken, maxUrl, vkToken, vkUrl } = environment;
  await migrate({ url, log: startLog });
  const mail = smtpUrl && mailFrom ? { smtpUrl, mailFrom } : undefined;
  const messengers = [
    ...(maxToken ? [openMax({ token: maxToken, url: maxUrl })] : []),
    ...(vkToken ? [openVk({ token: vkToken, url: vkUrl })] : []),
  ];
  const secret = await installationSecret(dataDir);
  return openHouse({ url, dataDir, baseUrl, development, mail, messengers, secret, worksByItself: true });
};

/** Somebody has ended the start: what fails because its database goes away is nobody's fault. */
let brokenOff = false;

const start = async (): Promise<void> => {
  const environment = readEnvironment(process.env);
  log.level = environment.logLevel;
  const database = await openDatabase(environment, startLog);
  // Whoever breaks off a start, be it a long filling of the demo, leaves no database server behind.
  let stop = async (): Promise<void> => {
    brokenOff = true;
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const house = await openOn(database.url, environment).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const asked = environment.demo || process.argv.includes('--demo');
  const demo = await openDemo({ db: house.db, dataDir: environment.dataDir, asked });
  if (environment.today) holdToday(environment.today);

  const server = serve({ fetch: withStaticFiles(house.app).fetch, port: environment.port, hostname: environment.host });
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await house.close();
    await database.close();
    process.exit(code);
  };
  server.on('error', (error: NodeJS.ErrnoException) => {
    say(
      error.code === 'EADDRINUSE'
        ? `Порт ${environment.port} занят другой программой. Задайте другой: PORT=3001 npm start`
        : `Сервер не запустился: ${error.code}`,
    );
    void end(1);
  });
  stop = () => end(0);
  void database.lost.then((reason) => {
    say(reason.message);
    void end(1);
  });

  server.on('listening', () => {
    void firstSignIn(house.db).then((path) => {
      say(`Наставник работает: ${environment.baseUrl}`);
      for (const line of demo) say(line);
      if (path) say(`Первый вход (действует один раз): ${environment.baseUrl}${path}`);
    });
  });
};

start().catch((error: unknown) => {
  if (brokenOff) return;
  if (error instanceof StartRefusal) say(error.message);
  else log.fatal(safely(error), 'start failed');
  process.exit(1);
});
