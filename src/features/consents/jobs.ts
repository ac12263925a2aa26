import type { TaskWorker } from '../../platform/tasks.ts';
import { fileScans } from './file-scans.ts';
import { makeForms } from './make-forms.ts';
import { consentTaskEnds, consentTaskKinds } from './task-texts.ts';

/** Long work of consents: papers made, scans read. */
export const consentWorkers: readonly TaskWorker[] = [
  {
    kind: consentTaskKinds.print,
    run: async (run) => {
      const forms = await makeForms(run);
      if (forms === 0) return { message: consentTaskEnds.gone, nextPath: '/consents' };
      return { message: consentTaskEnds.printed(forms), nextPath: `/consents/print/${String(run.input.batchId)}` };
    },
  },
  {
    kind: consentTaskKinds.scan,
    run: async (run) => {
      const { forms, left } = await fileScans(run);
      return { message: consentTaskEnds.read(forms, left), nextPath: `/consents/scans/${String(run.input.scanId)}` };
    },
  },
];
