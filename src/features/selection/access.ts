import { type Actor, because, holds, type Role, type Verdict } from '../../kernel/actor.ts';

/** Who runs the selection: candidates, slots, papers, decisions as they were taken. */
export const selectionKeepers: readonly Role[] = ['administrator', 'deputy', 'curator'];

/** Who writes the working group's decisions down. */
export const selectionDeciders: readonly Role[] = [...selectionKeepers, 'director', 'working-group'];

/** Who sees candidates and their way. */
export const selectionReaders: readonly Role[] = [...selectionDeciders, 'methodist', 'psychologist', 'social-teacher'];

/** Who may be asked to lead an interview, and so enters its form. */
export const interviewVisitors: readonly Role[] = [...selectionReaders, 'class-teacher', 'expert', 'employer'];

export const mayReadSelection = (actor: Actor): Verdict =>
  holds(actor, ...selectionReaders) || because('selection.not-a-reader');

export const mayKeepSelection = (actor: Actor): Verdict =>
  holds(actor, ...selectionKeepers) || because('selection.not-a-keeper');

export const mayDecide = (actor: Actor): Verdict =>
  holds(actor, ...selectionDeciders) || because('selection.not-a-decider');

interface Asked {
  readonly interviewerIds: readonly string[];
}

const asks = (actor: Actor, { interviewerIds }: Asked): boolean =>
  actor.personId !== null && interviewerIds.includes(actor.personId);

/** Opens the form of an interview: all readers, and those who lead it. */
export const mayReadInterview = (actor: Actor, interview: Asked): Verdict =>
  holds(actor, ...selectionReaders) || asks(actor, interview) || because('interview.not-an-interviewer');

/** Puts marks: an interviewer the own ones; who runs the selection also those that came on paper. */
export const mayMark = (actor: Actor, interview: Asked, interviewerId: string): Verdict => {
  if (!interview.interviewerIds.includes(interviewerId)) return because('interview.not-an-interviewer');
  return holds(actor, ...selectionKeepers) || actor.personId === interviewerId || because('interview.not-own-marks');
};

/** Writes the outcome down: who leads the interview, or runs the selection. */
export const mayHold = (actor: Actor, interview: Asked): Verdict =>
  holds(actor, ...selectionKeepers) || asks(actor, interview) || because('interview.not-an-interviewer');
