import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../../kernel/failure.ts';

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS'],
  win32: ['C:\\Program Files\\LibreOffice\\program', 'C:\\Program Files (x86)\\LibreOffice\\program'],
};

let found: Promise<string | undefined> | undefined;

/** Path of LibreOffice, looked for once: in PATH, then where its installer puts it. */
export const findLibreOffice = (): Promise<string | undefined> => {
  found ??= look();
  return found;
};

async function look(): Promise<string | undefined> {
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...(places[process.platform] ?? [])];
  for (const folder of folders) {
    for (const name of names) {
      const path = join(folder, name);
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return undefined;
}

/** No macros, no link is followed, nothing is updated. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const timeLimit = 60_000;
/** A port nobody listens on: whatever asks for the network is refused at once. */
const nowhere = 'http://127.0.0.1:9';

/** Converts with a profile of its own, so that jobs do not disturb each other; killed after a minute. Rejects with `Failure('broken')`. */
export async function libreOfficePdf(office: string, docx: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'nastavnik-pdf-'));
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings);
    await writeFile(join(folder, 'paper.docx'), docx);
    await run(office, folder);
    return await readFile(join(folder, 'paper.pdf')).catch(() => {
      throw new Failure('broken', 'pdf.libreoffice-made-nothing');
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(office: string, folder: string): Promise<void> {
  const group = process.platform !== 'win32';
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ];
  const child = spawn(office, [...args, join(folder, 'paper.docx')], {
    stdio: 'ignore',
    detached: group,
    env: { ...process.env, http_proxy: nowhere, https_proxy: nowhere, HOME: folder },
  });
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      killAll(child.pid, group);
      reject(new Failure('broken', 'pdf.libreoffice-too-slow'));
    }, timeLimit);
    child.once('error', () => reject(new Failure('broken', 'pdf.libreoffice-did-not-start')));
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Failure('broken', 'pdf.libreoffice-failed'));
    });
  });
}

/** soffice is a script that starts the real program: the whole group has to go. */
function killAll(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(group ? -pid : pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
