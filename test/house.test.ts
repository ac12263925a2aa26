import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Top floor first. A floor may use those below it; rooms of one floor do not know each other. */
const floors: readonly (readonly string[])[] = [
  ['app'],
  ['features/roadmap'],
  ['features/own-pages', 'features/public-page'],
  ['features/monitoring', 'features/inspection'],
  ['features/feedback', 'features/rewards', 'features/library'],
  ['features/meetings', 'features/plans', 'features/training', 'features/matching'],
  ['features/pairs'],
  ['features/general-meeting', 'features/support-cases'],
  ['features/events'],
  ['features/preparation'],
  ['features/selection', 'features/campaigns'],
  ['features/registers'],
  ['features/documents'],
  ['features/questionnaires', 'features/consents', 'features/experts'],
  ['features/people', 'features/acts'],
  ['features/accounts'],
  ['features/college'],
  ['ui'],
  ['platform'],
  ['kernel'],
];

const files = globSync('src/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const ownCode = files.filter(
  (path) => !path.includes('/generated/') && !path.endsWith('.test.ts') && !path.endsWith('.test.tsx'),
);

const roomOf = (path: string): string => {
  const [, top = '', second = ''] = path.split('/');
  return top === 'features' ? `features/${second}` : top;
};

const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    normalize(join(dirname(path), target)).replaceAll('\\', '/'),
  );

test('every room stands on a floor', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => floorOf(room) < 0)).toEqual([]);
});

test('imports run downhill only', () => {
  const uphill = ownCode.flatMap((path) =>
    importsOf(path)
      .filter((target) => target.startsWith('src/'))
      .filter((target) => {
        const [from, to] = [roomOf(path), roomOf(target)];
        return from !== to && floorOf(to) <= floorOf(from);
      })
      .map((target) => `${path} → ${target}`),
  );

  expect(uphill).toEqual([]);
});

test('nothing imports in a circle', () => {
  const graph = new Map(ownCode.map((path) => [path, importsOf(path).filter((target) => ownCode.includes(target))]));
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const target of graph.get(path) ?? []) walk(target, [...way, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) walk(path, []);

  expect(circles).toEqual([]);
});

test('a file is small enough to be read: 300 lines at most', () => {
  const all = [...files, ...globSync('{test,scripts,packages/*/src,packages/*/test}/**/*.{ts,tsx,mjs}')];
  const long = all
    .filter((path) => !path.includes('generated') && !path.includes('node_modules'))
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);

  expect(long).toEqual([]);
});

test('rooms have no lumber: nothing is called utils, helpers, service, manager or index', () => {
  expect(files.filter((path) => /(^|[/-])(utils?|helpers?|services?|managers?|index)\.tsx?$/.test(path))).toEqual([]);
});

test('only rows of a feature, the platform and the app speak SQL', () => {
  const speaks = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/;
  const strangers = ownCode.filter((path) => {
    const feature = /^src\/features\/[\w-]+\/(.+)$/.exec(path)?.[1];
    if (feature === undefined && !path.startsWith('src/ui/') && !path.startsWith('src/kernel/')) return false;
    return !/(^|-)rows\.tsx?$/.test(feature ?? '') && speaks.test(readFileSync(path, 'utf8'));
  });

  // Before sign-in and before the first college there is no scope that rows could ask for.
  expect(strangers).toEqual(['src/features/accounts/use-link.ts', 'src/features/college/create-college.ts']);
});

test('Russian words live in fields, texts, pages, templates and stages only', () => {
  const mayBeRussian =
    /(fields|texts|[\w-]+-texts|norms)\.ts$|\/pages\/|\/templates\/|\/stages\/|\/gallery\/|\/generated\/|-template\.ts$|\/seed\.ts$|\/seed-[\w-]+\.ts$|kernel\/(russian|term)\/|kernel\/day\.ts$|^src\/app\//;
  const strangers = ownCode
    .filter((path) => !mayBeRussian.test(path))
    .filter((path) =>
      /['"`>][^'"`\n]*[а-яё]{2}/i.test(
        readFileSync(path, 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
          .replace(/\/(?![/*]).*?[^\\]\/[gimsuy]*/g, ''),
      ),
    );

  expect(strangers).toEqual([]);
});
