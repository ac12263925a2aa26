import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The installation's own secret for cookies: made once, readable by its owner only. */
export const installationSecret = async (dataDir: string): Promise<string> => {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'secret');
  try {
    await writeFile(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = await readFile(path, 'utf8');
  if (secret.length !== 64)
    throw new Error(`${path}: the secret is damaged; delete the file and start again, everybody signs in anew`);
  return secret;
};
