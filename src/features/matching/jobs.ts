import { today } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { inCollege } from '../../platform/db.ts';
import type { TaskRun, TaskWorker } from '../../platform/tasks.ts';
import { starterOf } from '../people/starter-rows.ts';
import { askAside } from './ask-aside.ts';
import { keepProposal } from './propose-pairs.ts';
import { type Beside, type ProposeInput, questionOf } from './question.ts';
import { proposalById, proposalOfTask } from './rows.ts';
import { matchingTaskEnds, matchingTaskKind } from './task-texts.ts';
import { proposeRefusals } from './texts.ts';

const asStarter = <T>(run: TaskRun, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inCollege(run.db, run.college, async (db) => {
    const { actor, timeZone } = await starterOf(db, run.college, run.accountId);
    return work({ db, actor, today: today(timeZone) });
  });

/** Long work of the matching: one run on a thread of its own. Starts over after a restart; what is kept is not made twice. */
export const matchingWorkers = (beside: Beside = {}): readonly TaskWorker[] => [
  {
    kind: matchingTaskKind,
    async run(run) {
      const input = run.input as unknown as ProposeInput;
      const kept = await asStarter(run, ({ db }) => proposalOfTask(db, run.taskId));
      const question = await asStarter(run, (ctx) => questionOf(ctx, input, beside));
      if (!question.ok && !kept)
        return { message: proposeRefusals[question.reason], nextPath: '/matching', failed: true };
      const id = kept ?? (question.ok ? await made(run, input, question.value) : '');
      const proposal = await asStarter(run, ({ db }) => proposalById(db, id));
      return { message: matchingTaskEnds.made(proposal?.totals.met ?? 0), nextPath: `/matching/${id}` };
    },
  },
];

const made = async (run: TaskRun, input: ProposeInput, question: Parameters<typeof askAside>[0]): Promise<string> => {
  const answer = await askAside(question, ({ done, total }) => run.progress(done, total));
  return asStarter(run, (ctx) => keepProposal(ctx, input, question, answer, run.taskId));
};
