import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built client files lie, or undefined when this process runs from the source (tests, development tools). */
export const clientDirectory = (): string | undefined => (existsSync(built) ? fileURLToPath(built) : undefined);

const built = new URL('../client/', import.meta.url);

interface Entry {
  readonly file: string;
}

let manifest: Readonly<Record<string, Entry>> | undefined;

/**
 * Address of a client file by its plain name: `assetUrl('main.css')` → '/assets/main-3kd9x2.css'.
 *
 * Run from the source it answers the plain name, the same each time: '/assets/main.css'. Throws on a name that the build
 * does not know.
 */
export function assetUrl(name: string): string {
  if (!existsSync(built)) return `/assets/${name}`;
  manifest ??= read();
  const entry = manifest[name];
  if (!entry) throw new Error(`no client file ${name}`);
  return `/${entry.file}`;
}

const read = (): Record<string, Entry> => JSON.parse(readFileSync(new URL('assets.json', built), 'utf8'));
