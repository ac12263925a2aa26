import { formatDayLong } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import { personData } from '../documents/data-texts.ts';
import type { PaperData } from '../documents/rows.ts';
import type { Person } from '../people/person.ts';
import { cameBy, type Guest, type ProgrammeEvent } from './event.ts';
import { audienceNames } from './name-texts.ts';

const nbsp = '\u00a0';

/** The minutes name the event in the nominative, after a colon: no title has to be declined. */
export const minutesTitle = ({ title }: Pick<ProgrammeEvent, 'title'>): string => `Протокол: ${title}`;

/** «студенты — 48, педагоги — 6, без списка — 12» */
const cameWords = ({ others }: ProgrammeEvent, guests: readonly Guest[]): string =>
  [
    ...cameBy(guests).map(([audience, people]) => `${audienceNames[audience]}${nbsp}— ${people}`),
    ...(others > 0 ? [`без списка${nbsp}— ${others}`] : []),
  ].join(', ');

/** More names than this are a list of their own, kept with the minutes. */
const mostNames = 30;

interface Leaders {
  readonly chair: Person | undefined;
  readonly secretary: Person | undefined;
}

/** Minutes of an event; what was said and decided is written in by hand. */
export const minutesData = (
  event: ProgrammeEvent,
  guests: readonly Guest[],
  { chair, secretary }: Leaders,
): PaperData => {
  const came = guests.filter((guest) => guest.came);
  const total = counted(came.length + event.others, 'человек', 'человека', 'человек');
  const rows =
    came.length > 0 && came.length <= mostNames
      ? came.map(({ name, place, audience }) => ({ ФИО: name, должность: place || audienceNames[audience] }))
      : [{ ФИО: total, должность: cameWords(event, guests) }];
  return {
    собрание: `события «${event.title}»`,
    ...(chair ? { председатель: personData(chair) } : {}),
    ...(secretary ? { секретарь: personData(secretary) } : {}),
    присутствовали: rows,
    приглашены: [],
    вопросы: [{ тема: event.title, выступления: [], решения: [{}] }],
  };
};

/** A press release with all that the system knows; the story is written by hand. */
export const pressData = (event: ProgrammeEvent, guests: readonly Guest[]): PaperData => {
  const came = cameWords(event, guests);
  return {
    заголовок: event.title,
    'когда и где': [formatDayLong(event.day), event.starts, event.place].filter(Boolean).join(', '),
    ...(came ? { участники: came } : {}),
    ...(event.note ? { начало: event.note } : {}),
  };
};
