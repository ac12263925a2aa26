import { formatDay } from '../../../kernel/day.ts';
import type { Window } from '../../../kernel/period.ts';
import { isInForce, type PaperKind } from '../../documents/document.ts';
import type { Audience, EventAim } from '../../events/event.ts';
import type { Fact, Gathered } from '../stage.ts';
import { countFact, paperFact, papersWithin, people } from './fact-makers.ts';

interface Telling {
  readonly aim: EventAim;
  readonly kind: PaperKind;
  readonly about?: RegExp;
  readonly title: string;
  /** Whom the row names, with their names in the dative for what is missing. */
  readonly audiences: readonly (readonly [Audience, string])[];
}

/** Told at events, with attendance of each audience; a signed paper about it is enough by itself. */
export function told(data: Gathered, { aim, kind, about, title, audiences }: Telling): readonly Fact[] {
  const paper = data.papers.some(
    (one) =>
      isInForce(one.status) &&
      (one.kind === kind || (about !== undefined && one.kind === 'minutes' && about.test(one.title))),
  );
  const events = data.information.events.filter((event) => event.aim === aim);
  if (paper || events.length === 0)
    return [
      paperFact(data, {
        kinds: [kind],
        ...(about ? { about } : {}),
        title,
        short: 'Протокол',
        missing: 'Нет ни события с явкой, ни протокола или пресс-релиза',
        make: { label: 'Внести событие', href: `/events/new?aim=${aim}` },
      }),
    ];
  const came = events.filter((event) => event.people > 0);
  const reached = audiences.filter(([audience]) => came.some(({ cameOf }) => cameOf.includes(audience)));
  const missing = audiences.filter(([audience]) => !reached.some(([one]) => one === audience)).map(([, name]) => name);
  return [
    held(title, events),
    countFact({
      title: 'Явка есть по каждой аудитории',
      short: 'Аудитории',
      have: reached.length,
      need: audiences.length,
      missing: `Ещё не рассказали: ${missing.join(', ')}`,
      action: { label: 'Открыть события', href: `/events?aim=${aim}` },
      none: 'Событий ещё не было',
    }),
  ];
}

/** The latest event that was held; one without attendance waits for it. */
function held(title: string, events: Gathered['information']['events']): Fact {
  const latest = events.find((event) => event.people > 0);
  if (latest) {
    const reason = `${latest.title}, ${formatDay(latest.day)}, ${people(latest.people)}`;
    return {
      title,
      state: 'ok',
      reason,
      chip: { label: `Событие ${formatDay(latest.day)}`, href: `/events/${latest.id}` },
    };
  }
  const [waiting] = events;
  const href = waiting ? `/events/${waiting.id}` : '/events';
  return {
    title,
    state: 'bad',
    reason: 'Событие прошло, но явка не отмечена',
    action: { label: 'Отметить явку', href },
    chip: { label: 'Явка', href },
  };
}

/** A council with attendance tells the staff of the programme; undefined when none was held. */
export function councilHeld({ information }: Gathered, title: string): Fact | undefined {
  const councils = information.events.filter(({ kind, people: came }) => kind === 'council' && came > 0);
  return councils.length > 0 ? held(title, councils) : undefined;
}

/** Publications of a month: of the register of publications and those that stand among the documents. */
export const publicationsWithin = (data: Gathered, month: Window): number =>
  papersWithin(data, 'publication', month).length +
  data.information.publications.filter((on) => on >= month.from && on <= month.till).length;
