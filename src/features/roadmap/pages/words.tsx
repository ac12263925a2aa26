import { type Day, daysBetween, formatDayMonth, partsOf } from '../../../kernel/day.ts';
import type { Window } from '../../../kernel/period.ts';
import { monthNames } from '../../../kernel/russian/calendar.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { describeTerm } from '../../../kernel/term/describe-term.ts';
import { isEndless } from '../../../kernel/term/term.ts';
import { soon, type TermState } from '../../../kernel/term/term-state.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { DocumentChip } from '../../../ui/chips.tsx';
import { FactLink, type Fact as ShownFact } from '../../../ui/facts.tsx';
import type { Mark } from '../../../ui/timeline.tsx';
import { daysLate, type LivingRow } from '../living-roadmap.ts';
import type { OrderWarning } from '../order.ts';
import type { Fact } from '../stage.ts';
import { stateWords, workWords } from '../texts.ts';

export const tones: Readonly<Record<TermState, Tone>> = {
  closed: 'ok',
  open: 'run',
  'due-soon': 'warn',
  overdue: 'bad',
  ahead: 'mute',
  always: 'run',
  undated: 'mute',
};

/** «12 окт» */
export const shortDay = (value: Day): string =>
  `${partsOf(value).date} ${monthNames[partsOf(value).month - 1]?.slice(0, 3)}`;

const waitingOf = ({ windows, isDone }: LivingRow): Window | undefined => windows.find((window) => !isDone(window));

const aheadWords = ({ term }: LivingRow, { from, till }: Window): string =>
  term.kind === 'until' ? `до ${formatDayMonth(till)}` : `с ${formatDayMonth(from)}`;

/** Work that is ahead says when: «с 1 ноября», «до 30 июня». */
export const stateOf = (row: LivingRow): { readonly tone: Tone; readonly label: string } => {
  const waiting = waitingOf(row);
  const label = row.state === 'ahead' && waiting ? aheadWords(row, waiting) : stateWords[row.state];
  return { tone: tones[row.state], label };
};

export const countWords = ({ count: { have, need } }: LivingRow): string | undefined =>
  need > 0 ? `${have} из ${need}` : undefined;

/** «41 день, 1 из 2» */
export const factsWords = (row: LivingRow, today: Day): string | undefined => {
  if (row.state === 'closed') return row.byHand ? 'вручную' : undefined;
  const late = daysLate(row, today);
  return [late > 0 ? counted(late, 'день', 'дня', 'дней') : undefined, countWords(row)].filter(Boolean).join(', ');
};

/** «октябрь, осталось 19 дней» */
export const termWords = (row: LivingRow, today: Day): string => {
  const text = row.termText || describeTerm(row.term);
  if (row.due === null || row.state === 'closed' || row.state === 'ahead') return text;
  const late = daysLate(row, today);
  if (late > 0) return `${text}; прошло ${counted(late, 'день', 'дня', 'дней')}`;
  const left = daysBetween(today, row.due);
  return left === 0 ? `${text}; сегодня последний день` : `${text}; осталось ${counted(left, 'день', 'дня', 'дней')}`;
};

/** The row for screen readers: «срок: октябрь, собрано 3 из 8, срок близко». */
export const sentenceOf = (row: LivingRow): string => {
  const count = countWords(row);
  return [`Срок: ${row.termText || describeTerm(row.term)}`, count ? `собрано ${count}` : '', stateOf(row).label]
    .filter(Boolean)
    .join(', ');
};

const wholeYear = 300;

const markOf = (row: LivingRow, window: Window, today: Day): readonly Mark[] => {
  const { from, till } = window;
  const done = row.isDone(window) || row.state === 'closed';
  const late = !done && till < today;
  const hatch: readonly Mark[] = late ? [{ shape: 'overdue', from: till, till: today }] : [];
  const near = daysBetween(today, till) <= soon;
  if (from === till) {
    const tone: Tone = done ? 'ok' : late ? 'bad' : from > today ? 'mute' : 'warn';
    return [...hatch, { shape: 'date', from, tone }];
  }
  if (daysBetween(from, till) > wholeYear && !late)
    return [{ shape: 'constant', from, till, tone: done ? 'ok' : from > today ? 'mute' : 'run' }];
  if (done) return [{ shape: 'closed', from, till }];
  if (late) return [{ shape: 'window', from, till, share: row.share, tone: 'bad' }, ...hatch];
  if (from > today) return [{ shape: 'ahead', from, till }];
  const share = row.windows.length > 1 ? 0 : row.share;
  return [{ shape: 'window', from, till, share, tone: near ? 'warn' : 'run' }];
};

/** Windows of a row as they are drawn. Only the first missed one of a recurring row is hatched up to today. */
export const marksOf = (row: LivingRow, today: Day): readonly Mark[] => {
  if (isEndless(row.term.kind)) {
    const tone: Tone = row.state === 'closed' ? 'ok' : 'run';
    return row.windows.map(({ from, till }) => ({ shape: 'constant', from, till, tone }));
  }
  const recurs = row.windows.length > 1;
  return row.windows.flatMap((window) =>
    markOf(row, window, today).flatMap((mark): Mark[] => (recurs && mark.shape === 'overdue' ? [] : [mark])),
  );
};

/** Documents of a row as chips: what is there, what is missing, what is out of date. A closed door gives way to the row. */
export const Chips = ({
  facts,
  mayFollow,
  instead,
}: {
  readonly facts: readonly Fact[];
  readonly mayFollow: (href: string) => boolean;
  readonly instead: string;
}) => (
  <>
    {facts.flatMap(({ chip, state }) =>
      chip
        ? [
            <DocumentChip
              state={chip.outdated ? 'outdated' : state === 'ok' ? 'present' : 'missing'}
              href={mayFollow(chip.href) ? chip.href : instead}
            >
              {chip.label}
            </DocumentChip>,
          ]
        : [],
    )}
  </>
);

/** Facts as the panel shows them; the action is a link for those who may follow it. */
export const shownFacts = (facts: readonly Fact[], mayFollow: (href: string) => boolean): readonly ShownFact[] =>
  facts.map(({ title, state, count, reason, action }) => ({
    title: count && state !== 'ok' ? `${title}: ${count.have} из ${count.need}` : title,
    state,
    reason,
    action: action && mayFollow(action.href) ? <FactLink href={action.href}>{action.label}</FactLink> : undefined,
  }));

/** «База наставников (4.2) по сроку позже, до 30 ноября, чем пары (5.1, до 31 октября).» */
export const warningWords = ({
  before,
  after,
  beforeNumber,
  afterNumber,
  beforeTill,
  afterTill,
}: OrderWarning): string =>
  `${workWords[before]?.[0] ?? before} (${beforeNumber}) по сроку позже, до ${formatDayMonth(beforeTill)}, чем ${workWords[after]?.[1] ?? after} (${afterNumber}, до ${formatDayMonth(afterTill)}).`;

export const who = ({ responsible }: Pick<LivingRow, 'responsible'>): string =>
  responsible.length > 0 ? responsible.join(', ') : 'ответственный не указан';
