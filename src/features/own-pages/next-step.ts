import type { Day } from '../../kernel/day.ts';
import type { Side } from '../pairs/rows.ts';
import type { PlanState } from '../plans/plan.ts';

/** What is known of one own pair when its next step is chosen. */
export interface OwnPair {
  readonly pairId: string;
  readonly side: 'mentor' | 'mentee';
  readonly partner: Side;
  readonly planId: string | null;
  readonly plan: PlanState;
  /** A version waits for this side's agreement. */
  readonly toAgree: boolean;
  /** A draft is under this side's pen. */
  readonly toWrite: boolean;
  readonly till: Day;
}

export interface OwnState {
  /** The own consent to processing has to be signed or renewed. */
  readonly consentWanted: boolean;
  /** A planned meeting whose day is over and nobody has written down; the mentor is the first to be asked. */
  readonly meetingToLog: { readonly id: string; readonly day: Day; readonly asMentor: boolean } | undefined;
  readonly questionnaire: { readonly id: string; readonly title: string; readonly till: Day } | undefined;
  readonly nextMeeting: boolean;
  readonly pairs: readonly OwnPair[];
}

export type Step =
  | { readonly kind: 'sign-consent' }
  | { readonly kind: 'log-meeting'; readonly id: string; readonly day: Day }
  | { readonly kind: 'agree-plan'; readonly pair: OwnPair }
  | { readonly kind: 'answer'; readonly id: string; readonly title: string; readonly till: Day }
  | { readonly kind: 'write-plan'; readonly pair: OwnPair }
  | { readonly kind: 'plan-meeting'; readonly pair: OwnPair }
  | { readonly kind: 'log-another' }
  | { readonly kind: 'wait' };

/**
 * The one thing to do next. Without a consent nothing else is lawful; then what somebody else waits for (a record of a meeting that
 * is over, an agreement, answers with a term), then the own work.
 */
export function nextStep({ consentWanted, meetingToLog, questionnaire, nextMeeting, pairs }: OwnState): Step {
  if (consentWanted) return { kind: 'sign-consent' };
  const log = meetingToLog && ({ kind: 'log-meeting', id: meetingToLog.id, day: meetingToLog.day } as const);
  if (log && meetingToLog.asMentor) return log;
  const toAgree = pairs.find((pair) => pair.toAgree);
  if (toAgree) return { kind: 'agree-plan', pair: toAgree };
  if (questionnaire) return { kind: 'answer', ...questionnaire };
  if (log) return log;
  const toWrite = pairs.find((pair) => pair.toWrite);
  if (toWrite) return { kind: 'write-plan', pair: toWrite };
  const [pair] = pairs;
  if (!pair) return { kind: 'wait' };
  return nextMeeting ? { kind: 'log-another' } : { kind: 'plan-meeting', pair };
}
