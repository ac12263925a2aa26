// Builds the server bundle (dist/server), the client files (dist/client) and the packages that have a build of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './node.mjs';

/** Old school machines stay with Chrome 109, the last one for Windows 7. */
const oldestBrowser = 'chrome109';

const common = { root, configFile: false, envDir: false, logLevel: 'warn', publicDir: false };
const find = (pattern) => globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
const entries = (paths) => Object.fromEntries(paths.map((path) => [basename(path).replace(/\.tsx?$/, ''), path]));

export const buildServer = async () => {
  const input = entries([...find('src/app/{main,cli}.ts'), ...find('src/**/*-worker.ts')]);
  if (Object.keys(input).length === 0) return;
  await build({
    ...common,
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist/server',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input,
        // Flat: files find their neighbours (migrations, client files) by their own place.
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
  });
};

export const buildClient = async () => {
  const scripts = find('src/ui/client/{main,fill,meeting,phone-worker,hall,arrange}.ts');
  const styles = find('src/ui/styles/main.css');
  const files = existsSync(join(root, 'src/ui/public')) ? 'src/ui/public' : false;
  const out = join(root, 'dist', 'client');
  if (scripts.length + styles.length === 0) return;
  await build({
    ...common,
    publicDir: files,
    build: {
      target: oldestBrowser,
      cssTarget: oldestBrowser,
      outDir: 'dist/client',
      emptyOutDir: true,
      manifest: 'vite.json',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [...scripts, ...styles] },
    },
  });
  const made = Object.entries(JSON.parse(readFileSync(join(out, 'vite.json'), 'utf8')));
  const names = made.filter(([source]) => !source.startsWith('_'));
  const plain = Object.fromEntries(
    names.map(([source, { file }]) => [basename(source).replace(/\.ts$/, '.js'), { file }]),
  );
  writeFileSync(join(out, 'assets.json'), JSON.stringify(plain, null, 2));
  rmSync(join(out, 'vite.json'));
};

const buildPackages = () => {
  for (const script of find('packages/*/build.mjs')) {
    const { status } = spawnSync(process.execPath, [join(root, script)], {
      cwd: join(root, script, '..'),
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`${script} failed`);
  }
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(join(root, 'dist', 'stamp'), { force: true });
  buildPackages();
  await Promise.all([buildServer(), buildClient()]);
}
