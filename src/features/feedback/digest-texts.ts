import { type Day, formatDayMonth, weekdayShort } from '../../kernel/day.ts';
import { counted } from '../../kernel/russian/plural.ts';
import type { MeetingKind } from '../meetings/meeting.ts';
import { kindNames as meetingNames } from '../meetings/name-texts.ts';
import type { WeekPart } from './week.ts';
import { kindNames } from './week-texts.ts';

interface Frame {
  readonly monday: Day;
  readonly baseUrl: string;
  readonly collegeName: string;
}

const letter = ({ monday, collegeName }: Frame, lines: readonly string[], link: string, end: string) => ({
  subject: `Неделя с ${formatDayMonth(monday)}`,
  text: [...lines.map((line) => `— ${line}`), '', link, '', end, collegeName].join('\n'),
});

/** The curator's letter: kinds and numbers, no names; what is behind them is read after signing in. */
export const curatorDigest = (frame: Frame, parts: readonly WeekPart[]) =>
  letter(
    frame,
    parts.map(({ kind, lines }) => `${kindNames[kind]}: ${lines.length}`),
    `Список с причинами: ${frame.baseUrl}/week`,
    'Письмо приходит раз в неделю. Отказаться от него можно внизу этого списка.',
  );

/** What awaits a mentor or a mentee this week. */
export interface OwnWeek {
  readonly meetings: readonly { readonly day: Day; readonly starts: string; readonly kind: MeetingKind }[];
  readonly unlogged: number;
  readonly questionnaires: number;
  readonly plans: number;
}

export const isEmpty = ({ meetings, unlogged, questionnaires, plans }: OwnWeek): boolean =>
  meetings.length + unlogged + questionnaires + plans === 0;

const meetingLine = ({ day, starts, kind }: OwnWeek['meetings'][number]): string =>
  [`${weekdayShort(day)}, ${formatDayMonth(day)}`, starts, meetingNames[kind].toLowerCase()].filter(Boolean).join(', ');

export const ownDigest = (frame: Frame, { meetings, unlogged, questionnaires, plans }: OwnWeek) =>
  letter(
    frame,
    [
      ...meetings.map(meetingLine),
      ...(unlogged > 0 ? [`Не записано: ${counted(unlogged, 'встреча', 'встречи', 'встреч')}`] : []),
      ...(questionnaires > 0 ? [`Ждёт ответа: ${counted(questionnaires, 'анкета', 'анкеты', 'анкет')}`] : []),
      ...(plans > 0 ? [`Ждёт вашего согласия: ${counted(plans, 'план', 'плана', 'планов')}`] : []),
    ],
    `Всё это здесь: ${frame.baseUrl}/`,
    `Письмо приходит не чаще раза в неделю. Отказаться: ${frame.baseUrl}/my-meetings, «Календарь и напоминания».`,
  );
