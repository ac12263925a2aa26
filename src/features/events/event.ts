import type { Day } from '../../kernel/day.ts';

export const eventKinds = [
  'meeting',
  'class-hour',
  'parents',
  'council',
  'seminar',
  'open-day',
  'visit',
  'final',
  'other',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What it tells of: the programme to those who may need help (row 2.1), or the work to future mentors (row 3.1). */
export const eventAims = ['mentees', 'mentors', 'other'] as const;
export type EventAim = (typeof eventAims)[number];

export const audiences = ['students', 'parents', 'teachers', 'graduates', 'employers', 'pupils', 'others'] as const;
export type Audience = (typeof audiences)[number];

export interface EventInput {
  readonly kind: EventKind;
  readonly title: string;
  readonly aim: EventAim;
  readonly audiences: readonly Audience[];
  readonly place: string;
  readonly day: Day;
  /** '14:30' in the college's time. */
  readonly starts: string;
  readonly ends: string;
  readonly note: string;
}

export interface ProgrammeEvent extends EventInput {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  /** Guests without names: counted at the door. */
  readonly others: number;
  readonly cancelledOn: Day | null;
  readonly minutesId: string | null;
  readonly pressId: string | null;
  readonly version: number;
  readonly invited: number;
  readonly came: number;
}

export type EventState = 'planned' | 'today' | 'held' | 'nobody-marked' | 'cancelled';

/** How an event stands: what is over without anybody marked still waits for its attendance. */
export const eventState = (
  { day, cancelledOn, came, others }: Pick<ProgrammeEvent, 'day' | 'cancelledOn' | 'came' | 'others'>,
  today: Day,
): EventState => {
  if (cancelledOn !== null) return 'cancelled';
  if (day > today) return 'planned';
  if (day === today) return 'today';
  return came + others > 0 ? 'held' : 'nobody-marked';
};

export interface Guest {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly place: string;
  readonly audience: Audience;
  readonly invited: boolean;
  readonly came: boolean;
  readonly how: 'list' | 'qr' | 'code' | null;
}

/** Who came, by audience, in the order of the audiences; only those that came. */
export const cameBy = (guests: readonly Pick<Guest, 'audience' | 'came'>[]): readonly (readonly [Audience, number])[] =>
  audiences
    .map((audience) => [audience, guests.filter((guest) => guest.came && guest.audience === audience).length] as const)
    .filter(([, people]) => people > 0);

/** As names are compared: case, ё and spaces do not matter. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

export const channels = ['site', 'vk', 'max', 'ok', 'press', 'board', 'other'] as const;
export type Channel = (typeof channels)[number];

export interface Publication {
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly channel: Channel;
  readonly link: string;
  readonly eventId: string | null;
}

/** Months of the programme, September – June, as '2026-09'. */
export const programmeMonths = (year: number): readonly string[] =>
  [9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map((month) => `${month >= 9 ? year : year + 1}-${String(month).padStart(2, '0')}`);

/** Months that have begun and have no publication. */
export const silentMonths = (publications: readonly { readonly day: Day }[], year: number, today: Day): string[] => {
  const told = new Set(publications.map(({ day }) => day.slice(0, 7)));
  return programmeMonths(year).filter((month) => month <= today.slice(0, 7) && !told.has(month));
};
