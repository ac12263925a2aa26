import { type Day, daysBetween } from '../../kernel/day.ts';

/** Why a pair is looked at. */
export const riskReasons = ['help-asked', 'low-comfort', 'silent', 'missed', 'late-tasks', 'one-sided'] as const;
export type RiskReason = (typeof riskReasons)[number];

export interface RiskNorms {
  /** On the scale of 1–10: this and less is low. */
  readonly lowComfort: number;
  readonly missedInRow: number;
  readonly lateTasks: number;
  /** Days after a round opened, when one side has answered and the other has not. */
  readonly silentSideDays: number;
  readonly quietDays: number;
  readonly switchedOff: readonly RiskReason[];
  readonly sendsItself: boolean;
  readonly opensBefore: number;
  readonly openDays: number;
  readonly enoughShare: number;
}

export const firstNorms: RiskNorms = {
  lowComfort: 4,
  missedInRow: 2,
  lateTasks: 2,
  silentSideDays: 10,
  quietDays: 14,
  switchedOff: [],
  sendsItself: true,
  opensBefore: 21,
  openDays: 14,
  enoughShare: 80,
};

/** What signs are held against: how long is silence is said once, among the norms of meetings. */
export interface Measures extends RiskNorms {
  readonly silenceDays: number;
}

/** What is known of a pair at work, whatever it may mean. */
export interface PairSigns {
  readonly from: Day;
  readonly lastMeeting: Day | null;
  /** Meetings that fell through one after another since the last one that was held. */
  readonly missedInRow: number;
  /** The lower of the sides' last words on how they get on, 1–10. */
  readonly comfort: number | null;
  readonly comfortSide: 'mentor' | 'mentee' | null;
  readonly lateTasks: number;
  /** The side that is silent in a round that the other has answered, and since when the round asks. */
  readonly silentSide: 'mentor' | 'mentee' | null;
  readonly askedOn: Day | null;
  /** Day of the first meeting after which the mentor asked for help, and no later one took it back. */
  readonly helpAskedOn: Day | null;
}

/** What a flag tells of its reason. */
export type RiskDetails = Readonly<Record<string, string | number | null>>;

type Rule = (signs: PairSigns, norms: Measures, today: Day) => RiskDetails | undefined;

const rules: Readonly<Record<RiskReason, Rule>> = {
  'help-asked': ({ helpAskedOn }) => (helpAskedOn ? { day: helpAskedOn } : undefined),
  'low-comfort': ({ comfort, comfortSide }, { lowComfort }) =>
    comfort !== null && comfort <= lowComfort ? { comfort, side: comfortSide } : undefined,
  silent: ({ from, lastMeeting }, { silenceDays }, today) => {
    const days = daysBetween(lastMeeting ?? from, today);
    return days > silenceDays ? { days, last: lastMeeting } : undefined;
  },
  missed: ({ missedInRow }, norms) => (missedInRow >= norms.missedInRow ? { times: missedInRow } : undefined),
  'late-tasks': ({ lateTasks }, norms) => (lateTasks >= norms.lateTasks ? { tasks: lateTasks } : undefined),
  'one-sided': ({ silentSide, askedOn }, { silentSideDays }, today) =>
    silentSide && askedOn && daysBetween(askedOn, today) >= silentSideDays ? { side: silentSide } : undefined,
};

/** Reasons that hold for a pair today, the gravest first. */
export const reasonsOf = (
  signs: PairSigns,
  norms: Measures,
  today: Day,
): { readonly reason: RiskReason; readonly details: RiskDetails }[] =>
  riskReasons.flatMap((reason) => {
    const details = norms.switchedOff.includes(reason) ? undefined : rules[reason](signs, norms, today);
    return details ? [{ reason, details }] : [];
  });

/** What a person did about a flag; «passed» is written by the system alone. */
export const outcomes = ['talked', 'plan', 'replaced', 'ended', 'no-risk'] as const;
export type Outcome = (typeof outcomes)[number];
