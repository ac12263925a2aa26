// Keeps the two phone pages and what they are made of, so that they open without a network.
import { phoneCache } from './phone-store.ts';

const keepPage = async (cache: Cache, path: string): Promise<void> => {
  const answer = await fetch(path, { headers: { accept: 'text/html' } });
  // An answer that leads elsewhere is the sign-in page: not a thing to keep.
  if (answer.ok && !answer.redirected) await cache.put(path, answer);
};

/** Registers the worker and takes fresh copies; without https (or where it is forbidden) nothing happens. */
export const keepPages = async ({
  keep,
  worker,
}: {
  readonly keep: string;
  readonly worker: string;
}): Promise<void> => {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  await navigator.serviceWorker.register(worker, { scope: '/my-meetings' });
  const cache = await caches.open(phoneCache);
  for (const path of keep.split(' ')) await keepPage(cache, path);
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  for (const path of new Set(files)) if (!kept.includes(path)) await cache.add(path);
  // Files of a former build are of no use any more.
  for (const path of kept)
    if (path.startsWith('/assets/') && path.endsWith('.js') && !files.includes(path)) await cache.delete(path);
};
