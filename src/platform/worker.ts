import { existsSync } from 'node:fs';

/**
 * Where a worker thread starts: `<name>.js` beside the server's bundle when the build made it, else the TypeScript
 * source, which Node runs by stripping types (so a worker and all it imports must be free of JSX, enums and
 * parameter properties, and name their imports with the `.ts` ending).
 *
 * `source` is relative to `src/platform`, as './files/reader-worker.ts'.
 */
export function workerUrl(name: string, source: string): URL {
  const bundled = new URL(`./${name}.js`, import.meta.url);
  return existsSync(bundled) ? bundled : new URL(source, import.meta.url);
}
