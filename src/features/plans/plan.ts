import { type Day, maxDay, minDay } from '../../kernel/day.ts';

export type VersionState = 'draft' | 'proposed' | 'agreed' | 'superseded';

export const planSides = ['mentor', 'mentee'] as const;
export type PlanSide = (typeof planSides)[number];

export const taskMarks = ['done', 'partly', 'not-done', 'moved'] as const;
export type TaskMark = (typeof taskMarks)[number];

/** What the two sides agree on, besides the tasks. */
export interface PlanWords {
  readonly strengths: string;
  readonly weaknesses: string;
  readonly goals: string;
  /** Codes of formats of work, in the order of the list in fields.ts. */
  readonly formats: readonly string[];
  readonly otherFormat: string;
}

export interface PlanTask {
  /** The same task keeps it from version to version. */
  readonly id: string;
  readonly title: string;
  readonly expected: string;
  readonly due: Day;
  readonly version: number;
}

export interface PlanVersion extends PlanWords {
  readonly id: string;
  readonly number: number;
  readonly state: VersionState;
  /** Why an agreed plan is corrected; '' for the first version. */
  readonly reason: string;
  /** What a side asked to change instead of agreeing. */
  readonly remark: string;
  readonly proposedOn: Day | null;
  readonly agreedOn: Day | null;
  readonly version: number;
}

export interface Agreement {
  readonly side: PlanSide;
  readonly way: 'account' | 'paper';
  readonly agreedOn: Day;
  readonly scanFileId: string | null;
  /** Of the account that agreed or wrote the paper down. */
  readonly accountName: string | null;
}

/** How a task went: a fact beside the agreed plan, so it needs no new agreement. */
export interface Marked {
  readonly mark: TaskMark;
  readonly result: string;
  readonly movedTo: Day | null;
  readonly markedOn: Day;
  readonly version: number;
}

/** Where a pair's plan stands. A plan in force stays in force while its correction is written. */
export type PlanState = 'none' | 'draft' | 'waiting' | 'agreed';

/** The version that holds, and the one that is being written or waits for agreement. */
export interface Standing {
  readonly inForce: PlanVersion | undefined;
  readonly open: PlanVersion | undefined;
}

export const standingOf = (versions: readonly PlanVersion[]): Standing => ({
  inForce: versions.find(({ state }) => state === 'agreed'),
  open: versions.find(({ state }) => state === 'draft' || state === 'proposed'),
});

/** When a task is due: the day it was moved to, or the day of the plan. */
export const dueOf = (task: Pick<PlanTask, 'due'>, marked: Marked | undefined): Day => marked?.movedTo ?? task.due;

/** A task without an outcome whose day is over. A moved one is late again after its new day. */
export const isLate = (task: Pick<PlanTask, 'due'>, marked: Marked | undefined, today: Day): boolean =>
  (marked === undefined || marked.mark === 'moved') && dueOf(task, marked) < today;

/** Why a version cannot be sent for agreement yet. */
export type Lack = 'no-goals' | 'no-tasks';

export const lacksOf = (words: Pick<PlanWords, 'goals'>, tasks: readonly unknown[]): Lack[] => [
  ...(words.goals === '' ? (['no-goals'] as const) : []),
  ...(tasks.length === 0 ? (['no-tasks'] as const) : []),
];

/** Days outside the pair's own period make no sense in its plan. */
export const isWithin = (due: Day, pair: { readonly from: Day; readonly till: Day }): boolean =>
  due >= pair.from && due <= pair.till;

/** The nearest day inside the period. */
export const clampDay = (value: Day, { from, till }: { readonly from: Day; readonly till: Day }): Day =>
  minDay(maxDay(value, from), till);
