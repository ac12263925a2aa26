import { addDays, type Day, minDay } from '../../kernel/day.ts';
import type { Window } from '../../kernel/period.ts';
import { type Meeting, type MeetingKind, meetingKinds } from './meeting.ts';

/** By when a pair is expected to have met; a college edits it. */
export interface MeetingNorms {
  /** Days after the pair's first day. */
  readonly acquaintanceDays: number;
  readonly trialDays: number;
  readonly planningDays: number;
  /** A working meeting at least once in so many days after the planning. */
  readonly workingEvery: number;
  /** The final meeting: so many days before the pair's last day. */
  readonly finalDays: number;
  /** So many days without a meeting are silence. */
  readonly silenceDays: number;
}

/** Where a new college starts from; the method names the kinds and their order, not the days. */
export const firstNorms: MeetingNorms = {
  acquaintanceDays: 7,
  trialDays: 14,
  planningDays: 21,
  workingEvery: 14,
  finalDays: 14,
  silenceDays: 21,
};

/** held: was held · planned: stands in the plan in time or not · late: its day is over · ahead: its day has not come. */
export type ExpectationState = 'held' | 'planned' | 'late' | 'ahead';

export interface Expectation {
  readonly kind: MeetingKind;
  readonly by: Day;
  readonly state: ExpectationState;
  /** The meeting that meets the expectation, or is planned to. */
  readonly meeting: Pick<Meeting, 'id' | 'day'> | null;
}

type Seen = Pick<Meeting, 'id' | 'day' | 'kind' | 'state'>;

const lastHeld = (meetings: readonly Seen[]): Day | undefined =>
  meetings
    .filter(({ state }) => state === 'held')
    .map(({ day }) => day)
    .toSorted()
    .at(-1);

/** The day by which a kind is expected. A working meeting: counted from the last one that was held, or from the planning. */
const dueDay = (kind: MeetingKind, pair: Window, norms: MeetingNorms, meetings: readonly Seen[]): Day => {
  if (kind === 'acquaintance') return addDays(pair.from, norms.acquaintanceDays);
  if (kind === 'trial') return addDays(pair.from, norms.trialDays);
  if (kind === 'planning') return addDays(pair.from, norms.planningDays);
  if (kind === 'final') return addDays(pair.till, -norms.finalDays);
  const from = lastHeld(meetings) ?? addDays(pair.from, norms.planningDays);
  return addDays(from, norms.workingEvery);
};

/** Which meetings of the method are expected of a pair, by when, and which are there; in the order of the method. */
export const expectations = (
  pair: Window,
  norms: MeetingNorms,
  meetings: readonly Seen[],
  today: Day,
): readonly Expectation[] => {
  const until = minDay(today, pair.till);
  return meetingKinds.map((kind): Expectation => {
    const own = meetings.filter((meeting) => meeting.kind === kind);
    const by = minDay(dueDay(kind, pair, norms, meetings), pair.till);
    const held = own.filter(({ state }) => state === 'held').at(-1);
    if (held && (kind !== 'working' || by >= until)) return { kind, by, state: 'held', meeting: held };
    const planned = own.find(({ state, day }) => state === 'planned' && day >= today);
    if (planned) return { kind, by, state: 'planned', meeting: planned };
    return { kind, by, state: by < today ? 'late' : 'ahead', meeting: null };
  });
};

/** What a pair does next: the first kind that was not held; working meetings go on until the final one. */
export const nextKind = (meetings: readonly Seen[]): MeetingKind => {
  const held = new Set(meetings.filter(({ state }) => state === 'held').map(({ kind }) => kind));
  return meetingKinds.find((kind) => kind !== 'final' && !held.has(kind)) ?? 'working';
};
