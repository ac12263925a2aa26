import { demand } from '../../kernel/actor.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Ctx } from '../../platform/context.ts';
import { found } from '../../platform/http/replies.ts';
import { record } from '../../platform/journal.ts';
import { mayHold, mayMark } from './access.ts';
import type { InterviewOutcome } from './candidate.ts';
import { interviewById, marksOf, saveMarks, updateInterview } from './interview-rows.ts';
import { questionsOf } from './setting-rows.ts';

export interface MarksInput {
  readonly interviewId: string;
  readonly interviewerId: string;
  /** 1–5 by the question's id; questions left out keep what they have. */
  readonly marks: Readonly<Record<string, number>>;
  readonly note: string;
}

export type MarksRefusal = 'free-slot' | 'unknown-question' | 'no-marks';

/** An interviewer's marks by the checklist. They may be put and mended until the outcome is written, and after it too: both stay in the journal. */
export const markInterview = async (ctx: Ctx, input: MarksInput): Promise<Outcome<undefined, MarksRefusal>> => {
  const interview = found(await interviewById(ctx.db, input.interviewId), 'interview');
  demand(mayMark(ctx.actor, interview, input.interviewerId));
  if (interview.personId === null || interview.state === 'cancelled') return refused('free-slot');
  const known = new Set((await questionsOf(ctx.db, interview.forms)).map(({ id }) => id));
  if (Object.keys(input.marks).some((id) => !known.has(id))) return refused('unknown-question');
  if (Object.keys(input.marks).length === 0 && input.note === '') return refused('no-marks');

  await saveMarks(ctx.db, input.interviewId, input.interviewerId, input);
  await record(
    ctx,
    'interview.marked',
    { kind: 'person', id: interview.personId },
    { marks: Object.keys(input.marks).length },
  );
  return done();
};

export interface HoldInput {
  readonly interviewId: string;
  readonly version: number;
  readonly outcome: InterviewOutcome;
  readonly summary: string;
}

export type HoldRefusal = 'free-slot' | 'ahead-of-time' | 'nobody-marked' | 'summary-missing' | 'changed-meanwhile';

/** Writes the outcome: the interview took place. Somebody must have marked it; what is not a recommendation carries words. */
export const holdInterview = async (ctx: Ctx, input: HoldInput): Promise<Outcome<string, HoldRefusal>> => {
  const interview = found(await interviewById(ctx.db, input.interviewId), 'interview');
  demand(mayHold(ctx.actor, interview));
  const { personId, state, day } = interview;
  if (personId === null || state === 'cancelled') return refused('free-slot');
  if (day > ctx.today) return refused('ahead-of-time');
  if (input.outcome !== 'recommend' && input.summary === '') return refused('summary-missing');
  if ((await marksOf(ctx.db, interview.id)).length === 0) return refused('nobody-marked');

  const { outcome, summary } = input;
  if (
    !(await updateInterview(ctx.db, { id: interview.id, version: input.version }, { state: 'held', outcome, summary }))
  )
    return refused('changed-meanwhile');
  await record(ctx, 'interview.held', { kind: 'person', id: personId }, { day, outcome });
  return done(personId);
};
