// Builds dist/ (index.js and cli.js, minified, with shared chunks). The root build calls build(); alone: node build.mjs
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Bundles the TypeScript sources into dist/. */
export async function build() {
  rmSync(`${here}dist`, { recursive: true, force: true });
  const bundle = await rolldown({
    input: { index: `${here}src/index.ts`, cli: `${here}src/cli.ts` },
    platform: 'node',
    logLevel: 'warn',
  });
  await bundle.write({
    dir: `${here}dist`,
    format: 'esm',
    minify: true,
    chunkFileNames: '[name].js',
    hashCharacters: 'hex',
  });
  await bundle.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
