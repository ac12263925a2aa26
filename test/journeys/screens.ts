import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { runnerImport } from 'vite';
import type { Route } from '../../src/platform/http/route.ts';

/** Paths of every GET route of the house, as they are declared: '/people/:personId'. */
const declared = async (): Promise<string[]> => {
  const { module } = await runnerImport<{ routes: readonly Route[] }>(
    join(import.meta.dirname, '../../src/app/routes.ts'),
    { configFile: false, logLevel: 'error', resolve: { alias: { 'nastavnik-matching': engine } } },
  );
  return [...new Set(module.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
};

const engine = join(import.meta.dirname, '../../packages/matching/src/index.ts');

/** What a route is without: a file, a redirect, or a screen that only a running work or a paper has. */
const elsewhere = [
  '/mode',
  '/enter/:token',
  '/ask/:token',
  '/people/export',
  '/accounts/:accountId/link',
  '/tasks/:taskId',
  '/ui',
  '/consents/:consentId/scan',
  '/needs/:needId/secret',
  '/documents/templates/versions/:templateId',
  '/documents/:documentId/scan',
  '/roadmap/evidence/:evidenceId/file',
  // Only a paper with blanks leads there.
  '/documents/:documentId/fill',
  // Reviews of files: journeys of their own go through them.
  '/people/import/:importId',
  '/people/import/:importId/columns',
  '/people/import/:importId/updates',
  '/people/import/:importId/fresh',
  '/people/import/:importId/errors',
  '/roadmap/import/:importId',
  // Files, and what only a code on paper or on a wall leads to.
  '/selection/clearances/:clearanceId/scan',
  '/training/calendar',
  '/library/:materialId/file',
  '/rewards/thanks/file',
  '/rewards/thanks/:thanksId/file',
  '/rewards/thanks/new',
  '/training/materials/:materialId',
  '/training/courses/:courseId/scan',
  '/training/certificates/:certificateId/pdf',
  '/training/sessions/:sessionId/here/:code',
  '/check/:code',
  '/plans/:planId/file',
  '/plans/:planId/scans/:fileId',
  // For the mentee whose agreement is waited for.
  '/plans/:planId/return',
  '/q/:token',
  '/come/:eventId',
  '/events/:eventId/here',
  '/events/:eventId/photos/:fileId',
  '/manifest.webmanifest',
  '/calendar/:token',
  '/meetings/export',
  '/meetings/:meetingId/here/:code',
  '/meetings/:meetingId/files/:fileId',
  '/pairs/:pairId/diary',
  // The two sides' own, and what only the day of a meeting leads to: the journey of meetings goes through them.
  '/my-meetings',
  '/meetings/:meetingId/code',
];

const uuid = '[0-9a-f]{8}-[0-9a-f-]{27}';
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+Id\b/g, uuid).replace(/:\w+/g, '[\\w-]+')}$`);

/** How many screens of one kind are read for links: papers and people of different states lead to different places. */
const enough = 5;

/** What a role sees in its own way, though others have such a page too. */
const isOwn = (path: string): boolean => path === '/' || path.startsWith('/my');

/** Reads the house role by role; what one has reached is not asked of the next. */
export const surveyor = async (url: string) => {
  const wanted = (await declared()).filter((path) => !elsewhere.includes(path));
  const reached = new Set<string>();

  /**
 * Reads pages without a browser and collects one address for each route, following the links that people follow. First ways
 * to a route go before further ones, and the reading ends when every route is found.
 */
export const addresses = async (context: BrowserContext, url: string): Promise<string[]> => {
  const wanted = (await declared()).filter((path) => !elsewhere.includes(path));
  const found = new Map<string, string[]>(wanted.map((path) => [path, path.includes(':') ? [] : [path]]));
  const patterns = wanted.map((path) => [path, patternOf(path)] as const);
  const unreached = () => wanted.filter((path) => found.get(path)?.length === 0 && !notInDemo.test(path));
  const [firsts, further]: [string[], string[]] = [[...found.values()].flat(), []];
  const screens: string[] = [];
  const follow = (link: string): void => {
    const [path = ''] = link.split('?');
    const known = found.has(path) ? undefined : patterns.find(([, pattern]) => pattern.test(path))?.[0];
    const places = known ? found.get(known) : undefined;
    if (!places || places.includes(path) || places.length >= enough) return;
    places.push(path);
    (places.length === 1 ? firsts : further).push(path);
  };
  while (firsts.length > 0 || (further.length > 0 && unreached().length > 0)) {
    const first = firsts.shift();
    const address = first ?? further.shift() ?? '';
    const response = await context.request.get(url + address, { maxRedirects: 0 });
    const isScreen = response.status() === 200 && response.headers()['content-type']?.startsWith('text/html');
    if (!isScreen) continue;
    if (first !== undefined) screens.push(address);
    for (const [, link = ''] of (await response.text()).matchAll(/href="(\/[^"#]*)"/g)) follow(link);
  }
  expect(unreached(), 'every screen can be reached by links from another').toEqual([]);
  return screens;
};
