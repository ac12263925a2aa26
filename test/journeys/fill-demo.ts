import { rm } from 'node:fs/promises';
import { startApp } from './start-app.ts';

/**
 * Fills one demo for the whole run: every file of journeys works on a copy of it. By hand, `JOURNEY_DEMO=/path` of a
 * demo that was filled by the same build and is stopped saves the filling.
 */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env.JOURNEY_DEMO) return undefined;
  const filled = await startApp({ demo: true });
  await filled.stop({ keepData: true });
  process.env.JOURNEY_DEMO = filled.dataDir;
  return () => rm(filled.dataDir, { recursive: true, force: true });
};
