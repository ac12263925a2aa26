import { roleNames } from '../features/accounts/texts.ts';
import { theCollege, yearsOf } from '../features/college/rows.ts';
import { yearLabel } from '../kernel/academic-year.ts';
import { initials } from '../kernel/russian/names.ts';
import { assetUrl } from '../platform/assets.ts';
import type { PageCtx, Route } from '../platform/http/route.ts';
import type { ShellRequest } from '../platform/http/server.ts';
import { modeFromCookie } from '../ui/mode.ts';
import type { Shell } from '../ui/shell.ts';
import { navigationFor } from './navigation.ts';
import { navigationCounts } from './navigation-counts.ts';

const assets = () => ({ css: assetUrl('main.css'), js: assetUrl('main.js') });

/** The frame of a page before sign-in, and of failures. */
export const publicShell = (request: ShellRequest): Shell => ({
  collegeName: '',
  nav: [],
  bottom: [],
  mode: modeFromCookie(request.mode),
  path: request.path,
  assets: assets(),
  ...(request.toast ? { toast: request.toast } : {}),
});

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();

/** «Ложкина Елена Сергеевна» → «Ложкина Е. С.»: the top bar has room for no more. */
const signature = (name: string): string => {
  const [last = '', first = '', middle = ''] = name.split(/\s+/);
  return initials({ last, first, middle });
};

/** The frame of a signed-in person's page. */
export const memberShell = async (ctx: PageCtx, request: ShellRequest, routes: readonly Route[]): Promise<Shell> => {
  const [college, years, counts] = [await theCollege(ctx.db), await yearsOf(ctx.db), await navigationCounts(ctx)];
  const mayOpen = (path: string) =>
    routes.some(
      (route) =>
        route.path === path && route.who !== 'public' && ctx.actor.roles.some((role) => route.who.includes(role)),
    );
  return {
    ...publicShell(request),
    collegeName: college.shortName,
    year: {
      label: `${yearLabel(college.currentYear)} уч. год`,
      options: years.map((year) => ({
        label: yearLabel(year),
        href: `/roadmap?year=${year}`,
        current: year === college.currentYear,
      })),
    },
    user: {
      name: signature(ctx.actor.name),
      initials: initialsOf(ctx.actor.name),
      role: ctx.actor.roles.map((role) => roleNames[role])[0] ?? '',
      links: [{ label: 'Моя учётная запись', href: '/my-account' }],
      signOut: '/sign-out',
    },
    ...(mayOpen('/people') ? { search: { action: '/people' } } : {}),
    ...navigationFor(ctx.actor, routes, request.path, counts),
  };
};
