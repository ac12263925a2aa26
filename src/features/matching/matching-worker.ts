import { parentPort } from 'node:worker_threads';
import type { MatchingReply, MatchingRequest } from './matching-request.ts';
import type { Step } from './problem.ts';
import { type Answer, proposing } from './propose.ts';

/** Milliseconds of work between two words on how far it is. */
const slice = 200;

let work: Generator<Step, Answer> | undefined;

const reply = (request: MatchingRequest): MatchingReply => {
  if (request.kind === 'begin') work = proposing(request.question);
  const until = performance.now() + slice;
  for (;;) {
    const step = work?.next();
    if (!step) return { kind: 'broken', problem: 'nothing-asked' };
    if (step.done) return { kind: 'answered', answer: step.value };
    if (performance.now() >= until) return { kind: 'going', ...step.value };
  }
};

parentPort?.on('message', (request: MatchingRequest) => {
  try {
    parentPort?.postMessage(reply(request));
  } catch (error) {
    // The message of an error could hold what people said.
    parentPort?.postMessage({ kind: 'broken', problem: error instanceof Error ? error.name : typeof error });
  }
});
