/** What a year's work of one person is judged by. Counted from pairs, meetings and certificates; nobody types it in. */
export interface WorkFacts {
  readonly side: 'mentor' | 'mentee';
  readonly held: number;
  /** Meetings that did not take place because this person was not there. */
  readonly missed: number;
  /** Whole months of work that are over, and those of them with a meeting. */
  readonly months: number;
  readonly monthsWithMeeting: number;
  /** Academic years with a pair, this one among them. */
  readonly years: number;
  readonly trained: boolean;
  /** Was a mentee in an earlier year. */
  readonly onceMentee: boolean;
  /** Tasks of agreed plans that fell due, and those of them done. */
  readonly tasksDue: number;
  readonly tasksDone: number;
}

export type AchievementCode =
  | 'ten-meetings'
  | 'twenty-five-meetings'
  | 'every-month'
  | 'plan-done'
  | 'trained'
  | 'second-year'
  | 'mentee-to-mentor'
  | 'never-missed';

/** Least whole months before «every month» says anything. */
const enoughMonths = 3;
const enoughMeetings = 8;
const enoughTasks = 3;

const rules: readonly (readonly [AchievementCode, (facts: WorkFacts) => boolean])[] = [
  ['twenty-five-meetings', ({ held }) => held >= 25],
  ['ten-meetings', ({ held }) => held >= 10 && held < 25],
  ['every-month', ({ months, monthsWithMeeting }) => months >= enoughMonths && monthsWithMeeting === months],
  ['plan-done', ({ tasksDue, tasksDone }) => tasksDue >= enoughTasks && tasksDone === tasksDue],
  ['trained', ({ side, trained }) => side === 'mentor' && trained],
  ['second-year', ({ side, years }) => side === 'mentor' && years >= 2],
  ['mentee-to-mentor', ({ side, onceMentee }) => side === 'mentor' && onceMentee],
  ['never-missed', ({ held, missed }) => held >= enoughMeetings && missed === 0],
];

/** What a person has achieved this year, the weightiest first. */
export const achievementsIn = (facts: WorkFacts): AchievementCode[] =>
  rules.filter(([, holds]) => holds(facts)).map(([code]) => code);
