import type { PublicRoute } from '../../../platform/http/route.ts';

/** What makes the phone pages installable; a browser asks for it without cookies. */
export const installPage: PublicRoute = {
  method: 'GET',
  path: '/manifest.webmanifest',
  who: 'public',
  async handle() {
    const manifest = {
      name: 'Наставник: мои встречи',
      short_name: 'Наставник',
      lang: 'ru',
      start_url: '/my-meetings',
      scope: '/',
      display: 'standalone',
      background_color: '#f6f3eb',
      theme_color: '#1d4a9c',
      icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    };
    return new Response(JSON.stringify(manifest), {
      headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=86400' },
    });
  },
};
