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
  '/partners/:agreementId/scan',
  '/selection/:personId/basis/:relation/scan',
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
  '/q/:token',
  '/pair/:token',
  // Offered only where the settings hold the key of a bot.
  '/my-account/messengers',
  '/come/:eventId',
  '/meet/:generalMeetingId',
  '/meet/:generalMeetingId/state',
  '/m/:token',
  '/general-meetings/:generalMeetingId/here',
  '/general-meetings/:generalMeetingId/ballots/:side',
  // Only a meeting that takes votes leads there: its journey goes through it.
  '/general-meetings/:generalMeetingId/close',
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
const enough = { ofPage: 2, inAll: 14, again: 1 };

/** What a role sees in its own way, though others have such a page too. */
const isOwn = (path: string): boolean => path === '/' || path.startsWith('/my');

/** Where links of a page lead: screens, lists by their states, and versions. */
const linksIn = (html: string): string[] => {
  const links = [...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, link = '']) => link);
  return [
    ...new Set(links.map((link) => (/^[^?]*\?(state|version)=\w+$/.test(link) ? link : (link.split('?')[0] ?? '')))),
  ];
};

/** Reads the house role by role; what one has reached is not asked of the next. */
export const surveyor = async (url: string) => {
  const wanted = (await declared()).filter((path) => !elsewhere.includes(path));
  const reached = new Set<string>();
  const kindOf = (address: string): string | undefined => {
    const [path = ''] = address.split('?');
    return wanted.includes(path) ? path : wanted.find((one) => patternOf(one).test(path));
  };

  /** Reads pages without a browser, following the links that people follow. Answers one address for each screen that nobody has reached before. */
  const survey = async (context: BrowserContext): Promise<string[]> => {
    const found = new Map<string, string[]>(wanted.map((path) => [path, path.includes(':') ? [] : [path]]));
    const queue = [...found.values()].flat();
    const screens: string[] = [];
    const shown = new Set<string>();
    const before = new Set(reached);
    for (let address = queue.shift(); address; address = queue.shift()) {
      const response = await context.request.get(url + address, { maxRedirects: 0 });
      const kind = kindOf(address);
      const isScreen = response.status() === 200 && response.headers()['content-type']?.startsWith('text/html');
      if (kind && response.status() === 200) {
        if (isScreen && !shown.has(kind) && (!before.has(kind) || isOwn(kind))) {
          shown.add(kind);
          screens.push(address);
        }
        reached.add(kind);
      }
      // Who has one plan only is led to it at once.
      const onward = kind && response.status() === 303 ? response.headers().location : undefined;
      if (kind && onward?.startsWith('/') && !onward.startsWith('/sign-in')) reached.add(kind);
      if (!isScreen && !onward) continue;
      const text = onward ? `href="${onward}"` : await response.text();
      for (const [kind, links] of Map.groupBy(linksIn(text), kindOf)) {
        const places = kind ? found.get(kind) : undefined;
        if (!kind || !places) continue;
        const left = (before.has(kind) ? enough.again : enough.inAll) - places.length;
        const fresh = links
          .filter((link) => !places.includes(link))
          .slice(0, Math.min(left, kind.includes(':') ? enough.ofPage : left));
        places.push(...fresh);
        queue.push(...fresh);
      }
    }
    return screens;
  };

  const unreached = (): string[] => wanted.filter((path) => !reached.has(path));
  return { survey, unreached };
};
