import { academicYear } from '../../kernel/academic-year.ts';
import type { Day } from '../../kernel/day.ts';
import type { CollegeDb } from '../../platform/db.ts';
import { type Audience, cameBy, type EventAim, type EventKind, eventState } from './event.ts';
import { guestsOf } from './guest-rows.ts';
import { publicationsOf } from './publication-rows.ts';
import { eventsOf } from './rows.ts';

/** An event of the year that was held, or waits for its attendance. */
export interface HeldEvent {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly kind: EventKind;
  readonly aim: EventAim;
  readonly audiences: readonly Audience[];
  /** People with names and without; 0: nobody was marked yet. */
  readonly people: number;
  /** Audiences of which somebody came. */
  readonly cameOf: readonly Audience[];
}

/** What the roadmap asks about information. */
export interface InformationFacts {
  readonly events: readonly HeldEvent[];
  /** Days of publications of the year. */
  readonly publications: readonly Day[];
}

export const informationFacts = async (db: CollegeDb, year: number, today: Day): Promise<InformationFacts> => {
  const events: HeldEvent[] = [];
  for (const event of await eventsOf(db, year)) {
    const state = eventState(event, today);
    if ((event.aim === 'other' && event.kind !== 'council') || !['held', 'today', 'nobody-marked'].includes(state))
      continue;
    const named = cameBy(await guestsOf(db, event.id)).map(([audience]) => audience);
    // Guests counted at the door belong to the audiences the event was for.
    const cameOf = event.others > 0 ? [...new Set([...named, ...event.audiences])] : named;
    const { id, title, day, kind, aim, audiences, came, others } = event;
    events.push({ id, title, day, kind, aim, audiences, people: came + others, cameOf });
  }
  const { from } = academicYear(year);
  const publications = (await publicationsOf(db, year)).map(({ day }) => day).filter((day) => day >= from);
  return { events, publications };
};
