import { Failure } from '../../kernel/failure.ts';
import { type AskedWorker, startWorker } from '../../platform/worker-thread.ts';
import type { MatchingReply, MatchingRequest } from './matching-request.ts';
import type { Question, Step } from './problem.ts';
import type { Answer } from './propose.ts';

type Matcher = AskedWorker<MatchingRequest, MatchingReply>;

const startMatcher = (): Matcher =>
  startWorker('matching-worker', '../features/matching/matching-worker.ts', { heap: 4096, time: 1_800_000 });

/** Answers a question on a thread of its own. `onStep` may throw to stop the work. */
export const askAside = async (question: Question, onStep: (step: Step) => Promise<void>): Promise<Answer> => {
  const matcher = startMatcher();
  try {
    let said = await matcher.ask({ kind: 'begin', question });
    for (;;) {
      if (said.kind === 'answered') return said.answer;
      if (said.kind === 'broken') throw new Failure('broken', `matching.${said.problem}`);
      await onStep(said);
      said = await matcher.ask({ kind: 'go-on' });
    }
  } finally {
    await matcher.close();
  }
};

/** More pairs of people than this take longer than a person waits for a page. */
const answeredAtOnce = 400_000;
const patience = 800;

class TooLong extends Error {}

/** The answer when it is there within 0.8 seconds; otherwise undefined, and the thread is let go. */
export const answerSoon = async (question: Question): Promise<Answer | undefined> => {
  if (question.mentors.length * question.mentees.length > answeredAtOnce) return undefined;
  const until = performance.now() + patience;
  try {
    return await askAside(question, async () => {
      if (performance.now() > until) throw new TooLong();
    });
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
};
