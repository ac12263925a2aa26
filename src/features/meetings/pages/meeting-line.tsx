import { addMonths, type Day, daysBetween, dayWithin, formatDay, minDay, partsOf } from '../../../kernel/day.ts';
import type { Window } from '../../../kernel/period.ts';
import type { Meeting } from '../meeting.ts';
import { absentNames, kindNames, stateNames } from '../name-texts.ts';

const monthNames = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const width = 600;
const edge = 8;

/** First days of the months inside a period. */
const monthsOf = ({ from, till }: Window): Day[] => {
  const days: Day[] = [];
  const { year, month } = partsOf(from);
  for (let day = addMonths(dayWithin(year, month, 1), 1); day <= till; day = addMonths(day, 1)) days.push(day);
  return days;
};

const said = (meeting: Meeting): string =>
  `${formatDay(meeting.day)}: ${kindNames[meeting.kind].toLowerCase()}, ${meeting.absent ? absentNames[meeting.absent] : stateNames[meeting.state]}`;

const Mark = ({ meeting, x }: { readonly meeting: Meeting; readonly x: number }) => {
  if (meeting.state === 'held')
    return (
      <circle class="line-held" cx={x} cy="22" r="6">
        <title>{said(meeting)}</title>
      </circle>
    );
  if (meeting.state === 'planned')
    return (
      <circle class="line-planned" cx={x} cy="22" r="5">
        <title>{said(meeting)}</title>
      </circle>
    );
  return (
    <path class={`line-${meeting.state}`} d={`M${x - 5} 17l10 10m0-10l-10 10`}>
      <title>{said(meeting)}</title>
    </path>
  );
};

/** A pair's meetings on a line of its months; the table below says the same in words. */
export const MeetingLine = ({
  pair,
  meetings,
  today,
}: {
  readonly pair: Window;
  readonly meetings: readonly Meeting[];
  readonly today: Day;
}) => {
  if (meetings.length === 0) return null;
  const long = Math.max(1, daysBetween(pair.from, pair.till));
  const place = (day: Day) =>
    edge + (Math.max(0, daysBetween(pair.from, minDay(day, pair.till))) / long) * (width - 2 * edge);
  const held = meetings.filter(({ state }) => state === 'held').length;
  const missed = meetings.filter(({ state }) => state === 'missed').length;
  return (
    <svg
      class="meeting-line"
      viewBox={`0 0 ${width} 52`}
      role="img"
      aria-label={`Встречи по месяцам: состоялось ${held}, неявок ${missed}`}
    >
      <path class="line-base" d={`M0 22H${width}`} />
      {monthsOf(pair).map((day) => (
        <text class="line-month" x={place(day)} y="48">
          {monthNames[partsOf(day).month - 1]}
        </text>
      ))}
      {today >= pair.from && today <= pair.till ? (
        <path class="line-today" d={`M${place(today)} 6v32`}>
          <title>сегодня</title>
        </path>
      ) : null}
      {meetings.map((meeting) => (
        <Mark meeting={meeting} x={place(meeting.day)} />
      ))}
    </svg>
  );
};
