import { type Day, formatDay, formatDayMonth, weekdayName } from '../../../kernel/day.ts';
import { initials } from '../../../kernel/russian/names.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { Side as PersonSide } from '../../pairs/rows.ts';
import type { Meeting } from '../meeting.ts';
import { absentNames, lengthWords, stateNames, stateTones } from '../name-texts.ts';

/** «Дарья М.»: enough on a phone that may be lost. */
export const phoneName = ({ firstName, lastName }: Pick<PersonSide, 'firstName' | 'lastName'>): string =>
  [firstName, lastName ? `${lastName.slice(0, 1)}.` : ''].filter(Boolean).join('\u00a0');

export const personInitials = ({ firstName, lastName }: Pick<PersonSide, 'firstName' | 'lastName'>): string =>
  `${lastName.slice(0, 1)}${firstName.slice(0, 1)}`.toUpperCase();

/** «Ложкина Е. С.» */
export const signatureOf = ({ lastName, firstName, patronymic }: PersonSide): string =>
  initials({ last: lastName, first: firstName, middle: patronymic });

/** «пятница, 16 октября, 14:40» */
export const whenWords = (day: Day, starts: string): string =>
  [weekdayName(day), formatDayMonth(day), starts].filter(Boolean).join(', ');

/** «сегодня», «завтра» or the date. */
export const nearWords = (day: Day, today: Day, tomorrow: Day): string => {
  if (day === today) return 'сегодня';
  return day === tomorrow ? 'завтра' : formatDay(day);
};

/** What is ordinary stays plain; the rest gets a badge. */
export const StateOf = ({ meeting }: { readonly meeting: Pick<Meeting, 'state' | 'absent' | 'minutes'> }) => {
  if (meeting.state === 'held') return <span>{lengthWords(meeting.minutes)}</span>;
  const words = meeting.absent ? absentNames[meeting.absent] : stateNames[meeting.state];
  return <Badge tone={stateTones[meeting.state]}>{words}</Badge>;
};

/** «Разговор, Учёба», the reason of a meeting that was not, or the place of one that will be. */
export const aboutWords = ({ state, topics, reason, place, link }: Meeting): string => {
  if (state === 'planned') return [place, link ? 'видеовстреча' : ''].filter(Boolean).join(', ');
  return state === 'held' ? topics.join(', ') : reason;
};
