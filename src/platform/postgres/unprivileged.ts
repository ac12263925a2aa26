import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../start-refusal.ts';
import { databaseTexts } from './texts.ts';

const run = promisify(execFile);
const nobody = 65_534;

/** A way of running PostgreSQL's programs, which refuse to work as root. */
export interface RunAs {
  /** Put before the program; empty when it is run as it is. */
  readonly prefix: readonly string[];
  /** What `spawn` is told. */
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Who has to own the files, seen from this process; undefined when nothing has to be given away. */
  readonly owner?: number;
}

/** As root, a user namespace in which root is called nobody: files stay root's and closed folders stay reachable. */
const renamedRoot: RunAs = {
  prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'],
  ids: {},
  owner: 0,
};

/** Another user that keeps only the right to pass through closed folders (a container without user namespaces). */
const passing = (uid: number, gid: number): RunAs => {
  const rights = '+dac_override,+dac_read_search';
  const held = ['--inh-caps=-all,', `--ambient-caps=-all,`].map((option) => option + rights);
  return {
    prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...held, '--'],
    ids: {},
    owner: uid,
  };
};

const plain = (uid: number, gid: number): RunAs => ({ prefix: [], ids: { uid, gid }, owner: uid });

/**
 * Finds out how PostgreSQL can be run on this directory by this process.
 *
 * @param directory holds, or will hold, the cluster; must exist
 * @param program any program of the package that answers `--version`
 */
export async function chooseRunAs(directory: string, program: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} };
  const { uid, gid } = await stat(directory);
  const ways =
    uid === 0 ? [renamedRoot, passing(nobody, nobody), plain(nobody, nobody)] : [passing(uid, gid), plain(uid, gid)];
  for (const way of ways) {
    if (way.ids.uid !== undefined && uid === 0) await letPass(dirname(directory), directory);
    if (await reaches(way, directory, program)) return way;
  }
  throw new StartRefusal(databaseTexts.cannotRunAsRoot(directory));
}

/** Another user may pass through, not look around; what lies inside is closed on its own. */
const letPass = (...directories: readonly string[]): Promise<unknown> =>
  Promise.all(directories.map((directory) => chmod(directory, 0o711)));

async function reaches(way: RunAs, directory: string, program: string): Promise<boolean> {
  const [command, ...args] = [...way.prefix, 'sh', '-c', 'test -x "$1" && "$0" --version', program, directory];
  try {
    await run(command ?? 'sh', args, way.ids);
    return true;
  } catch {
    return false;
  }
}

/** Gives a directory with everything in it to the user that the chosen way runs as. */
export async function giveTo(way: RunAs, directory: string): Promise<void> {
  if (way.owner === undefined || (await stat(directory)).uid === way.owner) return;
  await run('chown', ['-R', '-h', `${way.owner}:${way.owner}`, directory]);
}
