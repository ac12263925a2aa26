import { type Day, formatDay, formatDayLong } from '../../kernel/day.ts';
import { formatPeriod } from '../../kernel/period.ts';
import { initials } from '../../kernel/russian/names.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { ListedPair, Side } from '../pairs/rows.ts';
import { isLogged, type Meeting } from './meeting.ts';
import { absentNames, kindNames, lengthWords } from './name-texts.ts';

const signed = ({ lastName, firstName, patronymic }: Side): string =>
  initials({ last: lastName, first: firstName, middle: patronymic }, 'initials-first');

const placed = (side: Side): string =>
  [[side.lastName, side.firstName, side.patronymic].filter(Boolean).join(' '), side.groupCode ?? side.place]
    .filter(Boolean)
    .join(', ');

const lineOf = (meeting: Meeting, index: number) => ({
  '№': String(index + 1),
  день: formatDay(meeting.day),
  длительность: meeting.state === 'held' ? lengthWords(meeting.minutes) : '—',
  вид: kindNames[meeting.kind],
  отметка: meeting.absent ? `${absentNames[meeting.absent]}${meeting.reason ? `: ${meeting.reason}` : ''}` : '',
  тема: meeting.topics.join(', '),
  содержание: [meeting.note, meeting.menteeNote ? `Наставляемый: ${meeting.menteeNote}` : '']
    .filter(Boolean)
    .join('. '),
  результат: meeting.result,
  задание: meeting.task,
  подпись: '',
});

export interface DiaryFacts {
  readonly pair: ListedPair;
  readonly form: string;
  readonly collegeName: string;
  readonly curator: string;
  readonly meetings: readonly Meeting[];
  readonly today: Day;
}

export const diaryTitle = ({ mentor, mentee }: ListedPair): string =>
  `Дневник наставника: ${mentor.lastName} — ${mentee.lastName}`;

/** What the diary prints: facts of the log and the words that both sides may read; never those for the curator. */
export const diaryData = ({ pair, form, collegeName, curator, meetings, today }: DiaryFacts) => {
  const logged = meetings.filter(isLogged);
  const held = logged.filter(({ state }) => state === 'held');
  const total = held.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    колледж: collegeName,
    наставник: placed(pair.mentor),
    наставляемый: placed(pair.mentee),
    форма: form,
    период: formatPeriod(pair),
    итог: `${counted(held.length, 'встреча', 'встречи', 'встреч')}, ${lengthWords(total)}; неявок: ${logged.length - held.length}`,
    встречи: logged.map(lineOf),
    дата: formatDayLong(today),
    'подпись наставника': signed(pair.mentor),
    'подпись наставляемого': signed(pair.mentee),
    'подпись куратора': curator,
  };
};
