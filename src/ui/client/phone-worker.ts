// The worker of the phone pages: the network first; without it the pages and files that the phone has kept.

interface FetchLike extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(type: 'fetch', listener: (event: FetchLike) => void): void;
}

const worker = globalThis as unknown as Worker;

/** The same name as in phone-store.ts: a worker is one file and imports nothing. */
const phoneCache = 'nastavnik-phone';

const keptPages = ['/my-meetings', '/my-meetings/log'];

const page = async (request: Request, path: string): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(phoneCache)).match(path);
    if (kept) return kept;
    throw error;
  }
};

const file = async (request: Request): Promise<Response> =>
  (await (await caches.open(phoneCache)).match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate' && keptPages.includes(pathname)) event.respondWith(page(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});
